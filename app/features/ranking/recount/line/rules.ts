import { placesOf } from "#app/features/ranking/cut/rules.ts";
import type { RecountCut, RecountedCut } from "#app/features/ranking/recount/types.ts";

/** An entry that reached the pass mark, in the order of the ranking. */
export type Passing = { entry: string; cluster: string };

/**
 * Draws a line through entries in their order: each cluster's best first up to its share (largest remainder), what a cluster
 * cannot fill to the best of the rest, then minima by taking the place of the lowest row that no other minimum needs.
 */
export function drawLine(passing: readonly Passing[], { size, reserve, shares, minima, nominees }: RecountCut): RecountedCut {
  const chosen = new Set<Passing>();
  const parts = Object.entries(shares).map(([key, weightBp]) => ({ key, weightBp }));
  const places = parts.length > 0 ? placesOf({ by: "group", parts }, size) : new Map<string, number>();
  for (const [cluster, count] of places) for (const one of passing.filter((row) => row.cluster === cluster).slice(0, count)) chosen.add(one);
  for (const one of passing) if (chosen.size < size) chosen.add(one);
  for (const [cluster, least] of Object.entries(minima)) raise(passing, chosen, { cluster, least, minima });
  const listed = passing.filter((one) => chosen.has(one)).map(({ entry }) => entry);
  const waiting = passing.filter((one) => !chosen.has(one)).slice(0, reserve);
  return {
    ...{ size, listed, reserve: waiting.map(({ entry }) => entry) },
    ...(nominees > 0 ? { nominees: nomineesOf(passing, places, { size, times: nominees }) } : {}),
  };
}

/** The best of each cluster, so many for each of its places; without shares the best of all. In the order of the ranking. */
function nomineesOf(passing: readonly Passing[], places: ReadonlyMap<string, number>, { size, times }: { size: number; times: number }): string[] {
  if (places.size === 0) return passing.slice(0, size * times).map(({ entry }) => entry);
  const named = new Set([...places].flatMap(([cluster, count]) => passing.filter((row) => row.cluster === cluster).slice(0, count * times)));
  return passing.filter((one) => named.has(one)).map(({ entry }) => entry);
}

type Minimum = { cluster: string; least: number; minima: Record<string, number> };

function raise(passing: readonly Passing[], chosen: Set<Passing>, { cluster, least, minima }: Minimum): void {
  const countOf = (name: string): number => [...chosen].filter((one) => one.cluster === name).length;
  const waiting = passing.filter((one) => one.cluster === cluster && !chosen.has(one));
  while (countOf(cluster) < least) {
    const next = waiting.shift();
    const leaving = passing.findLast((one) => chosen.has(one) && one.cluster !== cluster && countOf(one.cluster) > (minima[one.cluster] ?? 0));
    if (!next || !leaving) return;
    chosen.delete(leaving);
    chosen.add(next);
  }
}
