import { marksGiven, marksHeard, readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import { minimise } from "#app/features/ranking/calibration/algebra/rules.ts";
import { isEstimable } from "#app/features/ranking/calibration/estimable/rules.ts";
import { columnsOf, effectsOf, type Evaluation, evaluator } from "#app/features/ranking/calibration/system/rules.ts";
import type { Design, Fit, Variances } from "#app/features/ranking/calibration/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Log ratio of standard deviations below which a variance is taken to be zero. */
const floor = -9;
const tolerance = 1e-11;

/**
 * Fits y = mu_g + u_i + b_j + p_k + e by restricted maximum likelihood (Patterson and Thompson 1971), solved by Henderson's
 * mixed-model equations with the entries eliminated (Henderson 1975): a dense system of assessors, panels and strata, minimised over
 * the ratios of standard deviations by Nelder and Mead from equal ones. Without panels that can be told there is no p, and two ratios
 * instead of three. About 240 evaluations, with panels 450, of O(sum n_i^2 + (J + K + G)^3). Refuses `ranking.notEstimable` where
 * `isEstimable` says no.
 */
export function fitCalibration(design: Design): Fit {
  if (!isEstimable(design)) throw new DomainError("ranking.notEstimable", { kind: "conflict" });
  const centre = design.values.reduce((sum, value) => sum + value, 0) / design.values.length;
  // About their own middle, so that large marks that differ little lose no digit in the squares.
  const evaluate = evaluator({ ...design, values: design.values.map((value) => value - centre) });
  const equal = [0, ...effectsOf(design).map(() => 0)];
  const ratios = minimise((at) => evaluate(at.map(clamped)).reml, equal, tolerance).map(clamped);
  return described(design, evaluate(ratios), { ratios, centre });
}

const clamped = (ratio: number): number => Math.min(-floor, Math.max(floor, ratio));

function described(design: Design, found: Evaluation, { ratios, centre }: { ratios: readonly number[]; centre: number }): Fit {
  const { assessors, panels, strata, values } = design;
  const [J, K, G, n] = [assessors.length, panels.length, strata.length, values.length];
  const [x, z, v] = ratios as [number, number, number | undefined];
  const residual = found.rss / (n - G);
  const varianceAt = (ratio: number): number => (ratio <= floor ? 0 : residual * Math.exp(2 * ratio));
  const variances: Variances = { entry: varianceAt(x), assessor: varianceAt(z), residual, ...(v === undefined ? {} : { panel: varianceAt(v) }) };
  const [b, shift] = recentred(found.solution.subarray(0, J), marksGiven(design));
  const [p, panelShift] = recentred(found.solution.subarray(J, J + K), marksHeard(design));
  const means = found.solution.slice(J + K).map((mean) => centre + mean + shift + panelShift);
  const lenient = Float64Array.from([...b, ...p]);
  const lambdaEntry = Math.exp(-2 * x);
  return {
    ...{ design, reml: found.reml, variances, means, lenient, shift, panelShift },
    ...{ leniency: lenient.subarray(0, J), panelLeniency: lenient.subarray(J) },
    effects: entryEffects({ design, means, lenient, lambdaEntry }),
    boundary: { entry: x <= floor, assessor: z <= floor, panel: v !== undefined && v <= floor },
    system: { lambdaEntry, factor: found.factor.slice(), size: J + K + G },
  };
}

/** Effects less their mean over the marks they had a part in, and that mean. */
function recentred(effects: Float64Array, marks: Int32Array): [Float64Array, number] {
  const all = marks.reduce((sum, count) => sum + count, 0);
  const shift = all === 0 ? 0 : effects.reduce((sum, value, at) => sum + value * (marks[at] as number), 0) / all;
  return [effects.map((value) => value - shift), shift];
}

type Lenient = Pick<Fit, "design" | "lenient">;

/** What every mark has of leniency, its assessor's and its panel's together, points, by index of the mark. */
export function leniencyOfMarks({ design, lenient }: Lenient): Float64Array {
  const { columns, width } = columnsOf(design);
  return design.values.map((_, at) => columns.subarray(at * width, (at + 1) * width).reduce((sum, column) => sum + (lenient[column] as number), 0));
}

function entryEffects({ design, lenient, means, lambdaEntry }: Lenient & { means: Float64Array; lambdaEntry: number }): Float64Array {
  const own = leniencyOfMarks({ design, lenient });
  return Float64Array.from(design.entries, (_, i) => {
    let sum = 0;
    for (let at = design.first[i] as number; at < (design.first[i + 1] as number); at += 1) sum += (design.values[at] as number) - (own[at] as number);
    const reads = readsOf(design, i);
    return (sum - reads * (means[design.stratumOf[i] as number] as number)) / (reads + lambdaEntry);
  });
}

/** Calibrated value of each entry: the mean of (mark - leniency of its assessor and panel), points; not shrunk, not clipped. */
export function calibratedMeans(fit: Lenient): Float64Array {
  const { design } = fit;
  const own = leniencyOfMarks(fit);
  return Float64Array.from(design.entries, (_, i) => {
    let sum = 0;
    const [from, to] = [design.first[i] as number, design.first[i + 1] as number];
    for (let at = from; at < to; at += 1) sum += (design.values[at] as number) - (own[at] as number);
    return sum / (to - from);
  });
}

/** Quality of each entry: its stratum's mean and its predicted effect, points; shrunk towards the mean the less it was read. */
export const qualities = ({ design, means, effects }: Fit): Float64Array =>
  effects.map((effect, i) => effect + (means[design.stratumOf[i] as number] as number));
