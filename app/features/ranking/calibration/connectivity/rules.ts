import { choleskyInPlace, inverseDiagonal, solveLower, solveUpper } from "#app/lib/linear-algebra.ts";
import { countComponents } from "#app/features/ranking/calibration/pieces/rules.ts";
import type { Design } from "#app/features/ranking/calibration/types.ts";

export type Connectivity = {
  /** Pieces of the graph of entries and assessors; comparisons across pieces rest on nothing. */
  components: number;
  /** Mean variance of the difference of two assessors' leniency, in residual variances; null when they are in pieces. */
  contrastVariance: number | null;
  /** The least it could be with as many reads, all pairs equally linked: 2 (J - 1) / (n - I). */
  ideal: number | null;
  /** Smallest eigenvalue but the zero of the information matrix: how thin the thinnest link is; null when in pieces. */
  fiedler: number | null;
};

/**
 * How well the entries tie the assessors together, from information within entries alone: the information matrix of leniency,
 * L = diag(m_j) - sum_i c_i c_i' / n_i, is a weighted graph Laplacian (MacKay et al. 2017).
 */
export function connectivityOf(design: Design): Connectivity {
  const J = design.assessors.length;
  const spare = design.values.length - design.entries.length;
  const components = countComponents(design);
  if (components > 1 || J < 2 || spare <= 0) {
    return { components, contrastVariance: null, ideal: J < 2 || spare <= 0 ? null : (2 * (J - 1)) / spare, fiedler: null };
  }
  const factor = information(design);
  choleskyInPlace(factor, J);
  // The ones vector, which the Laplacian sends to zero, was given the eigenvalue 1.
  const trace = inverseDiagonal(factor, J).reduce((sum, value) => sum + value, 0) - 1;
  return { components, contrastVariance: (2 * trace) / (J - 1), ideal: (2 * (J - 1)) / spare, fiedler: smallestEigenvalue(factor, J) };
}

/** The Laplacian with 1/J added everywhere, so that it can be inverted. */
function information({ assessors, first, readers }: Design): Float64Array {
  const J = assessors.length;
  const matrix = new Float64Array(J * J).fill(1 / J);
  for (let i = 0; i + 1 < first.length; i += 1) {
    const [from, to] = [first[i] as number, first[i + 1] as number];
    for (let at = from; at < to; at += 1) {
      const row = (readers[at] as number) * J;
      matrix[row + (readers[at] as number)] = (matrix[row + (readers[at] as number)] as number) + 1;
      for (let other = from; other < to; other += 1) {
        const column = readers[other] as number;
        matrix[row + column] = (matrix[row + column] as number) - 1 / (to - from);
      }
    }
  }
  return matrix;
}

/** By inverse iteration on vectors that sum to zero; 300 steps reach what is shown of it. */
function smallestEigenvalue(factor: Float64Array, J: number): number {
  let vector: Float64Array = Float64Array.from({ length: J }, (_, j) => Math.sin(j + 1));
  let value = 0;
  for (let step = 0; step < 300; step += 1) {
    const mean = vector.reduce((sum, x) => sum + x, 0) / J;
    const length = Math.sqrt(vector.reduce((sum, x) => sum + (x - mean) ** 2, 0));
    vector = vector.map((x) => (x - mean) / length);
    const next = solveUpper(factor, J, solveLower(factor, J, vector));
    value = 1 / next.reduce((sum, x, j) => sum + x * (vector[j] as number), 0);
    vector = next;
  }
  return value;
}
