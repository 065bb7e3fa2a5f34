/** The F distribution, for confidence intervals. Its degrees of freedom need not be whole. */

/** Logarithm of the gamma function (Lanczos, g = 7, n = 9), for positive x; relative error below 1e-14. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
    9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const y = x - 1;
  const sum = terms.reduce((total, term, index) => total + term / (y + index + 1), 0.9999999999998099);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (Press et al., Numerical Recipes, 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  return front * continuedFraction(x, a, b);
}

const tiny = 1e-300;
const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

/** Probability that an F variate with df1 and df2 degrees of freedom is at most x. */
export const fProbability = (x: number, df1: number, df2: number): number =>
  x <= 0 ? 0 : incompleteBeta((df1 * x) / (df1 * x + df2), df1 / 2, df2 / 2);

/** The x below which an F variate lies with the given probability, by bisection to the last digit. */
export function fQuantile(probability: number, df1: number, df2: number): number {
  let [low, high] = [0, 1];
  while (fProbability(high, df1, df2) < probability) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (fProbability(middle, df1, df2) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
