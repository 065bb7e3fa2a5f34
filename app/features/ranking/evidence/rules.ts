import type { EvidenceRow, Settled } from "#app/features/ranking/evidence/types.ts";
import type { Point } from "#app/features/ranking/plots/rules.ts";
import type { RankingList } from "#app/features/ranking/types.ts";

/** Chance of belonging between which the marks there are do not settle a place (METHODS: the band). */
const bandFrom = 0.05;
const bandTo = 0.95;

export const isInBand = (pTop: number | null): boolean => pTop !== null && pTop > bandFrom && pTop < bandTo;

/**
 * How far the marks settle a list, of the rows that are shown: how many stand within its places, how many of these are expected to
 * belong there (the sum of their chances; their share is the expected recall), and how many rows nothing tells apart. null where
 * a version keeps no chances.
 */
export function settledOf(rows: readonly Pick<EvidenceRow, "rank" | "pTop">[], size: number): Settled | null {
  const within = rows.filter(({ rank }) => rank <= size);
  const known = within.flatMap(({ pTop }) => (pTop === null ? [] : [pTop]));
  if (known.length === 0 || known.length < within.length) return null;
  return { within: known.length, expected: known.reduce((sum, chance) => sum + chance, 0), open: rows.filter(({ pTop }) => isInBand(pTop)).length };
}

export type Sensed = { rank: number; rawRank: number | null; calibratedRank: number | null; withinRank: number | null; unflaggedRank: number | null; trimmedRank: number | null };

export const otherWays = ["raw", "calibrated", "within", "unflagged", "trimmed"] as const;
export type OtherWay = (typeof otherWays)[number];

/** Rank of an entry by every other way of counting; null where there is none. */
export const otherRanks = (row: Omit<Sensed, "rank">): Record<OtherWay, number | null> => ({
  ...{ raw: row.rawRank, calibrated: row.calibratedRank, within: row.withinRank },
  ...{ unflagged: row.unflaggedRank, trimmed: row.trimmedRank },
});

/** By which other way of counting an entry would be on the other side of the line, drawn after so many places. */
export function sidesChanged(row: Sensed, { size, quantity }: Pick<RankingList, "size" | "quantity">): OtherWay[] {
  const ranks = otherRanks(row);
  const isIn = row.rank <= size;
  return otherWays.filter((way) => way !== quantity && ranks[way] !== null && ranks[way] <= size !== isIn);
}

type Placed = Pick<Sensed, "rank" | "rawRank" | "calibratedRank">;

/**
 * Places by which the value an entry ranks by lifts it above its raw marks; below zero it falls. Equals share the best of their places
 * on either side, so that a draw between them lifts nobody.
 */
export const rankChange = ({ rank, rawRank, calibratedRank }: Placed, quantity: RankingList["quantity"]): number | null =>
  rawRank === null ? null : rawRank - ({ raw: rawRank, calibrated: calibratedRank, quality: rank }[quantity] ?? rank);

/** Points of a scatter, at most so many: those nearest to the line, where they matter. */
export const pointsOf = (rows: readonly EvidenceRow[], { size, most }: { size: number; most: number }): Point[] =>
  rows
    .toSorted((a, b) => Math.abs(a.rank - size) - Math.abs(b.rank - size))
    .slice(0, most)
    .flatMap(({ raw, calibrated, listed }) => (raw === null || calibrated === null ? [] : [{ raw, calibrated, listed }]));

/** The rows whose rank changed most against the raw order. */
export function movedMost(rows: readonly EvidenceRow[], { count, quantity }: { count: number; quantity: RankingList["quantity"] }): EvidenceRow[] {
  const moved = (row: EvidenceRow): number => Math.abs(rankChange(row, quantity) ?? 0);
  return rows
    .filter(({ rawRank }) => rawRank !== null)
    .toSorted((a, b) => moved(b) - moved(a) || a.rank - b.rank)
    .slice(0, count);
}
