import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calibrationVector, readVector } from "#tests/features/ranking/calibration/vectors.ts";
import { run } from "#tests/support/command.ts";
import { freshFolder } from "#tests/support/folders.ts";

type Entry = { entry: string; marks: number; rawMean: number; calibrated: number; rank: number; rawRank: number; sensitivity: { trimmedMeanRank: number | null }; pTop: Record<string, number> | null; tie: string | null };
type PanelExample = {
  input: { rows: { p: string; e: string; g: string; k: string; y: number }[] };
  expected: { var_panel: number; panel_effect: Record<string, number> };
};
type Ranking = {
  panels?: { panel: string; marks: number; leniency: number; se: number }[];
  model: { reml: number | null; variance: Record<string, number> | null };
  entries: Entry[];
  assessors: { assessor: string; leniency: number | null; flags: string[] }[];
  connectivity: { components: number };
  cuts?: { size: number; listed: string[]; reserve: string[] }[];
  warnings: { code: string; text: string; assessor?: string }[];
};

async function rank(lines: readonly string[], given: { rules?: unknown; options?: string[] } = {}) {
  const folder = freshFolder();
  const [marks, rules, out] = ["marks.csv", "rules.json", "ranking.json"].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(marks, `${lines.join("\n")}\n`);
  writeFileSync(rules, JSON.stringify(given.rules ?? {}));
  const ran = await run(["rank", "--marks", marks, "--rules", rules, "--out", out, ...(given.options ?? ["--draws", "200"])], { env: { LANG: "en_GB.UTF-8" } });
  return { ...ran, bytes: () => readFileSync(out, "utf8"), read: () => JSON.parse(readFileSync(out, "utf8")) as Ranking };
}

const table = (name: string): string[] => [
  "entry,assessor,mark,stratum",
  ...calibrationVector(name).marks.map(({ entry, assessor, value, stratum }) => [entry, assessor, value, stratum].join()),
];

describe("anugerah rank", () => {
  it.each(["tiny", "medium", "category"])("gives what lme4 gives for %s, recentred so that the overall mean stands", async (name) => {
    const { code, read } = await rank(table(name), { options: ["--draws", "100", "--cut", "3"] });
    const { model, entries, assessors } = read();
    const { expected, marks } = calibrationVector(name);
    expect(code).toBe(0);
    expect(Math.abs((model.reml ?? 0) - expected.REMLcrit)).toBeLessThan(1e-5);
    const shift = marks.reduce((sum, { assessor }) => sum + (expected.evaluator_effect[assessor] ?? NaN), 0) / marks.length;
    for (const { assessor, leniency } of assessors) expect(Math.abs((leniency ?? NaN) + shift - (expected.evaluator_effect[assessor] ?? NaN))).toBeLessThan(1e-3);
    for (const { entry, calibrated } of entries) expect(Math.abs(calibrated - shift - (expected.adjusted_mean[entry] ?? NaN))).toBeLessThan(1e-3);
  });

  it.each(["rotating", "disjoint", "none"])("tells panels apart as lme4 does for panels %s, and says what each gave", async (name) => {
    const { input, expected } = readVector<PanelExample>(`calib_panels_${name}`);
    const lines = ["entry,assessor,mark,stratum,panel", ...input.rows.map(({ p, e, g, k, y }) => [p, e, y, g, k].join())];
    const { code, read } = await rank(lines, { rules: { waivers: [{ code: "disconnected", reason: "entries drawn by lot" }] } });
    const { model, panels, warnings } = read();
    const mean = input.rows.reduce((sum, { k }) => sum + (expected.panel_effect[k] ?? NaN), 0) / input.rows.length;
    expect([code, Math.abs((model.variance?.panel ?? NaN) - expected.var_panel) <= 1e-4 * expected.var_panel]).toEqual([0, true]);
    expect(panels?.map(({ panel, marks }) => [panel, marks])).toEqual(["Panel A", "Panel B", "Panel C"].map((panel) => [panel, input.rows.filter(({ k }) => k === panel).length]));
    for (const { panel, leniency } of panels ?? []) expect(Math.abs(leniency + mean - (expected.panel_effect[panel] ?? NaN))).toBeLessThan(1e-3);
    expect(warnings.map(({ code: about }) => about)).toEqual({ rotating: [], disjoint: ["disconnected"], none: ["disconnected", "boundary"] }[name]);
  });

  it("says nothing of panels where there is one or none, nor where they are strata under another name", async () => {
    const [head = "", ...rows] = table("category");
    const plain = await rank([head, ...rows]);
    const one = await rank([`${head},panel`, ...rows.map((row) => `${row},A`)]);
    const named = await rank([`${head},panel`, ...rows.map((row) => `${row},${row.split(",")[3] ?? ""}`)]);
    expect(one.bytes()).toBe(plain.bytes());
    expect(named.read().warnings.map(({ code }) => code)).toEqual(["panelsUntold"]);
    expect({ ...named.read(), warnings: [] }).toEqual({ ...plain.read(), warnings: [] });
  });

  it("stands the rank without highest and lowest mark beside entries that have five, and ranks nothing by it", async () => {
    const given: Record<string, number[]> = { P1: [90, 80, 80, 80, 20], P2: [79, 78, 77, 76, 60], P3: [70, 70, 70, 70] };
    const lines = Object.entries(given).flatMap(([entry, marks]) => marks.map((mark, at) => `${entry},E${at},${mark}`));
    const { read } = await rank(["entry,assessor,mark", ...lines], { rules: { quantity: "calibrated" } });
    expect(Object.fromEntries(read().entries.map(({ entry, rawRank, sensitivity }) => [entry, [rawRank, sensitivity.trimmedMeanRank]]))).toEqual({ P1: [2, 1], P2: [1, 2], P3: [2, null] });
  });

  it("refuses a sheet whose criteria stand under two panels, whichever row comes first", async () => {
    const rows = ["P1,A,80,x,1", "P1,A,70,y,2"];
    for (const lines of [rows, rows.toReversed()]) {
      const { code, err } = await rank(["entry,assessor,mark,criterion,panel", ...lines]);
      expect([code, err.includes("more than one panel")]).toEqual([1, true]);
    }
  });

  it("writes the same bytes whatever the order of the rows", async () => {
    const [head = "", ...rows] = table("medium");
    const [one, other] = [await rank([head, ...rows]), await rank([head, ...rows.toReversed()])];
    expect(other.bytes()).toBe(one.bytes());
  });

  it("ranks by the raw mean and says so where every entry was read once", async () => {
    const { code, read } = await rank(["entry,assessor,mark", "P1,A,80", "P2,B,90", "P3,A,70"]);
    const { model, entries, warnings } = read();
    expect(code).toBe(0);
    expect([model.variance, entries.map(({ entry, pTop }) => [entry, pTop])]).toEqual([null, [["P2", null], ["P1", null], ["P3", null]]]);
    expect(warnings.map(({ code: one }) => one)).toEqual(["notEstimable", "disconnected"]);
  });

  const pieces = ["entry,assessor,mark", "P1,A,80", "P1,B,85", "P2,A,60", "P2,B,61", "P3,C,70", "P3,D,75", "P4,C,50", "P4,D,58"];

  it("refuses assessors in pieces unless the rules record a waiver", async () => {
    const refused = await rank(pieces);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("2 groups")]);
    const waived = await rank(pieces, { rules: { waivers: [{ code: "disconnected", reason: "Entries were drawn at random over both teams." }] } });
    expect([waived.code, waived.read().connectivity.components]).toEqual([0, 2]);
  });

  it("raises an absent assessor's zeros by name, and keeps every mark in the fit", async () => {
    const rows = table("category").map((line) => line.replace(/^(P\d+,J04),\d+/, "$1,0"));
    const { read } = await rank(rows);
    const { assessors, warnings } = read();
    expect(assessors.filter(({ flags }) => flags.includes("placeholder")).map(({ assessor }) => assessor)).toEqual(["J04"]);
    expect(warnings.map(({ code, assessor }) => [code, assessor])).toContainEqual(["placeholder", "J04"]);
    expect(assessors.find(({ assessor }) => assessor === "J04")?.leniency).toBeLessThan(-20);
  });

  it("weighs criteria by the rules and separates equals by them, in their order", async () => {
    const marks = [["P1", 80, 60], ["P2", 60, 80], ["P3", 70, 70]].flatMap(([entry, one, other]) =>
      ["A", "B"].flatMap((assessor) => [`${entry},${assessor},${one},novelty`, `${entry},${assessor},${other},benefit`]),
    );
    const rules = { criteria: [{ key: "benefit", weight: 5_000 }, { key: "novelty", weight: 5_000 }] };
    const { read } = await rank(["entry,assessor,mark,criterion", ...marks], { rules });
    expect(read().entries.map(({ entry, tie }) => [entry, tie])).toEqual([["P2", "benefit"], ["P3", "benefit"], ["P1", "benefit"]]);
  });

  it("draws the line by shares, minima and reserve of the clusters", async () => {
    const marks = [["P1", "kota", 90], ["P2", "kota", 85], ["P3", "kota", 80], ["P4", "provinsi", 70], ["P5", "bumn", 60]].flatMap(([entry, cluster, mark]) =>
      ["A", "B"].map((assessor) => `${entry},${assessor},${mark},${cluster}`),
    );
    const rules = { cuts: [{ size: 3, reserve: 1, minima: { provinsi: 1 } }, { size: 2, shares: { bumn: 5_000, kota: 5_000 } }] };
    const { read } = await rank(["entry,assessor,mark,cluster", ...marks], { rules });
    expect(read().cuts).toEqual([
      { size: 3, listed: ["P1", "P2", "P4"], reserve: ["P3"] },
      { size: 2, listed: ["P1", "P5"], reserve: [] },
    ]);
  });

  it("names the first faulty lines by field", async () => {
    const { code, err } = await rank(["entry,assessor,mark", "P1,A,eighty", ",B,1", "P2,A"]);
    expect(code).toBe(1);
    expect(err).toMatch(/line 2, mark: .+\n.+line 3, entry: .+\n.+line 4, -: must have 3 columns/);
  });

  it("refuses a head it does not know", async () => {
    expect((await rank(["entry,judge,mark", "P1,A,1"])).err).toContain("entry,assessor,mark");
  });
});

describe("anugerah reliability", () => {
  it("gives each statistic with its interval, or the reason for which there is none", async () => {
    const folder = freshFolder();
    const [matrix, out] = [join(folder, "m.csv"), join(folder, "r.json")];
    writeFileSync(matrix, "entry,A,B,C\nP1,1,2,\nP2,3,3,4\nP3,5,,5\n");
    const { code } = await run(["reliability", "--matrix", matrix, "--out", out], {});
    const found = JSON.parse(readFileSync(out, "utf8")) as Record<string, { value: number | null; reason: string | null }>;
    expect(code).toBe(0);
    expect([found.entries, found.assessors]).toEqual([3, 3]);
    expect([found["ICC(2,1)"]?.reason, found.kendallW?.reason, found["ICC(1)"]?.reason]).toEqual(["incomplete", "incomplete", "unbalanced"]);
    expect(found.alphaInterval?.value).toBeGreaterThan(0.8);
  });
});
