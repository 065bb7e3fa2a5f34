import type { Check, CheckKey } from "#app/features/screening/types.ts";

/** Entries judged by two screeners below which agreement is not printed: a handful says nothing. */
export const fewestPairs = 20;

/** The middle value; the mean of the two in the middle of an even number; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export type Pair = { first: readonly Check[]; second: readonly Check[] };

/** `entries`, `findings`: how many were compared; `agreed`: share of findings alike; kappa null where chance alone would always agree. */
export type Agreement = { entries: number; findings: number; agreed: number | null; kappa: number | null };

/**
 * How far second screeners agree with first ones, finding by finding: the share alike, and Cohen's kappa (1960), the part of the
 * agreement that chance does not explain: (po - pe) / (1 - pe). Outcomes are not compared: only failures get a second screener,
 * so that every first outcome is the same. Below 20 entries there is no kappa.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const found = pairs.flatMap(({ first, second }) => commonFindings(first, second));
  const n = found.length;
  if (n === 0) return { entries: pairs.length, findings: 0, agreed: null, kappa: null };
  const share = (of: (pair: readonly [boolean, boolean]) => boolean): number => found.filter(of).length / n;
  const agreed = share(([a, b]) => a === b);
  const [firstPassed, secondPassed] = [share(([a]) => a), share(([, b]) => b)];
  const chance = firstPassed * secondPassed + (1 - firstPassed) * (1 - secondPassed);
  const kappa = pairs.length < fewestPairs || chance === 1 ? null : (agreed - chance) / (1 - chance);
  return { entries: pairs.length, findings: n, agreed, kappa };
}

function commonFindings(first: readonly Check[], second: readonly Check[]): [boolean, boolean][] {
  const known = new Map<CheckKey, boolean>(second.map(({ key, passed }) => [key, passed]));
  return first.flatMap(({ key, passed }) => (known.has(key) ? [[passed, known.get(key) as boolean] as [boolean, boolean]] : []));
}
