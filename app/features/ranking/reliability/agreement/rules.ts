import { none, type Ratings, type Statistic } from "#app/features/ranking/reliability/types.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";

export type Level = "nominal" | "ordinal" | "interval";

/** Samples of entries drawn with replacement for an interval, and the seed they are drawn with. */
const samples = 1_000;
const seed = 1;

/**
 * Krippendorff's alpha (Krippendorff 2011), 1 - observed / expected disagreement over every pair of marks of an entry; entries
 * with one mark say nothing. A pair of an entry with m marks counts 1 / (m - 1); in a table without a gap it counts 1, as in the R
 * package irr, which moves the value by less than one part in the number of marks. Its interval is a percentile bootstrap over
 * entries, seeded.
 */
export function krippendorff(ratings: Ratings, level: Level): Statistic {
  const units = ratings.map((row) => row.filter((mark): mark is number => mark !== null)).filter((row) => row.length > 1);
  if (units.length === 0) return none("noPairs");
  const complete = ratings.every((row) => !row.includes(null));
  const alpha = (drawn: readonly (readonly number[])[]): number | null => alphaOf(drawn, { level, complete });
  const value = alpha(units);
  return value === null ? none("noSpread") : withInterval(value, units, alpha);
}

/** Alpha at the interval level of entries with at least two marks each, without its interval; null when no two marks differ. */
export const intervalAlpha = (units: readonly (readonly number[])[]): number | null =>
  alphaOf(units.filter((marks) => marks.length > 1), { level: "interval", complete: false });

type Pairing = { level: Level; complete: boolean };

/** Alpha of units of at least two marks; null when no two marks differ. Linear in the number of marks. */
function alphaOf(units: readonly (readonly number[])[], { level, complete }: Pairing): number | null {
  const weighted = units.map((marks) => ({ marks, weight: complete ? 1 : 1 / (marks.length - 1) }));
  const counts = new Map<number, number>();
  for (const { marks, weight } of weighted) {
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + weight * (marks.length - 1));
  }
  const placed = level === "ordinal" ? middleRanks(counts) : new Map([...counts.keys()].map((value) => [value, value]));
  const apart = level === "nominal" ? (a: number, b: number) => (a === b ? 0 : 1) : (a: number, b: number) => (a - b) ** 2;
  let observed = 0;
  for (const { marks, weight } of weighted) {
    for (const one of marks) for (const other of marks) observed += weight * apart(placed.get(one) ?? 0, placed.get(other) ?? 0);
  }
  const { all, expected } = expectedOf(counts, { placed, level });
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** Sum of the squared distances of all marks to all others, as if they were shuffled. */
function expectedOf(counts: ReadonlyMap<number, number>, { placed, level }: { placed: ReadonlyMap<number, number>; level: Level }): { all: number; expected: number } {
  let [all, sum, squares] = [0, 0, 0];
  for (const [value, count] of counts) {
    all += count;
    sum += count * (placed.get(value) ?? 0);
    squares += count * count;
  }
  if (level === "nominal") return { all, expected: all * all - squares };
  // 2 n sum (x - mean)^2, taken about the mean so that nothing cancels.
  const mean = sum / all;
  let spread = 0;
  for (const [value, count] of counts) spread += count * ((placed.get(value) ?? 0) - mean) ** 2;
  return { all, expected: 2 * all * spread };
}

/** Each value's place on the scale of ranks: the marks below it and half of its own. */
function middleRanks(counts: ReadonlyMap<number, number>): Map<number, number> {
  let below = 0;
  return new Map(
    [...counts].sort(([a], [b]) => a - b).map(([value, count]) => {
      below += count;
      return [value, below - count / 2];
    }),
  );
}

/**
 * Kendall's coefficient of concordance W of a complete table, corrected for ties (Kendall and Babington Smith 1939): 1 when
 * every assessor ranks the entries alike. Its interval is a percentile bootstrap over entries, seeded.
 */
export function kendall(ratings: Ratings): Statistic {
  if (ratings.some((row) => row.includes(null))) return none("incomplete");
  const rows = ratings as readonly (readonly number[])[];
  if (rows.length < 2) return none("tooFewEntries");
  if ((rows[0]?.length ?? 0) < 2) return none("tooFewAssessors");
  const value = concordance(rows);
  return value === null ? none("noSpread") : withInterval(value, rows, concordance);
}

function concordance(rows: readonly (readonly number[])[]): number | null {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  const sums = new Float64Array(n);
  let ties = 0;
  for (let j = 0; j < k; j += 1) {
    const { ranks, correction } = midRanks(rows.map((row) => row[j] as number));
    ties += correction;
    for (let i = 0; i < n; i += 1) sums[i] = (sums[i] as number) + (ranks[i] as number);
  }
  const squares = sums.reduce((sum, rank) => sum + rank * rank, 0);
  const spread = k * k * n * (n * n - 1) - k * ties;
  return spread === 0 ? null : (12 * squares - 3 * k * k * n * (n + 1) ** 2) / spread;
}

/** Ranks from 1, equals sharing their mean, and the sum of t^3 - t over groups of t equals. */
function midRanks(values: readonly number[]): { ranks: Float64Array; correction: number } {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  let correction = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at] as number] = (from + 1 + to) / 2;
    correction += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, correction };
}

function withInterval<T>(value: number, units: readonly T[], statistic: (drawn: T[]) => number | null): Statistic {
  if (units.length < 2) return { value, lower95: null, upper95: null, reason: "tooFewEntries" };
  const random = seededRandom(seed);
  const drawn = Array.from({ length: samples }, () => statistic(resampled(units, random)))
    .filter((one): one is number => one !== null)
    .sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? value;
  return { value, lower95: at(0.025), upper95: at(0.975), reason: null };
}

const resampled = <T>(units: readonly T[], random: Random): T[] =>
  units.map(() => units[Math.floor(random() * units.length)] as T);
