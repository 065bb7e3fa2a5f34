import { describe, expect, it } from "vitest";
import { dictionaries } from "#app/i18n/dictionaries.ts";
import { sourcesBelow } from "#tests/architecture/sources.ts";

type Tree = { readonly [key: string]: string | Tree };

function keysOf(tree: Tree, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

const indonesian = keysOf(dictionaries.id);
const english = keysOf(dictionaries.en);
const code = [...sourcesBelow("app"), ...sourcesBelow("db")].filter((source) => !source.path.startsWith("app/i18n/"));
const text = code.map((source) => source.text).join("\n");
/** Every different run of words and dots, where alone a key can stand, and those before a value: `room.status.${`. */
const runs = [...new Set(text.match(/[\w.]+/g))].filter((run) => run.includes(".")).join("\n");
const stems = [...new Set(text.match(/[\w.]+\.\$\{/g))].join("\n");

/** Keys built from data: their tables are closed types, and each family is named here once. */
const builtFromData = [
  /^errors\./,
  /^form\./,
  /^pages\./,
  /^definition\.faults\./,
  /^notifications\.(mails|notices)\./,
];

describe("messages", () => {
  it("has the same keys in English as in Indonesian", () => {
    expect(english.toSorted()).toEqual(indonesian.toSorted());
  });

  it("fills the same places in both languages", () => {
    const places = (value: string): string[] => [...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).toSorted();
    const at = (tree: unknown, key: string): string =>
      key.split(".").reduce((node, part) => (node as Record<string, unknown>)[part], tree) as string;
    const faults = indonesian.filter(
      (key) => places(at(dictionaries.id, key)).join() !== places(at(dictionaries.en, key)).join(),
    );
    expect(faults).toEqual([]);
  });

  it("has words for every refusal that is thrown", () => {
    const known = new Set(indonesian);
    const thrown = [...text.matchAll(/(?:new DomainError|notFound)\(\s*"([a-z]\w*\.\w+)"/g)].map((match) => match[1] as string);
    expect([...new Set(thrown)].filter((key) => !known.has(`errors.${key}`))).toEqual([]);
  });

  it("uses every key", () => {
    const unused = indonesian.filter((key) => {
      if (builtFromData.some((pattern) => pattern.test(key))) return false;
      if (runs.includes(key)) return false;
      // A family is used when its stem is put before a value: `room.status.${status}`.
      const parts = key.split(".");
      return !parts.some((_, index) => index > 0 && stems.includes(`${parts.slice(0, index).join(".")}.\${`));
    });
    expect(unused).toEqual([]);
  });
});
