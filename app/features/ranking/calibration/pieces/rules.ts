import type { Design } from "#app/features/ranking/calibration/types.ts";

type Link = readonly [number, number];

/** Pieces into which so many nodes fall when every link ties two of them together. */
export function piecesOf(nodes: number, links: Iterable<Link>): number {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  let pieces = nodes;
  for (const [one, other] of links) {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a === b) continue;
    parent[a] = b;
    pieces -= 1;
  }
  return pieces;
}

/** Pieces into which entries and assessors fall when every mark ties one to the other. */
export function countComponents({ entries, assessors, first, readers }: Pick<Design, "entries" | "assessors" | "first" | "readers">): number {
  return piecesOf(entries.length + assessors.length, linksOf());
  function* linksOf(): Generator<Link> {
    for (let i = 0; i < entries.length; i += 1) {
      for (let at = first[i] as number; at < (first[i + 1] as number); at += 1) yield [i, entries.length + (readers[at] as number)];
    }
  }
}

/** How the marks of a table fall on one way of sorting them: which of so many kinds each is of. */
export type Sorting = { kinds: number; of: ArrayLike<number> };

/** What two ways of sorting the same marks have in common: as many kinds of either as this can be told from the other's. */
function sharedBy(a: Sorting, b: Sorting): number {
  return piecesOf(a.kinds + b.kinds, Array.from(a.of, (kind, at): Link => [kind, a.kinds + (b.of[at] as number)]));
}

/**
 * Whether a panel's leniency is another thing than what strata, entries and assessors already stand for: some panel shares a stratum
 * with another, entries are more than strata and panels take, and panels are not the assessors under another name. Ranks of the
 * columns: those of two sortings together are their kinds less the pieces they form.
 */
export function tellsPanels({ panels, strata, entries, assessors }: { panels: Sorting; strata: Sorting; entries: Sorting; assessors: Sorting }): boolean {
  if (panels.kinds < 2) return false;
  const beyondStrata = panels.kinds - sharedBy(panels, strata);
  const shared = sharedBy(panels, assessors);
  const isAssessors = shared === panels.kinds && shared === assessors.kinds;
  return beyondStrata > 0 && entries.kinds > strata.kinds + beyondStrata && !isAssessors;
}
