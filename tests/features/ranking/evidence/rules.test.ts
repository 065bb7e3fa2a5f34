import { describe, expect, it } from "vitest";
import { settledWords } from "#app/features/ranking/components/settled-words.ts";
import { settledOf } from "#app/features/ranking/evidence/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";

const row = (rank: number, pTop: number | null) => ({ rank, pTop });

describe("how far the marks settle a list", () => {
  const rows = [row(1, 0.99), row(2, 0.75), row(3, 0.56), row(4, 0.5), row(5, 0.05), row(6, 0.01)];

  it("is the sum of the chances of those within its places, and who is neither in nor out", () => {
    const settled = settledOf(rows, 3);
    expect([settled?.within, settled?.expected.toFixed(2), settled?.open]).toEqual([3, "2.30", 3]);
  });

  it("counts the places of the rows that are shown alone", () => {
    expect(settledOf(rows.slice(1), 3)).toMatchObject({ within: 2, open: 3 });
  });

  it("is not known where a version keeps no chances, or not of all", () => {
    expect([settledOf([row(1, null)], 1), settledOf([row(1, 0.9), row(2, null)], 2), settledOf([], 3)]).toEqual([null, null, null]);
  });

  it("is said in a sentence", () => {
    expect(settledWords(translators.en, { within: 99, expected: 63.84, open: 331 }, 99)).toBe(
      "Of the 99 entries ranked within the first 99, about 63.8 are expected to belong there; 331 entries are not settled by the marks there are, with a chance between 5 and 95 %.",
    );
    expect(settledWords(translators.id, { within: 99, expected: 63.84, open: 331 }, 99)).toBe(
      "Dari 99 proposal pada peringkat 99 teratas, sekitar 63,8 diperkirakan memang tempatnya di situ; 331 proposal belum pasti menurut nilai yang ada, dengan peluang antara 5 dan 95 %.",
    );
  });
});
