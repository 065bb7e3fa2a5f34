import { describe, expect, it } from "vitest";
import { connectivityOf } from "#app/features/ranking/calibration/connectivity/rules.ts";
import { designOf, rawMeans } from "#app/features/ranking/calibration/design/rules.ts";
import { spareReads } from "#app/features/ranking/calibration/estimable/rules.ts";
import { calibratedMeans, fitCalibration, qualities } from "#app/features/ranking/calibration/fit/rules.ts";
import { flagsOf } from "#app/features/ranking/calibration/guards/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { drawRanks } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { withinEntryMeans } from "#app/features/ranking/calibration/within/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { calibrationVector } from "#tests/features/ranking/calibration/vectors.ts";

const names = [
  ["tiny", 3],
  ["medium", 10],
  ["category", 20],
] as const;

const apart = (found: ArrayLike<number>, keys: readonly string[], expected: Record<string, number>): number =>
  Math.max(...keys.map((key, at) => Math.abs((found[at] as number) - (expected[key] as number))));

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
  return "nothing refused";
}

describe.each(names)("the calibration of lme4's example %s", (name, cut) => {
  const { marks, expected, tolerance } = calibrationVector(name);
  const fit = fitCalibration(designOf(marks));
  const { design } = fit;

  it("reaches the REML criterion", () => {
    expect(Math.abs(fit.reml - expected.REMLcrit)).toBeLessThan(1e-5);
  });

  it("finds the variances of entries, assessors and residuals", () => {
    const ratios = [
      fit.variances.entry / expected.var_proposal,
      fit.variances.assessor / expected.var_evaluator,
      fit.variances.residual / expected.var_residual,
    ];
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(tolerance.variance_rel);
  });

  it("finds every assessor's effect, before it is recentred", () => {
    const effects = fit.leniency.map((value) => value + fit.shift);
    expect(apart(effects, design.assessors, expected.evaluator_effect)).toBeLessThan(tolerance.effects_abs);
  });

  it("adjusts every entry's mean by its assessors' effects", () => {
    const adjusted = calibratedMeans(fit).map((value) => value - fit.shift);
    expect(apart(adjusted, design.entries, expected.adjusted_mean)).toBeLessThan(tolerance.effects_abs);
    expect(apart(rawMeans(design), design.entries, expected.raw_mean)).toBeLessThan(1e-9);
  });

  it("predicts every entry's quality", () => {
    const quality = qualities(fit).map((value) => value - fit.shift);
    const mu = expected.mu ?? 0;
    const blups = expected.theta ?? Object.fromEntries(Object.entries(expected.proposal_blup ?? {}).map(([key, u]) => [key, mu + u]));
    expect(apart(quality, design.entries, blups)).toBeLessThan(tolerance.effects_abs);
  });

  it("draws the probability of the top as the dense matrix of R does", () => {
    const { pTop } = drawRanks(fit, { cuts: [cut], draws: 20_000, seed: 1 });
    const found = pTop.get(cut) ?? new Float64Array();
    expect(apart(found, design.entries, expected[`p_top${cut}`] as Record<string, number>)).toBeLessThan(tolerance.p_top_abs);
  });
});

/** Marks of entries of quality 60 with so many reads each by assessors at random. */
function invented({ entries, assessors, reads, severity, seed }: { entries: number; assessors: number; reads: number; severity: number; seed: number }): Mark[] {
  const random = seededRandom(seed);
  const normal = (): number => Array.from({ length: 12 }, random).reduce((sum, x) => sum + x, -6);
  const lenient = Array.from({ length: assessors }, () => severity * normal());
  return Array.from({ length: entries }, (_, i) => {
    const quality = 60 + 8 * normal();
    const readers = shuffled(Array.from({ length: assessors }, (_, j) => j), random).slice(0, reads);
    return readers.map((j) => ({ entry: `P${i}`, assessor: `E${j}`, stratum: "", value: Math.round(quality + (lenient[j] ?? 0) + 5 * normal()) }));
  }).flat();
}

describe("the calibration", () => {
  const marks = invented({ entries: 60, assessors: 8, reads: 3, severity: 5, seed: 4 });

  it("does not depend on the order of the marks, not in one bit", () => {
    const [a, b] = [marks, shuffled(marks, seededRandom(9))].map((order) => {
      const fit = fitCalibration(designOf(order));
      return { fit, ranks: drawRanks(fit, { cuts: [10], draws: 50, seed: 3 }) };
    });
    expect(b).toEqual(a);
  });

  it("keeps the overall mean of the marks: leniency weighted by marks given sums to zero", () => {
    const fit = fitCalibration(designOf(marks));
    const sum = fit.design.readers.reduce((total, j) => total + (fit.leniency[j] ?? 0), 0);
    expect(Math.abs(sum)).toBeLessThan(1e-9);
  });

  it("ranks by the raw mean where assessors do not differ: their variance lies at zero", () => {
    const alike: Mark[] = Array.from({ length: 30 }, (_, i) =>
      ["A", "B"].map((assessor, j) => ({ entry: `P${String(i).padStart(2, "0")}`, assessor, stratum: "", value: 50 + (i % 2 === j ? 3 : -3) + (i % 7) })),
    ).flat();
    const fit = fitCalibration(designOf(alike));
    expect(fit.boundary.assessor).toBe(true);
    expect(apart(calibratedMeans(fit), fit.design.entries, Object.fromEntries(fit.design.entries.map((entry, i) => [entry, rawMeans(fit.design)[i] ?? 0])))).toBeLessThan(1e-5);
  });

  it("cannot be estimated when every entry was read once, and says so", () => {
    const single = invented({ entries: 40, assessors: 10, reads: 1, severity: 5, seed: 1 });
    expect(spareReads(designOf(single))).toBe(0);
    expect(refusalOf(() => fitCalibration(designOf(single)))).toBe("ranking.notEstimable");
  });

  it("refuses an assessor twice on an entry, an entry in two strata, and an empty table", () => {
    const mark = { entry: "P", assessor: "E", stratum: "K1", value: 1 };
    expect(refusalOf(() => designOf([mark, { ...mark, value: 2 }]))).toBe("ranking.markTwice");
    expect(refusalOf(() => designOf([mark, { ...mark, assessor: "F", stratum: "K2" }]))).toBe("ranking.stratumTwice");
    expect(refusalOf(() => designOf([]))).toBe("ranking.marksNone");
  });
});

describe("connectivity", () => {
  it("has the least contrast variance when all pairs are equally linked", () => {
    const pairs = [["A", "B"], ["A", "C"], ["B", "C"]];
    const marks = pairs.flatMap((pair, i) => pair.map((assessor) => ({ entry: `P${i}`, assessor, stratum: "", value: i })));
    const { components, contrastVariance, ideal } = connectivityOf(designOf(marks));
    expect(components).toBe(1);
    expect(contrastVariance).toBeCloseTo(4 / 3, 10);
    expect(ideal).toBeCloseTo(4 / 3, 10);
  });

  it("counts pieces that share no assessor, and compares nothing across them", () => {
    const marks = [["P", "A"], ["P", "B"], ["Q", "C"], ["Q", "D"]].map(([entry = "", assessor = ""]) => ({ entry, assessor, stratum: "", value: 5 }));
    expect(connectivityOf(designOf(marks))).toEqual({ components: 2, contrastVariance: null, ideal: 3, fiedler: null });
  });
});

describe("least squares within entries", () => {
  it("finds exact severities where nothing else differs", () => {
    const lenient: Record<string, number> = { A: 4, B: -4, C: 0 };
    const pairs = [["A", "B"], ["B", "C"], ["C", "A"]];
    const marks = pairs.flatMap((pair, i) => pair.map((assessor) => ({ entry: `P${i}`, assessor, stratum: "", value: 50 + 10 * i + (lenient[assessor] ?? 0) })));
    const means = withinEntryMeans(designOf(marks));
    for (const [i, mean] of means.entries()) expect(mean).toBeCloseTo(50 + 10 * i, 6);
  });
});

describe("marks that are no judgement", () => {
  const marks = invented({ entries: 200, assessors: 30, reads: 3, severity: 4, seed: 8 });
  const flagged = (changed: Mark[]): Record<string, string[]> => {
    const design = designOf(changed);
    return Object.fromEntries(flagsOf(design).flatMap((flags, j) => (flags.length > 0 ? [[design.assessors[j] ?? "", flags]] : [])));
  };

  it("are not seen in ordinary marks", () => {
    expect(flagged(marks)).toEqual({});
  });

  it("raise an absent assessor's zeros by name", () => {
    expect(flagged(marks.map((mark) => (mark.assessor === "E3" ? { ...mark, value: 0 } : mark)))).toEqual({ E3: ["constant", "placeholder", "extreme"] });
  });

  it("raise an assessor whose marks are all the same", () => {
    expect(flagged(marks.map((mark) => (mark.assessor === "E3" ? { ...mark, value: 61 } : mark)))).toEqual({ E3: ["constant"] });
  });
});
