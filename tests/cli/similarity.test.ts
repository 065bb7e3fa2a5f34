import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planted } from "#tests/features/screening/similarity/planted.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

const english = { env: { LANG: "en_GB.UTF-8" } };

type Pair = { a: string; b: string; containmentAB: number; containmentBA: number; sameTitle: boolean; passages: number[][] };

const line = (id: string, change: Record<string, unknown> = {}): string =>
  JSON.stringify({ id, agency: "Kota A", year: 2026, title: `Judul ${id}`, text: "naskah", ...change });

async function compare(files: { news: string; old?: string }, out = join(freshFolder(), "pairs.json")) {
  const folder = freshFolder();
  writeFileSync(join(folder, "new.jsonl"), files.news);
  if (files.old !== undefined) writeFileSync(join(folder, "old.jsonl"), files.old);
  const old = files.old === undefined ? [] : ["--old", join(folder, "old.jsonl")];
  const ran = await run(["similarity", "--new", join(folder, "new.jsonl"), ...old, "--out", out, "--json"], english);
  const read = () => JSON.parse(readFileSync(out, "utf8")) as { pairs: Pair[] };
  return { ...ran, out, folder, read, bytes: () => readFileSync(out, "utf8") };
}

function corpus() {
  const { documents, plants } = planted({ news: 40, olds: 80, plantsAKind: 4, seed: 5 });
  const all = [...documents];
  const lines = (isNew: boolean): string[] => all.filter((one) => one.isNew === isNew).map(({ isNew: _, ...document }) => JSON.stringify(document));
  return { news: lines(true), old: lines(false), plants, all };
}

describe("anugerah similarity", () => {
  it("writes the planted pairs and no other, in the keys of the contract, by a and then b", async () => {
    const { news, old, plants } = corpus();
    const { code, out, read } = await compare({ news: news.join("\n"), old: `${old.join("\n")}\n` });
    const { pairs } = read();
    expect(code).toBe(0);
    expect(JSON.parse(out === "" ? "{}" : readFileSync(out, "utf8"))).toHaveProperty("pairs");
    expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(plants.map(({ copy, source }) => `${copy} ${source}`).toSorted());
    expect(Object.keys(pairs[0] ?? {})).toEqual(["a", "b", "containmentAB", "containmentBA", "sameTitle", "passages"]);
  });

  it("gives passages as half-open places of the text of the line", async () => {
    const { news, old, plants, all } = corpus();
    const { read } = await compare({ news: news.join("\n"), old: old.join("\n") });
    const plant = plants.find(({ kind }) => kind === "paragraph");
    const pair = read().pairs.find(({ a }) => a === plant?.copy);
    const textOf = (id = ""): string => all.find((one) => one.id === id)?.text ?? "";
    const longest = pair?.passages.toSorted((x, y) => (y[1] ?? 0) - (y[0] ?? 0) - (x[1] ?? 0) + (x[0] ?? 0))[0] as [number, number, number, number];
    const [one, other] = [textOf(pair?.a).slice(longest[0], longest[1]), textOf(pair?.b).slice(longest[2], longest[3])];
    expect(one.split(/\s+/).length).toBeGreaterThan(140);
    expect(one.replaceAll(/[.\s]+/g, " ")).toBe(other.replaceAll(/[.\s]+/g, " "));
  });

  it("writes the same bytes whatever the order of the lines", async () => {
    const { news, old } = corpus();
    const one = await compare({ news: news.join("\n"), old: old.join("\n") });
    const other = await compare({ news: news.toReversed().join("\r\n"), old: `\n${old.toReversed().join("\n\n")}` });
    expect(other.bytes()).toBe(one.bytes());
  });

  it("compares the new with each other without old ones", async () => {
    const { old } = corpus();
    const twice = [...old.slice(0, 9), old[0]?.replace("\"O0\"", "\"O0b\"")].join("\n");
    const { read } = await compare({ news: twice });
    const [pair] = read().pairs;
    expect(read().pairs).toHaveLength(1);
    expect([pair?.a, pair?.b, pair?.containmentAB, pair?.sameTitle]).toEqual(["O0", "O0b", 1, true]);
  });

  it("passes over old lines whose ids stand among the new, and says so", async () => {
    const { old } = corpus();
    const { code, err, read } = await compare({ news: old.slice(0, 3).join("\n"), old: old.join("\n") });
    expect([code, read().pairs]).toEqual([0, []]);
    expect(err).toContain("3 old lines passed over");
  });

  it("names the first twenty faults by line and field, counts the rest, and writes nothing", async () => {
    const bad = [
      line("A"),
      "{",
      line("B", { year: "2026" }),
      line("C", { text: undefined }),
      line("D", { extra: 1 }),
      line("A"),
      ...Array.from({ length: 20 }, () => "[]"),
    ];
    const { code, err, bytes } = await compare({ news: bad.join("\n") });
    expect(code).toBe(1);
    const lines = err.trimEnd().split("\n").filter((one) => one.startsWith("  "));
    expect(lines.slice(0, 5).map((one) => one.split(":")[0])).toEqual([
      "  line 2, -",
      "  line 3, year",
      "  line 4, text",
      "  line 5, extra",
      "  line 6, id",
    ]);
    expect([lines.length, lines.at(-1)]).toEqual([21, "  … and 5 more faults"]);
    expect(bytes).toThrow();
  });

  it("refuses a file that is not UTF-8, one that is missing, and a place it cannot write to", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "latin.jsonl"), Buffer.concat([Buffer.from(line("A").slice(0, -2)), Buffer.from([0xe9, 0x22, 0x7d])]));
    const latin = await run(["similarity", "--new", join(folder, "latin.jsonl"), "--out", join(folder, "x")], english);
    expect([latin.code, latin.err.includes("line 1, -: not UTF-8")]).toEqual([1, true]);
    const missing = await run(["similarity", "--new", join(folder, "none"), "--out", join(folder, "x")], english);
    expect([missing.code, missing.err.startsWith("anugerah: ")]).toEqual([1, true]);
    const { code } = await compare({ news: line("A") }, join(folder, "nowhere", "x"));
    expect(code).toBe(1);
  });

  it("answers an empty file with no pair, and asks for what it needs with exit 2", async () => {
    const { code, read } = await compare({ news: "" });
    expect([code, read().pairs]).toEqual([0, []]);
    expect((await run(["similarity", "--new", "x"], english)).code).toBe(2);
  });
});
