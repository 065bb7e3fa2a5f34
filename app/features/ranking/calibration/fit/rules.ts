import { marksGiven, readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import { minimise } from "#app/features/ranking/calibration/algebra/rules.ts";
import { choleskyInPlace, logDiagonal, solveLower, solveUpper } from "#app/lib/linear-algebra.ts";
import type { Design, Fit } from "#app/features/ranking/calibration/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Log ratio of standard deviations below which a variance is taken to be zero. */
const floor = -9;
const tolerance = 1e-11;

/**
 * Fits y = mu_g + u_i + b_j + e by restricted maximum likelihood (Patterson and Thompson 1971), solved by Henderson's mixed-model
 * equations with the entries eliminated (Henderson 1975): a dense system of assessors and strata, minimised over the two ratios
 * of standard deviations by Nelder and Mead from equal ones. About 240 evaluations of O(sum n_i^2 + (J + G)^3). Refuses
 * `ranking.notEstimable` where `isEstimable` says no.
 */
export function fitCalibration(design: Design): Fit {
  if (!isEstimable(design)) throw new DomainError("ranking.notEstimable", { kind: "conflict" });
  const centre = design.values.reduce((sum, value) => sum + value, 0) / design.values.length;
  // About their own middle, so that large marks that differ little lose no digit in the squares.
  const evaluate = evaluator({ ...design, values: design.values.map((value) => value - centre) });
  const [entry, assessor] = minimise(([x, z]) => evaluate(clamped(x), clamped(z)).reml, [0, 0], tolerance);
  const [x, z] = [clamped(entry), clamped(assessor)];
  const found = evaluate(x, z);
  return described(design, found, { x, z, centre });
}

/**
 * Whether the marks can tell leniency from quality at all: some reading to spare after a level for every entry and assessor, more
 * entries than strata (else a stratum's mean is its one entry), and marks that differ within a stratum. Where not, the raw mean
 * ranks.
 */
export function isEstimable(design: Design): boolean {
  return spareReads(design) > 0 && design.entries.length > design.strata.length && differWithin(design);
}

/** Whether any two marks of one stratum differ. */
function differWithin({ strata, stratumOf, first, values }: Design): boolean {
  const seen = new Float64Array(strata.length).fill(NaN);
  return stratumOf.some((g, i) => {
    if (Number.isNaN(seen[g])) seen[g] = values[first[i] as number] as number;
    return values.subarray(first[i], first[i + 1]).some((value) => value !== seen[g]);
  });
}

/** Degrees of freedom left after a level for every entry and every assessor: 0 when every entry is read once. */
export function spareReads(design: Design): number {
  const { entries, assessors, values } = design;
  return values.length - entries.length - (assessors.length - countComponents(design));
}

/** Pieces into which entries and assessors fall when every mark ties one to the other. */
export function countComponents({ entries, assessors, first, readers }: Design): number {
  const parent = Int32Array.from({ length: entries.length + assessors.length }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  let pieces = parent.length;
  for (let i = 0; i < entries.length; i += 1) {
    for (let at = first[i] as number; at < (first[i + 1] as number); at += 1) {
      const [a, b] = [rootOf(i), rootOf(entries.length + (readers[at] as number))];
      if (a === b) continue;
      parent[a] = b;
      pieces -= 1;
    }
  }
  return pieces;
}

const clamped = (ratio: number): number => Math.min(-floor, Math.max(floor, ratio));

type Evaluation = { reml: number; rss: number; factor: Float64Array; solution: Float64Array };

/** The REML criterion at log ratios x = ln(sd entry / sd residual) and z = ln(sd assessor / sd residual). */
function evaluator(design: Design): (x: number, z: number) => Evaluation {
  const { entries, assessors, strata, values } = design;
  const [I, J, G, n] = [entries.length, assessors.length, strata.length, values.length];
  const size = J + G;
  const sums = entrySums(design);
  const squares = values.reduce((sum, y) => sum + y * y, 0);
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  return (x, z) => {
    const [lambdaEntry, lambdaAssessor] = [Math.exp(-2 * x), Math.exp(-2 * z)];
    const { spread, logReads } = assemble(design, { matrix, right, sums, lambdaEntry, lambdaAssessor });
    choleskyInPlace(matrix, size);
    const solution = solveLower(matrix, size, right);
    const rss = squares - spread - solution.reduce((sum, value) => sum + value * value, 0);
    const logs = logDiagonal(matrix, size, 0, size);
    const reml = 2 * x * I + 2 * z * J + logReads + logs + (n - G) * (1 + Math.log((2 * Math.PI * rss) / (n - G)));
    return { reml, rss, factor: matrix, solution: solveUpper(matrix, size, solution) };
  };
}

function entrySums(design: Design): Float64Array {
  const sums = new Float64Array(design.entries.length);
  for (let i = 0; i < sums.length; i += 1) {
    for (let at = design.first[i] as number; at < (design.first[i + 1] as number); at += 1) {
      sums[i] = (sums[i] as number) + (design.values[at] as number);
    }
  }
  return sums;
}

type Assembling = {
  matrix: Float64Array;
  right: Float64Array;
  sums: Float64Array;
  lambdaEntry: number;
  lambdaAssessor: number;
};

/** Writes the lower triangle of the system in (b, mu) and its right side; answers with sum w s^2 and sum ln(n + lambda). */
function assemble(design: Design, { matrix, right, sums, lambdaEntry, lambdaAssessor }: Assembling): { spread: number; logReads: number } {
  const { assessors, stratumOf, first, readers, values } = design;
  const J = assessors.length;
  const size = right.length;
  matrix.fill(0);
  right.fill(0);
  for (let j = 0; j < J; j += 1) matrix[j * size + j] = lambdaAssessor;
  let [spread, logReads] = [0, 0];
  for (let i = 0; i < stratumOf.length; i += 1) {
    const [from, to, sum] = [first[i] as number, first[i + 1] as number, sums[i] as number];
    const reads = to - from;
    const w = 1 / (reads + lambdaEntry);
    const g = J + (stratumOf[i] as number);
    spread += w * sum * sum;
    logReads += Math.log(reads + lambdaEntry);
    add(matrix, g * size + g, reads - w * reads * reads);
    add(right, g, (1 - w * reads) * sum);
    for (let at = from; at < to; at += 1) {
      const j = readers[at] as number;
      add(right, j, (values[at] as number) - w * sum);
      add(matrix, g * size + j, 1 - w * reads);
      add(matrix, j * size + j, 1 - w);
      // Readers of an entry stand in ascending order, so this is the lower triangle.
      for (let other = from; other < at; other += 1) add(matrix, j * size + (readers[other] as number), -w);
    }
  }
  return { spread, logReads };
}

const add = (array: Float64Array, at: number, value: number): void => {
  array[at] = (array[at] as number) + value;
};

function described(design: Design, { reml, rss, factor, solution }: Evaluation, { x, z, centre }: { x: number; z: number; centre: number }): Fit {
  const { assessors, strata, values } = design;
  const [J, G, n] = [assessors.length, strata.length, values.length];
  const residual = rss / (n - G);
  const given = marksGiven(design);
  const b = solution.slice(0, J);
  const shift = b.reduce((sum, value, j) => sum + value * (given[j] as number), 0) / n;
  const means = solution.slice(J).map((mean) => centre + mean + shift);
  const leniency = b.map((value) => value - shift);
  const lambdaEntry = Math.exp(-2 * x);
  return {
    ...{ design, reml, means, leniency, shift },
    variances: { entry: x <= floor ? 0 : residual * Math.exp(2 * x), assessor: z <= floor ? 0 : residual * Math.exp(2 * z), residual },
    effects: entryEffects(design, { means, leniency, lambdaEntry }),
    boundary: { entry: x <= floor, assessor: z <= floor },
    system: { lambdaEntry, lambdaAssessor: Math.exp(-2 * z), factor: factor.slice(), size: J + G },
  };
}

function entryEffects(design: Design, fit: { means: Float64Array; leniency: Float64Array; lambdaEntry: number }): Float64Array {
  return Float64Array.from(design.entries, (_, i) => {
    let sum = 0;
    for (let at = design.first[i] as number; at < (design.first[i + 1] as number); at += 1) {
      sum += (design.values[at] as number) - (fit.leniency[design.readers[at] as number] as number);
    }
    const reads = readsOf(design, i);
    return (sum - reads * (fit.means[design.stratumOf[i] as number] as number)) / (reads + fit.lambdaEntry);
  });
}

/** Calibrated value of each entry: the mean of (mark - leniency of its assessor), points; not shrunk, not clipped. */
export function calibratedMeans({ design, leniency }: Pick<Fit, "design" | "leniency">): Float64Array {
  return Float64Array.from(design.entries, (_, i) => {
    let sum = 0;
    const [from, to] = [design.first[i] as number, design.first[i + 1] as number];
    for (let at = from; at < to; at += 1) sum += (design.values[at] as number) - (leniency[design.readers[at] as number] as number);
    return sum / (to - from);
  });
}

/** Quality of each entry: its stratum's mean and its predicted effect, points; shrunk towards the mean the less it was read. */
export const qualities = ({ design, means, effects }: Fit): Float64Array =>
  effects.map((effect, i) => effect + (means[design.stratumOf[i] as number] as number));
