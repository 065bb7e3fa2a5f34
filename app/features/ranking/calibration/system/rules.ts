import { choleskyInPlace, logDiagonal, solveLower, solveUpper } from "#app/lib/linear-algebra.ts";
import type { Design } from "#app/features/ranking/calibration/types.ts";

/** Random effects of one kind: so many columns of the system, with one ratio of standard deviations. */
export type Effects = { count: number };

/** Assessors and, where the marks name panels that can be told, panels: the columns before those of the strata. */
export const effectsOf = ({ assessors, panels }: Design): Effects[] => [{ count: assessors.length }, ...(panels.length > 0 ? [{ count: panels.length }] : [])];

/** Columns of random effects that every mark has a part in, `width` a mark: its assessor's and, where there are panels, its panel's. */
export function columnsOf({ assessors, panels, readers, panelOf }: Design): { columns: Int32Array; width: number } {
  if (panels.length === 0) return { columns: readers, width: 1 };
  const columns = new Int32Array(readers.length * 2);
  readers.forEach((j, at) => columns.set([j, assessors.length + (panelOf[at] as number)], at * 2));
  return { columns, width: 2 };
}

export type Evaluation = { reml: number; rss: number; factor: Float64Array; solution: Float64Array };

/**
 * The REML criterion at the logarithms of ratios of standard deviations to the residual's: the first of entries, then one for each
 * kind of random effects. Every call writes over the factor of the one before.
 */
export function evaluator(design: Design): (ratios: readonly number[]) => Evaluation {
  const { entries, strata, values } = design;
  const [I, G, n] = [entries.length, strata.length, values.length];
  const effects = effectsOf(design);
  const size = effects.reduce((sum, { count }) => sum + count, G);
  const sums = entrySums(design);
  const squares = values.reduce((sum, y) => sum + y * y, 0);
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  const read = columnsOf(design);
  return ([entry = 0, ...others]) => {
    const ridge = effects.flatMap(({ count }, kind) => Array<number>(count).fill(Math.exp(-2 * (others[kind] as number))));
    const { spread, logReads } = assemble(design, { ...read, matrix, right, sums, ridge, lambdaEntry: Math.exp(-2 * entry) });
    choleskyInPlace(matrix, size);
    const solution = solveLower(matrix, size, right);
    const rss = squares - spread - solution.reduce((sum, value) => sum + value * value, 0);
    const scales = effects.reduce((sum, { count }, kind) => sum + 2 * (others[kind] as number) * count, 2 * entry * I);
    const reml = scales + logReads + logDiagonal(matrix, size, 0, size) + (n - G) * (1 + Math.log((2 * Math.PI * rss) / (n - G)));
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
  columns: Int32Array;
  width: number;
  matrix: Float64Array;
  right: Float64Array;
  sums: Float64Array;
  /** Residual variance over that of the effect, by column. */
  ridge: readonly number[];
  lambdaEntry: number;
};

/** Writes the lower triangle of the system in (effects, mu) and its right side; answers with sum w s^2 and sum ln(n + lambda). */
function assemble(design: Design, given: Assembling): { spread: number; logReads: number } {
  const { stratumOf, first } = design;
  const { matrix, right, sums, ridge, lambdaEntry } = given;
  const size = right.length;
  matrix.fill(0);
  right.fill(0);
  ridge.forEach((lambda, column) => (matrix[column * size + column] = lambda));
  let [spread, logReads] = [0, 0];
  for (let i = 0; i < stratumOf.length; i += 1) {
    const [from, to, sum] = [first[i] as number, first[i + 1] as number, sums[i] as number];
    const reads = to - from;
    const w = 1 / (reads + lambdaEntry);
    const g = ridge.length + (stratumOf[i] as number);
    spread += w * sum * sum;
    logReads += Math.log(reads + lambdaEntry);
    add(matrix, g * size + g, reads - w * reads * reads);
    add(right, g, (1 - w * reads) * sum);
    addReads(design, given, { from, to, w, g, sum });
  }
  return { spread, logReads };
}

type EntryReads = { from: number; to: number; w: number; g: number; sum: number };

function addReads({ values }: Design, { columns, width, matrix, right }: Assembling, { from, to, w, g, sum }: EntryReads): void {
  const size = right.length;
  for (let at = from; at < to; at += 1) {
    for (let own = at * width; own < (at + 1) * width; own += 1) {
      const column = columns[own] as number;
      add(right, column, (values[at] as number) - w * sum);
      add(matrix, g * size + column, 1 - w * (to - from));
      for (let other = from; other < to; other += 1) {
        for (let theirs = other * width; theirs < (other + 1) * width; theirs += 1) {
          const beside = columns[theirs] as number;
          if (beside <= column) add(matrix, column * size + beside, other === at ? 1 - w : -w);
        }
      }
    }
  }
}

const add = (array: Float64Array, at: number, value: number): void => {
  array[at] = (array[at] as number) + value;
};
