import { seededRandom } from "#app/lib/random.ts";

/** Texts of invented words: no two share a shingle but by intention. */
export function textOf(seed: number, count: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => `k${Math.floor(random() * 1e9).toString(36)}`).join(" ");
}
