/**
 * Dense linear algebra on square matrices stored by rows. Own code because the systems are small (assessors and strata),
 * symmetric, and solved some hundred times a fit.
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
