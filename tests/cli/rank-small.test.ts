import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { inventedYear, type Plan, planForAnyone } from "#tests/features/ranking/calibration/worlds.ts";

type Entry = { entry: string; rawMean: number; rawRank: number; rank: number; pTop: Record<string, number> | null };
type Ranking = { model: { variance: unknown }; entries: Entry[]; warnings: { code: string; text: string }[] };
type Line = { entry: string; assessor: string; stratum: string; value: number };

async function rank(lines: readonly Line[]) {
  const folder = freshFolder();
  const [marks, out] = [join(folder, "marks.csv"), join(folder, "ranking.json")];
  writeFileSync(marks, ["entry,assessor,mark,stratum", ...lines.map(({ entry, assessor, stratum, value }) => [entry, assessor, value, stratum].join())].join("\n"));
  const ran = await run(["rank", "--marks", marks, "--cut", "5", "--draws", "400", "--out", out], { env: { LANG: "en_GB.UTF-8" } });
  return { ...ran, bytes: () => readFileSync(out, "utf8"), read: () => JSON.parse(readFileSync(out, "utf8")) as Ranking };
}

const world = { severity: 5, spread: 0, category: 0 };
const pool = (entries: number, assessors: number, reads: number): Line[] =>
  inventedYear(world, planForAnyone({ entries, assessors, reads, strata: 1 }, assessors), entries).marks;
const planned = (readers: number[][], strata: number[] = readers.map(() => 0)): Plan => ({ strata, readers, assessors: 12 });
const played = (plan: Plan): Line[] => inventedYear(world, plan, 3).marks;
const flat = (lines: Line[], value: (line: Line) => number): Line[] => lines.map((line) => ({ ...line, value: value(line) }));
const team = (size: number, from: number): number[] => Array.from({ length: size }, (_, j) => from + j);

const unrankable: [string, Line[], string[]][] = [
  ["ten assessors and one read each", pool(60, 10, 1), ["notEstimable", "disconnected"]],
  ["twenty assessors and one read each", pool(90, 20, 1), ["notEstimable", "disconnected"]],
  ["one assessor", pool(20, 1, 1), ["notEstimable"]],
  ["one entry", played(planned([[0, 1]])), ["notEstimable"]],
  ["one mark", played(planned([[0]])), ["notEstimable"]],
  ["every mark the same", flat(pool(4, 4, 2), () => 70), ["notEstimable"]],
  ["every entry a stratum of its own", played(planned(Array.from({ length: 9 }, (_, i) => team(2, i % 3)), team(9, 0))), ["notEstimable"]],
  ["teams that share nobody and read one entry each", played(planned([team(2, 0), team(2, 2), team(2, 4)])), ["notEstimable", "disconnected"]],
];

describe("a pool too small to calibrate", () => {
  it.each(unrankable)("ranks by the raw mean and says so: %s", async (_, lines, expected) => {
    const { code, err, read } = await rank(lines);
    const { model, entries, warnings } = read();
    expect(code).toBe(0);
    expect(warnings.map((one) => one.code)).toEqual(expected);
    expect(err).toContain("the raw mean ranks");
    expect([model.variance, new Set(entries.map(({ pTop }) => pTop))]).toEqual([null, new Set([null])]);
    expect(entries.map(({ rawMean }) => rawMean)).toEqual(entries.map(({ rawMean }) => rawMean).sort((a, b) => b - a));
  });

  it("names nobody's marks as the reason when all of them are alike, and loses none", async () => {
    const { read } = await rank(flat(pool(30, 6, 2), () => 70));
    const { entries, warnings } = read();
    expect(entries.length).toBe(30);
    expect(warnings.map(({ code }) => code)).toEqual(["notEstimable", ...Array.from({ length: 6 }, () => "constant")]);
  });
});

describe("a small pool that can be calibrated", () => {
  it.each([[10, 60], [20, 90]] as const)("of %i assessors with two reads each entry gives chances that fill the places", async (assessors, entries) => {
    const { code, read } = await rank(pool(entries, assessors, 2));
    expect(code).toBe(0);
    const found = read();
    expect(found.warnings).toEqual([]);
    expect(found.entries.reduce((sum, { pTop }) => sum + (pTop?.["5"] ?? NaN), 0)).toBeCloseTo(5, 5);
  });

  it("of two entries says that leniency lies at the edge", async () => {
    const marks = [["P1", "A", 80], ["P1", "B", 70], ["P2", "A", 60], ["P2", "B", 65]] as const;
    const { read } = await rank(marks.map(([entry, assessor, value]) => ({ entry, assessor, value, stratum: "" })));
    expect([read().entries.map(({ entry }) => entry), read().warnings.map(({ code }) => code)]).toEqual([["P1", "P2"], ["boundary"]]);
  });

  it("whose entries do not differ shares the places among all and gives nobody a certainty", async () => {
    const lines = planForAnyone({ entries: 40, assessors: 8, reads: 3, strata: 1 }, 2);
    const { read } = await rank(flat(inventedYear(world, lines, 5).marks, ({ entry, assessor }) => 60 + 3 * Number(assessor.slice(1)) + ((Number(entry.slice(1)) * 7 + Number(assessor.slice(1)) * 5) % 3)));
    const { entries, warnings } = read();
    const chances = entries.map(({ pTop }) => pTop?.["5"] ?? NaN);
    expect(warnings.map(({ code }) => code)).toContain("boundary");
    expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(5, 5);
    expect(Math.max(...chances)).toBeLessThan(0.3);
  });

  it("in pieces is refused, with what would make it one", async () => {
    const { code, err } = await rank(played(planned([...Array.from({ length: 4 }, () => team(2, 0)), ...Array.from({ length: 4 }, () => team(2, 2))])));
    expect([code, err]).toEqual([1, expect.stringContaining("2 groups")]);
  });
});

describe("the order of rows", () => {
  it.each([1, 2, 3, 4, 5, 6])("changes no byte of a ranking (table %i)", async (seed) => {
    const random = seededRandom(seed);
    const size = { entries: 12 + Math.floor(random() * 40), assessors: 4 + Math.floor(random() * 6), reads: 1 + Math.floor(random() * 3), strata: 1 + Math.floor(random() * 3) };
    const lines = inventedYear({ severity: 4, spread: 0.1, category: 3 }, planForAnyone(size, seed), seed).marks.map((line) => ({ ...line, value: Math.round(line.value) }));
    const [one, ...others] = await Promise.all([lines, lines.toReversed(), shuffled(lines, random), shuffled(lines, random)].map(rank));
    expect([one?.code, new Set(others.map(({ bytes }) => bytes() === one?.bytes()))]).toEqual([0, new Set([true])]);
  });
});
