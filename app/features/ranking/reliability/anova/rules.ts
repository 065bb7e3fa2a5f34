import { fQuantile } from "#app/features/ranking/reliability/distribution/rules.ts";
import { none, type Ratings, type Statistic } from "#app/features/ranking/reliability/types.ts";

const tail = 0.975;

type MeanSquares = { n: number; k: number; rows: number; columns: number; within: number; error: number };

/**
 * Intraclass correlations of a table (Shrout and Fleiss 1979; McGraw and Wong 1996), with intervals from the F distribution as
 * the R package irr computes them. `icc1` needs no complete table; the others are null, with the reason, where a mark is missing.
 */
export function intraclass(ratings: Ratings): Record<"icc1" | "icc2Single" | "icc2Mean" | "icc3Mean", Statistic> {
  const rated = ratings.map((row) => row.filter((mark): mark is number => mark !== null)).filter((row) => row.length > 0);
  const columns = ratings[0]?.length ?? 0;
  const complete = rated.length === ratings.length && rated.every((row) => row.length === columns);
  const reason = !complete ? "incomplete" : rated.length < 2 ? "tooFewEntries" : columns < 2 ? "tooFewAssessors" : null;
  if (reason !== null) return { icc1: oneWay(rated), icc2Single: none(reason), icc2Mean: none(reason), icc3Mean: none(reason) };
  const squares = meanSquares(rated);
  if (squares.rows === 0 && squares.within === 0) {
    return { icc1: none("noSpread"), icc2Single: none("noSpread"), icc2Mean: none("noSpread"), icc3Mean: none("noSpread") };
  }
  return { icc1: oneWay(rated), icc2Single: agreement(squares), icc2Mean: meanAgreement(squares), icc3Mean: consistency(squares) };
}

/** ICC(1) of entries with any number of marks, k0 in place of their number; its interval needs equally many. */
function oneWay(rated: readonly (readonly number[])[]): Statistic {
  const n = rated.length;
  const counts = rated.map((row) => row.length);
  const marks = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2) return none("tooFewEntries");
  if (marks <= n) return none("noPairs");
  const mean = sumOf(rated.flat()) / marks;
  const between = sumOf(rated.map((row) => row.length * (meanOf(row) - mean) ** 2)) / (n - 1);
  const within = sumOf(rated.flatMap((row) => row.map((mark) => (mark - meanOf(row)) ** 2))) / (marks - n);
  const k0 = (marks - sumOf(counts.map((count) => count * count)) / marks) / (n - 1);
  if (between === 0 && within === 0) return none("noSpread");
  const value = (between - within) / (between + (k0 - 1) * within);
  if (!counts.every((count) => count === counts[0])) return { value, lower95: null, upper95: null, reason: "unbalanced" };
  if (within === 0) return bounded(value, 1, 1);
  const [df1, df2] = [n - 1, marks - n];
  const low = between / within / fQuantile(tail, df1, df2);
  const high = (between / within) * fQuantile(tail, df2, df1);
  return bounded(value, (low - 1) / (low + k0 - 1), (high - 1) / (high + k0 - 1));
}

function meanSquares(rated: readonly (readonly number[])[]): MeanSquares {
  const n = rated.length;
  const k = rated[0]?.length ?? 0;
  const mean = sumOf(rated.flat()) / (n * k);
  const rowSum = sumOf(rated.map((row) => (meanOf(row) - mean) ** 2)) * k;
  const columnSum = sumOf(Array.from({ length: k }, (_, j) => (meanOf(rated.map((row) => row[j] as number)) - mean) ** 2)) * n;
  const total = sumOf(rated.flat().map((mark) => (mark - mean) ** 2));
  return {
    ...{ n, k },
    rows: rowSum / (n - 1),
    columns: columnSum / (k - 1),
    within: (total - rowSum) / (n * (k - 1)),
    error: (total - rowSum - columnSum) / ((n - 1) * (k - 1)),
  };
}

/** ICC(2,1), agreement of single marks. */
function agreement({ n, k, rows, columns, error }: MeanSquares): Statistic {
  const value = (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n);
  const v = satterthwaite({ n, k, columns, error }, (k * value) / (n * (1 - value)), 1 + (k * value * (n - 1)) / (n * (1 - value)));
  const low = fQuantile(tail, n - 1, v);
  const high = fQuantile(tail, v, n - 1);
  const rest = k * columns + (k * n - k - n) * error;
  const lower95 = (n * (rows - low * error)) / (low * rest + n * rows);
  const upper95 = (n * (high * rows - error)) / (rest + n * high * rows);
  return bounded(value, lower95, upper95);
}

/** ICC(2,k), agreement of the mean of k marks; its degrees of freedom are those of irr, from the mean's own coefficient. */
function meanAgreement({ n, k, rows, columns, error }: MeanSquares): Statistic {
  const value = (rows - error) / (rows + (columns - error) / n);
  const v = satterthwaite({ n, k, columns, error }, (k * value) / (n * (1 - value)), 1 + (k * value * (n - 1)) / (n * (1 - value)));
  const low = fQuantile(tail, n - 1, v);
  const high = fQuantile(tail, v, n - 1);
  const lower95 = (n * (rows - low * error)) / (low * (columns - error) + n * rows);
  const upper95 = (n * (high * rows - error)) / (columns - error + n * high * rows);
  return bounded(value, lower95, upper95);
}

/** ICC(3,k), consistency of the mean of k marks: Cronbach's alpha. */
function consistency({ n, k, rows, error }: MeanSquares): Statistic {
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const low = rows / error / fQuantile(tail, df1, df2);
  const high = (rows / error) * fQuantile(tail, df2, df1);
  return bounded((rows - error) / rows, 1 - 1 / low, 1 - 1 / high);
}

/** What arithmetic may move a bound by. */
const slack = 1e-9;

/** A coefficient with nothing left to divide by does not exist; bounds that do not hold it come of a table too small for them. */
function bounded(value: number, lower95: number, upper95: number): Statistic {
  if (!Number.isFinite(value)) return none("noSpread");
  const isHeld = lower95 <= value + slack && upper95 >= value - slack;
  return isHeld ? { value, lower95, upper95, reason: null } : { value, lower95: null, upper95: null, reason: "tooFewEntries" };
}

/** Satterthwaite's degrees of freedom of a * columns + b * error. */
const satterthwaite = ({ n, k, columns, error }: Omit<MeanSquares, "rows" | "within">, a: number, b: number): number =>
  (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;
