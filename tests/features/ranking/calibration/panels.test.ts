import { describe, expect, it } from "vitest";
import { connectivityOf } from "#app/features/ranking/calibration/connectivity/rules.ts";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration, qualities } from "#app/features/ranking/calibration/fit/rules.ts";
import type { Fit, Mark } from "#app/features/ranking/calibration/types.ts";
import { drawer, drawRanks, normals } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { choleskyInPlace, solveLower } from "#app/lib/linear-algebra.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { readVector } from "#tests/features/ranking/calibration/vectors.ts";

type Effects = Record<string, number>;

/** Marks and what lme4 1.1-31 made of them: `lmer(y ~ 0 + g + (1|p) + (1|e) + (1|k), REML = TRUE)`. */
type PanelVector = {
  input: { rows: { p: string; e: string; g: string; k: string; y: number }[] };
  expected: Record<"REMLcrit" | "var_proposal" | "var_evaluator" | "var_panel" | "var_residual", number> &
    Record<"evaluator_effect" | "panel_effect" | "proposal_blup" | "category_mean" | "adjusted_mean", Effects>;
  tolerance: { variance_rel: number; effects_abs: number };
};

const marksOf = ({ input }: PanelVector): Mark[] => input.rows.map(({ p, e, g, k, y }) => ({ entry: p, assessor: e, stratum: g, panel: k, value: y }));

const apart = (found: ArrayLike<number>, keys: readonly string[], expected: Effects): number => Math.max(...keys.map((key, at) => Math.abs((found[at] as number) - (expected[key] as number))));

describe.each(["rotating", "disjoint", "none"])("the calibration of lme4's example of panels %s", (name) => {
  const vector = readVector<PanelVector>(`calib_panels_${name}`);
  const { expected, tolerance } = vector;
  const fit = fitCalibration(designOf(marksOf(vector)));
  const { design } = fit;

  it("reaches the REML criterion", () => {
    expect(Math.abs(fit.reml - expected.REMLcrit)).toBeLessThan(1e-5);
  });

  it("finds the four variances", () => {
    const pairs = [
      [fit.variances.entry, expected.var_proposal],
      [fit.variances.assessor, expected.var_evaluator],
      [fit.variances.panel ?? -1, expected.var_panel],
      [fit.variances.residual, expected.var_residual],
    ] as const;
    for (const [found, wanted] of pairs) expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance.variance_rel * wanted);
  });

  it("finds the effects of assessors, panels and entries and the means of strata, before they are recentred", () => {
    expect(apart(fit.leniency.map((value) => value + fit.shift), design.assessors, expected.evaluator_effect)).toBeLessThan(tolerance.effects_abs);
    expect(apart(fit.panelLeniency.map((value) => value + fit.panelShift), design.panels, expected.panel_effect)).toBeLessThan(tolerance.effects_abs);
    expect(apart(fit.effects, design.entries, expected.proposal_blup)).toBeLessThan(tolerance.effects_abs);
    expect(apart(fit.means.map((value) => value - fit.shift - fit.panelShift), design.strata, expected.category_mean)).toBeLessThan(tolerance.effects_abs);
  });

  it("takes assessor and panel from every mark", () => {
    expect(apart(calibratedMeans(fit).map((value) => value - fit.shift - fit.panelShift), design.entries, expected.adjusted_mean)).toBeLessThan(tolerance.effects_abs);
  });
});

describe("a panel's leniency", () => {
  const rotating = marksOf(readVector<PanelVector>("calib_panels_rotating"));
  const without = rotating.map(({ panel: _panel, ...mark }) => mark);

  it("lies at the edge where panels do not differ: ranks are those of a model without panels", () => {
    const marks = marksOf(readVector<PanelVector>("calib_panels_none"));
    const fit = fitCalibration(designOf(marks));
    const plain = fitCalibration(designOf(marks.map(({ panel: _panel, ...mark }) => mark)));
    expect([fit.boundary.panel, fit.variances.panel]).toEqual([true, 0]);
    const [a, b] = [calibratedMeans(fit), calibratedMeans(plain)];
    expect(Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))))).toBeLessThan(1e-5);
  });

  it("leaves the overall mean of the marks: weighted by marks it sums to zero", () => {
    const fit = fitCalibration(designOf(rotating));
    const sum = (columns: Int32Array, effects: Float64Array): number => columns.reduce((all, column) => all + (effects[column] as number), 0);
    expect(Math.abs(sum(fit.design.panelOf, fit.panelLeniency))).toBeLessThan(1e-9);
    expect(Math.abs(sum(fit.design.readers, fit.leniency))).toBeLessThan(1e-9);
  });

  it("does not depend on the order of the marks, not in one bit, and is drawn with the rest", () => {
    const [a, b] = [rotating, shuffled(rotating, seededRandom(3))].map((order) => {
      const fit = fitCalibration(designOf(order));
      return { fit, ranks: drawRanks(fit, { cuts: [6], draws: 200, seed: 3 }) };
    });
    expect(b).toEqual(a);
  });

  it("is drawn with the rest: qualities vary as the whole system of mixed-model equations says", () => {
    const fit = fitCalibration(designOf(rotating));
    const drawn = spreadOf(drawer(fit, normals(seededRandom(5))), { entries: fit.design.entries.length, draws: 20_000 });
    const known = varianceOfQualities(fit);
    // The standard error of a variance of 20,000 draws is one in a hundred of it.
    expect(Math.max(...drawn.map((variance, i) => Math.abs(variance / (known[i] as number) - 1)))).toBeLessThan(0.05);
  });

  it("is not asked of one panel or none: the fit is the same bit for bit", () => {
    const plain = fitCalibration(designOf(without));
    expect(fitCalibration(designOf(rotating.map((mark) => ({ ...mark, panel: "A" }))))).toEqual(plain);
    expect(plain.variances).not.toHaveProperty("panel");
    expect(plain.design.hasUntoldPanels).toBe(false);
  });

  it.each([
    ["strata", (mark: Mark) => mark.stratum],
    ["assessors", (mark: Mark) => mark.assessor],
    ["entries", (mark: Mark) => mark.entry],
  ])("is not told where panels are %s under another name, and the fit is that without panels", (_name, panelOf) => {
    const design = designOf(rotating.map((mark) => ({ ...mark, panel: panelOf(mark) })));
    expect([design.panels, design.hasUntoldPanels]).toEqual([[], true]);
    const { design: _with, ...fit } = fitCalibration(design);
    const { design: _without, ...plain } = fitCalibration(designOf(without));
    expect(fit).toEqual(plain);
  });

  it("links nobody: assessors of disjoint panels stay in pieces", () => {
    expect(connectivityOf(designOf(marksOf(readVector<PanelVector>("calib_panels_disjoint")))).components).toBe(3);
    expect(connectivityOf(designOf(rotating)).components).toBe(1);
  });

  it("is taken where one entry was heard by two panels, from each mark its own", () => {
    const twice = rotating.map((mark, at) => (at % 4 === 0 ? { ...mark, panel: "Panel B" } : mark));
    const fit = fitCalibration(designOf(twice));
    const lenient = (mark: Mark): number => (fit.leniency[fit.design.assessors.indexOf(mark.assessor)] as number) + (fit.panelLeniency[fit.design.panels.indexOf(mark.panel ?? "")] as number);
    const own = twice.filter(({ entry }) => entry === "P01");
    const mean = own.reduce((sum, mark) => sum + mark.value - lenient(mark), 0) / own.length;
    expect(calibratedMeans(fit)[0]).toBeCloseTo(mean, 9);
    expect(qualities(fit).every(Number.isFinite)).toBe(true);
  });
});

function spreadOf(next: () => Float64Array, { entries, draws }: { entries: number; draws: number }): Float64Array {
  const [sums, squares] = [new Float64Array(entries), new Float64Array(entries)];
  for (let draw = 0; draw < draws; draw += 1) {
    next().forEach((value, i) => {
      sums[i] = (sums[i] as number) + value;
      squares[i] = (squares[i] as number) + value * value;
    });
  }
  return sums.map((sum, i) => (squares[i] as number) / draws - (sum / draws) ** 2);
}

/** Variance of mu_g + u_i from Henderson's equations with nothing eliminated: entries, assessors, panels, strata. */
function varianceOfQualities({ design, variances }: Fit): number[] {
  const { entries, assessors, panels, strata, first, readers, panelOf, stratumOf } = design;
  const [I, J, K] = [entries.length, assessors.length, panels.length];
  const size = I + J + K + strata.length;
  const matrix = new Float64Array(size * size);
  const ratios = [...entries.map(() => variances.entry), ...assessors.map(() => variances.assessor), ...panels.map(() => variances.panel ?? NaN)].map((variance) => variances.residual / variance);
  ratios.forEach((ratio, column) => (matrix[column * size + column] = ratio));
  entries.forEach((_, i) => {
    for (let at = first[i] as number; at < (first[i + 1] as number); at += 1) {
      const own = [i, I + (readers[at] as number), I + J + (panelOf[at] as number), I + J + K + (stratumOf[i] as number)];
      for (const row of own) for (const column of own) matrix[row * size + column] = (matrix[row * size + column] as number) + 1;
    }
  });
  choleskyInPlace(matrix, size);
  return entries.map((_, i) => {
    const pick = new Float64Array(size);
    pick[i] = 1;
    pick[I + J + K + (stratumOf[i] as number)] = 1;
    return variances.residual * solveLower(matrix, size, pick).reduce((sum, value) => sum + value * value, 0);
  });
}
