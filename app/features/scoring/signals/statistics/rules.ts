/** Small statistics on plain lists; every list is non-empty unless said. */

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Standard deviation with n - 1; 0 for one value. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** Probability of a standard normal value beyond |z|, two-sided (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
export function tailOf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/** Student's t with so many degrees of freedom as a standard normal value (Wallace's approximation, 1959). */
export const normalOfT = (t: number, freedom: number): number =>
  Math.sign(t) * ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((t * t) / freedom));

/**
 * How far each value lies from the others, as a standard normal value: against the median and the median distance of all, which
 * some strange ones do not widen; as Student's t, because the width is itself measured. null where fewer than eight are known or
 * the width is zero.
 */
export function outliersOf(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 8) return values.map(() => null);
  const middle = medianOf(known);
  const width = 1.4826 * medianOf(known.map((value) => Math.abs(value - middle)));
  if (width === 0) return values.map(() => null);
  // The median distance knows its width only as well as a standard deviation of 0.37 as many values does (Rousseeuw and Croux 1993).
  const freedom = 0.37 * (known.length - 1);
  return values.map((value) => (value === null ? null : normalOfT((value - middle) / width, freedom)));
}

/** Correlation of two lists of the same length; null where one of them does not vary. */
export function correlationOf(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [(a[at] as number) - meanA, (b[at] as number) - meanB];
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return squaresA === 0 || squaresB === 0 ? null : both / Math.sqrt(squaresA * squaresB);
}

/** Probability of at least so many hits in n tries that hit with probability p. */
export function binomialTail(hits: number, n: number, p: number): number {
  if (hits <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let log = n * Math.log1p(-p);
  let sum = 0;
  const odds = Math.log(p) - Math.log1p(-p);
  for (let k = 0; k <= n; k += 1) {
    if (k >= hits) sum += Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + odds;
  }
  return Math.min(1, sum);
}

/** Slope of y on 0..n-1 with its t, n - 2 degrees of freedom; null below five values or where y lies on the line exactly. */
export function trendOf(values: readonly number[]): { slope: number; t: number } | null {
  const n = values.length;
  if (n < 5) return null;
  const [middle, mean] = [(n - 1) / 2, meanOf(values)];
  let [both, squares] = [0, 0];
  values.forEach((value, at) => {
    both += (at - middle) * (value - mean);
    squares += (at - middle) ** 2;
  });
  const slope = both / squares;
  const rest = values.reduce((sum, value, at) => sum + (value - mean - slope * (at - middle)) ** 2, 0);
  const error = Math.sqrt(rest / (n - 2) / squares);
  return error === 0 ? null : { slope, t: slope / error };
}
