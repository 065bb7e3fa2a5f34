import type { Choice, Linkage } from "#app/features/assignment/solver/types.ts";
import { choleskyInPlace, solveLower, solveUpper } from "#app/lib/linear-algebra.ts";

/** A choice whose contrast variance is above this times the ideal is linked anew (METHODS, section 2). */
export const widestRatio = 1.3;

/**
 * How well the entries will tie their readers together: pieces of the graph, the mean variance of a difference of two readers'
 * leniency against the ideal 2 (J - 1) / (reads - entries), that of the two who are compared worst, and the smallest eigenvalue but zero, from the information matrix
 * diag(m) - sum c c' / n of leniency within entries (MacKay et al. 2017). Only who reads counts.
 */
export function linkageOf(choice: Choice, people: number): Linkage {
  const active = activeOf(choice, people);
  const J = active.length;
  const components = piecesOf(choice, people, active);
  const spare = choice.reduce((sum, readers) => sum + Math.max(0, readers.length - 1), 0);
  if (components !== 1 || J < 2 || spare === 0) return { components, ratio: null, worst: null, fiedler: null };
  const factor = information(choice, active, people);
  choleskyInPlace(factor, J);
  const columns = Array.from({ length: J }, (_, j) => solveLower(factor, J, unit(J, j)));
  const trace = columns.reduce((sum, column) => sum + squared(column), 0) - 1;
  const ideal = (2 * (J - 1)) / spare;
  return { components, ratio: (2 * trace) / (J - 1) / ideal, worst: widest(columns) / ideal, fiedler: thinnestLink(factor, J) };
}

const unit = (length: number, at: number): Float64Array => new Float64Array(length).fill(1, at, at + 1);
const squared = (column: Float64Array): number => column.reduce((sum, value) => sum + value * value, 0);

/** The largest variance of a difference of two readers: with A = L L', that of j and k is |L^-1 (e_j - e_k)|^2. */
function widest(columns: readonly Float64Array[]): number {
  let most = 0;
  for (let j = 1; j < columns.length; j += 1) {
    const one = columns[j] as Float64Array;
    for (let k = 0; k < j; k += 1) {
      const other = columns[k] as Float64Array;
      let sum = 0;
      for (let at = 0; at < one.length; at += 1) sum += ((one[at] as number) - (other[at] as number)) ** 2;
      if (sum > most) most = sum;
    }
  }
  return most;
}

/** Whether it is linked well enough, or can never be: with one reader an entry nothing ties anybody to anybody. */
export const isLinked = (choice: Choice, { components, ratio }: Linkage): boolean =>
  choice.every((readers) => readers.length < 2) || (components <= 1 && (ratio ?? Infinity) <= widestRatio);

/** The better linked first. */
export const compareLinkage = (a: Linkage, b: Linkage): number => a.components - b.components || (a.ratio ?? Infinity) - (b.ratio ?? Infinity) || 0;

function activeOf(choice: Choice, people: number): number[] {
  const reads = new Uint8Array(people);
  for (const readers of choice) for (const j of readers) reads[j] = 1;
  return Array.from({ length: people }, (_, j) => j).filter((j) => reads[j]);
}

function piecesOf(choice: Choice, people: number, active: readonly number[]): number {
  const parent = Int32Array.from({ length: people }, (_, j) => j);
  const root = (j: number): number => {
    let at = j;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  for (const [first, ...others] of choice) {
    if (first === undefined) continue;
    for (const j of others) parent[root(j)] = root(first);
  }
  return new Set(active.map(root)).size;
}

/** The Laplacian with 1/J added everywhere, so that it can be inverted; the ones vector then has the eigenvalue 1. */
function information(choice: Choice, active: readonly number[], people: number): Float64Array {
  const J = active.length;
  const place = new Int32Array(people);
  active.forEach((j, index) => (place[j] = index));
  const matrix = new Float64Array(J * J).fill(1 / J);
  const add = (at: number, value: number): void => void (matrix[at] = (matrix[at] as number) + value);
  for (const readers of choice) {
    for (const a of readers) {
      const row = (place[a] as number) * J;
      add(row + (place[a] as number), 1);
      for (const b of readers) add(row + (place[b] as number), -1 / readers.length);
    }
  }
  return matrix;
}

/** Smallest eigenvalue but the zero, by inverse iteration on vectors that sum to zero. */
function thinnestLink(factor: Float64Array, J: number): number {
  let vector: Float64Array = Float64Array.from({ length: J }, (_, j) => Math.sin(j + 1));
  let value = 0;
  for (let step = 0; step < 100; step += 1) {
    const mean = vector.reduce((sum, x) => sum + x, 0) / J;
    const length = Math.sqrt(vector.reduce((sum, x) => sum + (x - mean) ** 2, 0));
    vector = vector.map((x) => (x - mean) / length);
    const next = solveUpper(factor, J, solveLower(factor, J, vector));
    value = 1 / next.reduce((sum, x, j) => sum + x * (vector[j] as number), 0);
    vector = next;
  }
  return value;
}
