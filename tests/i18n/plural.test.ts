import { expect, it } from "vitest";
import { dictionaries, translators } from "#app/i18n/dictionaries.ts";

it("English says one year and two years", () => {
  const years = (count: number | string) => translators.en("showcase.rules.years", { count });
  expect([years(1), years(2), years("1"), years(0)]).toEqual(["1 year", "2 years", "1 year", "0 years"]);
});

it("a word that follows a number which nobody gave stands for many", () => {
  expect(translators.en("showcase.rules.years")).toBe("{count} years");
});

it("every word that follows a number names a number of the same message in English", () => {
  const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : Object.values(value as object).flatMap(texts));
  const strange = texts(dictionaries.en).filter((text) => [...text.matchAll(/\{(\w+):/g)].some(([, name]) => !text.includes(`{${name}}`)));
  expect(strange).toEqual([]);
});
