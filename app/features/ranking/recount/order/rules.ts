import { createHash } from "node:crypto";

/** Values no further apart than this are equal: less than any mark can differ, more than arithmetic does. */
export const equality = 1e-6;

/** One thing that separates equals; more comes first. */
export type Step = { key: string; of: (at: number) => number };

export type Order = {
  /** Indexes from the best to the last. */
  order: number[];
  /** By index: the step that was needed to separate it from an equal neighbour; null where it had none. */
  separatedBy: (string | null)[];
};

/**
 * Orders by value, the highest first; values within 1e-6 are equal, then the steps decide in turn, and last a draw: SHA-256 of
 * the committed seed and the entry's name, in hex order. Names are unique, so nothing is left open.
 */
export function orderBy(values: ArrayLike<number>, given: { names: readonly string[]; steps: readonly Step[]; seed: number }): Order {
  const { names, steps, seed } = given;
  const byValue = names.map((_, at) => at).sort((a, b) => valueAt(values, b) - valueAt(values, a) || (nameAt(names, a) < nameAt(names, b) ? -1 : 1));
  const draws = new Map<number, string>();
  const drawOf = (at: number): string => {
    const known = draws.get(at) ?? createHash("sha256").update(`${seed}:${nameAt(names, at)}`).digest("hex");
    draws.set(at, known);
    return known;
  };
  const separating = (a: number, b: number): number => {
    const step = steps.findIndex(({ of }) => Math.abs(of(a) - of(b)) > equality);
    return step === -1 ? steps.length : step;
  };
  const compare = (a: number, b: number): number => {
    const step = steps[separating(a, b)];
    return step ? step.of(b) - step.of(a) : drawOf(a) < drawOf(b) ? -1 : 1;
  };
  const separatedBy: (string | null)[] = names.map(() => null);
  const order = groupsOf(byValue, values).flatMap((group) => {
    if (group.length === 1) return group;
    const sorted = [...group].sort(compare);
    sorted.forEach((at, place) => {
      const beside = [sorted[place - 1], sorted[place + 1]].filter((other) => other !== undefined);
      separatedBy[at] = steps[Math.max(...beside.map((other) => separating(at, other)))]?.key ?? "draw";
    });
    return sorted;
  });
  return { order, separatedBy };
}

const valueAt = (values: ArrayLike<number>, at: number): number => values[at] as number;
const nameAt = (names: readonly string[], at: number): string => names[at] as string;

/** Runs of neighbours in which each equals the one before. */
function groupsOf(order: readonly number[], values: ArrayLike<number>): number[][] {
  const groups: number[][] = [];
  for (const at of order) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && valueAt(values, before) - valueAt(values, at) <= equality) last.push(at);
    else groups.push([at]);
  }
  return groups;
}

/** Rank of each index in an order, from 1. */
export function ranksOf(order: readonly number[]): Int32Array {
  const ranks = new Int32Array(order.length);
  order.forEach((at, place) => {
    ranks[at] = place + 1;
  });
  return ranks;
}

/** Ranks from 1 in which equals share the best of their places. */
export function sharedRanks(values: ArrayLike<number>, names: readonly string[]): Int32Array {
  const { order } = orderBy(values, { names, steps: [], seed: 0 });
  const sorted = [...order].sort((a, b) => valueAt(values, b) - valueAt(values, a));
  const ranks = new Int32Array(order.length);
  sorted.forEach((at, place) => {
    const before = sorted[place - 1];
    ranks[at] = before !== undefined && valueAt(values, before) - valueAt(values, at) <= equality ? (ranks[before] as number) : place + 1;
  });
  return ranks;
}
