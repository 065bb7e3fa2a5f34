import type { Random } from "#app/lib/random.ts";

/** Four digits: so many that the number tells nothing of who came when. */
const lowest = 1_000;
const count = 9_000;

/** So many numbers nobody has yet, by lot. Four digits are enough for half as many people as there are numbers. */
export function drawNumbers(taken: ReadonlySet<number>, wanted: number, random: Random): number[] {
  const used = new Set(taken);
  if (used.size + wanted > count / 2) throw new RangeError("more assessors than numbers for them");
  return Array.from({ length: wanted }, () => {
    let number = lowest + Math.floor(random() * count);
    while (used.has(number)) number = lowest + Math.floor(random() * count);
    used.add(number);
    return number;
  });
}
