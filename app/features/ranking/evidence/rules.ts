import type { RankingList } from "#app/features/ranking/types.ts";

/** Chance of belonging between which the marks there are do not settle a place (METHODS: the band). */
const bandFrom = 0.05;
const bandTo = 0.95;

export const isInBand = (pTop: number | null): boolean => pTop !== null && pTop > bandFrom && pTop < bandTo;

export type Sensed = { rank: number; rawRank: number | null; calibratedRank: number | null; withinRank: number | null; unflaggedRank: number | null };

const otherWays = ["raw", "calibrated", "within", "unflagged"] as const;
export type OtherWay = (typeof otherWays)[number];

/** By which other way of counting an entry would be on the other side of the line, drawn after so many places. */
export function sidesChanged(row: Sensed, { size, quantity }: Pick<RankingList, "size" | "quantity">): OtherWay[] {
  const ranks: Record<OtherWay, number | null> = { raw: row.rawRank, calibrated: row.calibratedRank, within: row.withinRank, unflagged: row.unflaggedRank };
  const isIn = row.rank <= size;
  return otherWays.filter((way) => way !== quantity && ranks[way] !== null && ranks[way] <= size !== isIn);
}

/** Places by which an entry stands better than by raw marks; below zero worse. */
export const rankChange = ({ rank, rawRank }: Pick<Sensed, "rank" | "rawRank">): number | null => (rawRank === null ? null : rawRank - rank);
