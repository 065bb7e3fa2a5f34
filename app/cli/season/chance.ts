import type { Random } from "#app/lib/random.ts";

/** One of the items, each as likely. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** An integer from..to inclusive. */
export const between = (from: number, to: number, random: Random): number => from + Math.floor(random() * (to - from + 1));

/** Roughly normal with mean 0 and deviation 1: the sum of twelve uniform numbers less six. */
export function bell(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += random();
  return sum;
}

/** The position of a random item by weight. */
export function weightedIndex(weights: readonly number[], random: Random): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}
