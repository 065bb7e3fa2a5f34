import type { Design } from "#app/features/ranking/calibration/types.ts";
import { marksGiven, rawMeans } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";

export const methods = ["raw", "z-score", "plain", "category"] as const;
export type Method = (typeof methods)[number];

/** Value of each entry by each method: as given, standardised by assessor, additive without strata, additive with them. */
export const valuesBy: Record<Method, (design: Design) => Float64Array> = {
  raw: rawMeans,
  "z-score": (design) => rawMeans({ ...design, values: standardised(design) }),
  plain: (design) => calibratedMeans(fitCalibration({ ...design, strata: [""], stratumOf: design.stratumOf.map(() => 0) })),
  category: (design) => calibratedMeans(fitCalibration(design)),
};

/** Every mark in standard deviations from its assessor's mean: what other software does, here only to be compared. */
function standardised(design: Design): Float64Array {
  const given = marksGiven(design);
  const sums = new Float64Array(given.length);
  const squares = new Float64Array(given.length);
  design.readers.forEach((j, at) => {
    const value = design.values[at] as number;
    sums[j] = (sums[j] as number) + value;
    squares[j] = (squares[j] as number) + value * value;
  });
  return design.values.map((value, at) => {
    const j = design.readers[at] as number;
    const [n, sum, square] = [given[j] as number, sums[j] as number, squares[j] as number];
    return (value - sum / n) / Math.sqrt(Math.max(1e-9, square / n - (sum / n) ** 2));
  });
}

/** Indexes of the so many largest values; equals by their index. */
export const largest = (values: ArrayLike<number>, size: number): number[] =>
  Array.from({ length: values.length }, (_, i) => i)
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
    .slice(0, size);

/** Share of the truly best so many that the values name. */
export function recallOf(values: ArrayLike<number>, truth: ArrayLike<number>, size: number): number {
  const best = new Set(largest(truth, size));
  return largest(values, size).filter((i) => best.has(i)).length / size;
}

/** Mean of a list and its standard error. */
export function meanOf(list: readonly number[]): { mean: number; error: number } {
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / Math.max(1, list.length - 1) / list.length) };
}

export type Tenth = { count: number; said: number; seen: number };

/** Entries by the tenth their chance lies in: how many, what was said on average, and which share truly belongs. */
export class Tenths {
  private readonly sums = Array.from({ length: 10 }, () => ({ count: 0, said: 0, seen: 0 }));

  add(chances: ArrayLike<number>, truth: ArrayLike<number>, size: number): void {
    const best = new Set(largest(truth, size));
    for (let i = 0; i < chances.length; i += 1) {
      const tenth = this.sums[Math.min(9, Math.floor((chances[i] as number) * 10))];
      if (!tenth) continue;
      tenth.count += 1;
      tenth.said += chances[i] as number;
      tenth.seen += best.has(i) ? 1 : 0;
    }
  }

  read = (): Tenth[] => this.sums.map(({ count, said, seen }) => ({ count, said: said / count, seen: seen / count }));
}
