import { choleskyInPlace, solveLower, solveUpper } from "#app/lib/linear-algebra.ts";
import { marksGiven } from "#app/features/ranking/calibration/design/rules.ts";
import type { Design } from "#app/features/ranking/calibration/types.ts";

/** A breath of ridge that keeps a piece without links at leniency 0 and changes no printed digit of the others. */
const ridge = 1e-9;

/**
 * Least squares with a level for every entry and every assessor: leniency from comparisons within entries alone, whatever was
 * assigned to whom. The sensitivity column beside the calibrated values: recentred like them, points. Assessors of separate
 * pieces are each centred by the ridge.
 */
export function withinEntryMeans(design: Design): Float64Array {
  const J = design.assessors.length;
  const matrix = new Float64Array(J * J);
  const right = new Float64Array(J);
  for (let j = 0; j < J; j += 1) matrix[j * J + j] = ridge;
  eachEntry(design, (from, to, mean) => {
    for (let at = from; at < to; at += 1) {
      const j = design.readers[at] as number;
      right[j] = (right[j] as number) + (design.values[at] as number) - mean;
      matrix[j * J + j] = (matrix[j * J + j] as number) + 1;
      for (let other = from; other < to; other += 1) {
        const k = design.readers[other] as number;
        matrix[j * J + k] = (matrix[j * J + k] as number) - 1 / (to - from);
      }
    }
  });
  choleskyInPlace(matrix, J);
  const free = solveUpper(matrix, J, solveLower(matrix, J, right));
  const given = marksGiven(design);
  const shift = free.reduce((sum, value, j) => sum + value * (given[j] as number), 0) / design.values.length;
  const means = new Float64Array(design.entries.length);
  eachEntry(design, (from, to, mean, i) => {
    let lenient = 0;
    for (let at = from; at < to; at += 1) lenient += (free[design.readers[at] as number] as number) - shift;
    means[i] = mean - lenient / (to - from);
  });
  return means;
}

function eachEntry(design: Design, visit: (from: number, to: number, mean: number, i: number) => void): void {
  for (let i = 0; i < design.entries.length; i += 1) {
    const [from, to] = [design.first[i] as number, design.first[i + 1] as number];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += design.values[at] as number;
    visit(from, to, sum / (to - from), i);
  }
}
