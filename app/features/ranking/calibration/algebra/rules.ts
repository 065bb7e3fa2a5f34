/**
 * Dense linear algebra of the calibration, on square matrices stored by rows. Own code because the systems are small (assessors
 * and strata), symmetric, and solved some hundred times a fit.
 */

/** Replaces the lower triangle of a positive definite matrix by its Cholesky factor L, A = L L'. Throws a RangeError otherwise. */
export function choleskyInPlace(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j += 1) {
    const row = j * n;
    for (let k = 0; k < j; k += 1) {
      let sum = a[row + k] as number;
      const other = k * n;
      for (let m = 0; m < k; m += 1) sum -= (a[row + m] as number) * (a[other + m] as number);
      a[row + k] = sum / (a[other + k] as number);
    }
    let pivot = a[row + j] as number;
    for (let m = 0; m < j; m += 1) pivot -= (a[row + m] as number) ** 2;
    if (!(pivot > 0)) throw new RangeError("the matrix is not positive definite");
    a[row + j] = Math.sqrt(pivot);
  }
}

/** Solves L x = r. */
export function solveLower(l: Float64Array, n: number, r: Float64Array): Float64Array {
  const x = r.slice();
  for (let i = 0; i < n; i += 1) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (l[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (l[i * n + i] as number);
  }
  return x;
}

/** Solves L' x = r. */
export function solveUpper(l: Float64Array, n: number, r: Float64Array): Float64Array {
  const x = r.slice();
  for (let i = n - 1; i >= 0; i -= 1) {
    const value = (x[i] as number) / (l[i * n + i] as number);
    x[i] = value;
    for (let k = 0; k < i; k += 1) x[k] = (x[k] as number) - (l[i * n + k] as number) * value;
  }
  return x;
}

/** Log-determinant of the part from..to of A = L L': twice the sum of the logarithms of the diagonal. */
export function logDiagonal(l: Float64Array, n: number, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += 2 * Math.log(l[i * n + i] as number);
  return sum;
}

/** Diagonal of the inverse of A = L L'. */
export function inverseDiagonal(l: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  for (let column = 0; column < n; column += 1) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const x = solveLower(l, n, unit);
    diagonal[column] = x.reduce((sum, value) => sum + value * value, 0);
  }
  return diagonal;
}

type Point = [number, number];

/**
 * The minimum of a function of two values by Nelder and Mead (1965), from a simplex of side 1, until the values at its corners
 * differ by no more than `tolerance` and lie that close together, or 600 evaluations.
 */
export function minimise(f: (at: Point) => number, start: Point, tolerance: number): Point {
  let evaluations = 0;
  const valued = (at: Point): { at: Point; value: number } => {
    evaluations += 1;
    return { at, value: f(at) };
  };
  let corners = [valued(start), valued([start[0] + 1, start[1]]), valued([start[0], start[1] + 1])] as const;
  const along = (from: Point, to: Point, by: number): Point => [from[0] + by * (to[0] - from[0]), from[1] + by * (to[1] - from[1])];
  while (evaluations < 600) {
    const [best, middle, worst] = [...corners].sort((a, b) => a.value - b.value) as [Corner, Corner, Corner];
    corners = [best, middle, worst];
    if (worst.value - best.value <= tolerance && size(corners) <= 1e-7) break;
    const centre: Point = [(best.at[0] + middle.at[0]) / 2, (best.at[1] + middle.at[1]) / 2];
    const reflected = valued(along(centre, worst.at, -1));
    if (reflected.value < best.value) {
      const expanded = valued(along(centre, worst.at, -2));
      corners = [best, middle, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < middle.value) corners = [best, middle, reflected];
    else {
      const nearer = reflected.value < worst.value ? reflected : worst;
      const contracted = valued(along(centre, nearer.at, 0.5));
      corners =
        contracted.value < nearer.value
          ? [best, middle, contracted]
          : [best, valued(along(best.at, middle.at, 0.5)), valued(along(best.at, worst.at, 0.5))];
    }
  }
  return [...corners].sort((a, b) => a.value - b.value)[0]?.at ?? start;
}

type Corner = { at: Point; value: number };

const size = ([a, b, c]: readonly [Corner, Corner, Corner]): number =>
  Math.max(...[b, c].map(({ at }) => Math.max(Math.abs(at[0] - a.at[0]), Math.abs(at[1] - a.at[1]))));
