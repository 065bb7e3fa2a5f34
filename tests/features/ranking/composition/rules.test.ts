import { describe, expect, it } from "vitest";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { composeList } from "#app/features/ranking/composition/rules.ts";
import type { Composed, CountedStage } from "#app/features/ranking/composition/types.ts";
import { recount } from "#app/features/ranking/recount/rules.ts";
import type { RecountRules } from "#app/features/ranking/recount/types.ts";
import { type Random, seededRandom, shuffled } from "#app/lib/random.ts";

const bell = (random: Random): number => Array.from({ length: 12 }, random).reduce((sum, x) => sum + x, 0) - 6;

type Made = { entries: number; assessors: number; reads: number; seed: number };

/** Marks of a stage: quality 75 ± 8, severity ± 5, noise ± 4, two strata, readers by turns. */
function marksOf({ entries, assessors, reads, seed }: Made): { marks: Mark[]; names: string[]; quality: number[] } {
  const random = seededRandom(seed);
  const severity = Array.from({ length: assessors }, () => 5 * bell(random));
  const quality = Array.from({ length: entries }, () => 75 + 8 * bell(random));
  const names = quality.map((_, i) => String(i + 1).padStart(7, "0"));
  const marks = quality.flatMap((own, i) =>
    shuffled(severity.map((_, j) => j), random)
      .slice(0, reads)
      .map((j): Mark => ({ entry: names[i] as string, assessor: String(1_000 + j), stratum: i % 2 === 0 ? "a" : "b", value: own + (severity[j] as number) + 4 * bell(random) })),
  );
  return { marks, names, quality };
}

const desk = marksOf({ entries: 60, assessors: 8, reads: 3, seed: 4 });
const interview = marksOf({ entries: 60, assessors: 5, reads: 3, seed: 9 });

const listOf = (stages: CountedStage[], entries = desk.names): Composed => composeList({ stages, entries, size: 15, seed: 11, draws: 500, trims: true });

const plain: RecountRules = { criteria: [], cuts: [], passMark: null, ties: [], quantity: "calibrated", waivers: [], exclude: [] };
const ofDesk = (marks: readonly Mark[]): CountedStage => ({ stage: "desk", weightBp: 10_000, marks });

describe("one stage", () => {
  it("says of every entry what a recount from a table of marks says", () => {
    const found = listOf([ofDesk(desk.marks)]);
    const rows = desk.marks.map(({ value, ...mark }) => ({ ...mark, mark: value, criterion: "", cluster: "", panel: "" }));
    const again = recount(rows, { rules: plain, cuts: [15], seed: 11, draws: 500 });
    const byName = new Map(again.entries.map((entry) => [entry.entry, entry]));
    const eight = (value: number) => Math.round(value * 1e8) / 1e8;
    expect(found.entries).toEqual(
      desk.names.map((name) => {
        const entry = byName.get(name)!;
        return {
          raw: eight(entry.rawMean),
          calibrated: eight(entry.calibrated),
          quality: eight(entry.quality!),
          rawRank: entry.rawRank,
          calibratedRank: entry.rank,
          pTop: entry.pTop!["15"],
          expectedRank: eight(entry.expectedRank!),
          rank90: entry.rank90,
          withinRank: entry.sensitivity.withinEntryOnlyRank,
          unflaggedRank: null,
          trimmedRank: entry.sensitivity.trimmedMeanRank,
        };
      }),
    );
    expect(found.stages[0]?.reliability).toEqual(Object.fromEntries(Object.entries(again.reliability).map(([key, value]) => [key, eight(value!)])));
  });

  it("does not depend on the order in which marks are read", () => {
    expect(listOf([ofDesk(shuffled(desk.marks, seededRandom(3)))])).toEqual(listOf([ofDesk(desk.marks)]));
  });

  it("learns of assessors from entries that do not compete, and ranks those alone that do", () => {
    const half = desk.names.slice(0, 30);
    const found = listOf([ofDesk(desk.marks)], half);
    const all = listOf([ofDesk(desk.marks)]);
    expect(found.entries.map(({ calibrated }) => calibrated)).toEqual(all.entries.slice(0, 30).map(({ calibrated }) => calibrated));
    expect(found.entries.map(({ calibratedRank }) => calibratedRank).sort((a, b) => a - b)).toEqual(half.map((_, index) => index + 1));
    expect(Math.round(found.entries.reduce((sum, { pTop }) => sum + pTop!, 0) * 1e6)).toBe(15e6);
  });
});

describe("several stages", () => {
  it("adds them by their weights, raw and calibrated alike", () => {
    const alone = [listOf([ofDesk(desk.marks)]), listOf([{ stage: "interview", weightBp: 10_000, marks: interview.marks }])];
    const both = listOf([
      { stage: "desk", weightBp: 4_000, marks: desk.marks },
      { stage: "interview", weightBp: 6_000, marks: interview.marks },
    ]);
    const mixed = (of: "raw" | "calibrated" | "quality") => desk.names.map((_, k) => 0.4 * alone[0]!.entries[k]![of]! + 0.6 * alone[1]!.entries[k]![of]!);
    for (const of of ["raw", "calibrated", "quality"] as const) {
      const expected = mixed(of);
      expect(Math.max(...both.entries.map((entry, k) => Math.abs(entry[of]! - expected[k]!)))).toBeLessThan(2e-8);
    }
    expect(both.assessors.map(({ stage }) => stage).filter((stage, at, all) => all.indexOf(stage) === at)).toEqual(["desk", "interview"]);
  });

  it("takes a stage as marked where leniency cannot be told, and says so", () => {
    const once = interview.marks.filter(({ entry }, at, all) => all.findIndex((mark) => mark.entry === entry) === at);
    const found = listOf([
      { stage: "desk", weightBp: 5_000, marks: desk.marks },
      { stage: "interview", weightBp: 5_000, marks: once },
    ]);
    expect(found.warnings.map(({ code, stage, count }) => [code, stage, count])).toEqual([["notEstimable", "interview", 60]]);
    expect(found.stages.map(({ estimable }) => estimable)).toEqual([true, false]);
  });
});

describe("what is named before anybody signs", () => {
  it("is an assessor whose marks are a placeholder, with the ranks without him beside", () => {
    const zeros = desk.marks.map((mark) => (mark.assessor === "1003" ? { ...mark, value: 0 } : mark));
    const found = listOf([ofDesk(zeros)]);
    expect(found.warnings.filter(({ assessor }) => assessor === "1003").map(({ code }) => code)).toEqual(["constant", "placeholder"]);
    expect(found.entries.every(({ unflaggedRank }) => unflaggedRank !== null)).toBe(true);
  });

  it("is panels whose leniency cannot be told from strata, and a panel's variance at zero", () => {
    const heard = (panelOf: (mark: Mark) => string) => listOf([ofDesk(desk.marks.map((mark) => ({ ...mark, panel: panelOf(mark) })))]);
    expect(heard(({ stratum }) => stratum).warnings.map(({ code }) => code)).toEqual(["panelsUntold"]);
    // Dealt out to and fro by quality, so that every panel hears as good entries as the others.
    const byQuality = desk.names.toSorted((a, b) => (desk.quality[Number(b) - 1] ?? 0) - (desk.quality[Number(a) - 1] ?? 0));
    const alike = heard(({ entry }) => `P${[0, 1, 2, 2, 1, 0][byQuality.indexOf(entry) % 6]}`);
    expect(alike.warnings.map(({ code }) => code)).toEqual(["boundaryPanel"]);
    expect(alike.stages[0]?.panels?.map(({ panel, marks }) => [panel, marks])).toEqual(["P0", "P1", "P2"].map((panel) => [panel, 60]));
  });

  it("is a graph in pieces", () => {
    const far = marksOf({ entries: 40, assessors: 4, reads: 2, seed: 2 }).marks.map((mark) => ({ ...mark, entry: `1${mark.entry.slice(1)}`, assessor: `2${mark.assessor}` }));
    const found = listOf([ofDesk([...desk.marks, ...far])], [...desk.names, ...new Set(far.map(({ entry }) => entry))]);
    expect(found.warnings).toEqual([{ code: "disconnected", stage: "desk", assessor: null, count: 2 }]);
  });

  it("is that nothing can be told where everybody was read once: raw ranks stand alone", () => {
    const once = desk.marks.filter(({ entry }, at, all) => all.findIndex((mark) => mark.entry === entry) === at);
    const found = listOf([ofDesk(once)]);
    expect(found.warnings).toEqual([{ code: "notEstimable", stage: "desk", assessor: null, count: 60 }]);
    expect(found.entries.map(({ quality, pTop, withinRank }) => [quality, pTop, withinRank])).toEqual(desk.names.map(() => [null, null, null]));
    expect(found.entries.map(({ calibratedRank }) => calibratedRank)).toEqual(found.entries.map(({ rawRank }) => rawRank));
  });

  it("stays quiet when every mark is the same: nothing breaks, and everybody shares the first place", () => {
    const same = desk.marks.map((mark) => ({ ...mark, value: 80 }));
    expect(new Set(listOf([ofDesk(same)]).entries.map(({ rawRank }) => rawRank))).toEqual(new Set([1]));
  });
});

describe("ranks without the highest and lowest mark", () => {
  const whole = marksOf({ entries: 12, assessors: 6, reads: 6, seed: 3 });
  const stage = (weightBp: number, marks: readonly Mark[]): CountedStage => ({ stage: `${weightBp}`, weightBp, marks });
  const given = { entries: whole.names, size: 4, seed: 11, draws: 100 };

  it("stand beside where five marks were given at a stage, among entries with fewer by their plain mean", () => {
    const four = whole.marks.filter(({ entry, assessor }) => entry !== whole.names[0] || assessor > "1001");
    const ranks = composeList({ ...given, stages: [stage(10_000, four)], trims: true }).entries.map(({ trimmedRank }) => trimmedRank);
    expect(ranks.map((rank) => rank === null)).toEqual(whole.names.map((_, i) => i === 0));
    const means = whole.names.map((name) => {
      const own = four.filter(({ entry }) => entry === name).map(({ value }) => value).sort((a, b) => a - b);
      const kept = own.length > 4 ? own.slice(1, -1) : own;
      return kept.reduce((sum, value) => sum + value, 0) / kept.length;
    });
    expect(ranks.slice(1)).toEqual(means.map((mean) => 1 + means.filter((other) => other > mean).length).slice(1));
  });

  it("are none by the first way of computing lists, and none where nobody has five marks", () => {
    const first = composeList({ ...given, stages: [stage(10_000, whole.marks)], trims: false });
    const few = composeList({ ...given, stages: [stage(10_000, whole.marks.filter(({ assessor }) => assessor > "1001"))], trims: true });
    expect([...first.entries, ...few.entries].every(({ trimmedRank }) => trimmedRank === null)).toBe(true);
  });

  it("rank nothing: all other figures are the same", () => {
    const of = (trims: boolean) => composeList({ ...given, stages: [stage(10_000, whole.marks)], trims });
    expect(of(true).entries.map((entry) => ({ ...entry, trimmedRank: null }))).toEqual(of(false).entries);
  });
});
