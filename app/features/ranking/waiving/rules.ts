import type { RankingList } from "#app/features/ranking/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/**
 * Pieces into which the assessors of a stage fall, where a list ranks by what compares them: 0 when nothing is in the way.
 * A list that ranks by raw marks, and a stage whose leniency could not be estimated, compare nobody.
 */
export const piecesOf = ({ quantity, model }: Pick<RankingList, "quantity" | "model">): number =>
  quantity === "raw" ? 0 : Math.max(0, ...(model?.stages ?? []).filter(({ estimable, connectivity }) => estimable && connectivity.components > 1).map(({ connectivity }) => connectivity.components));

export type Linkage = Pick<RankingList, "quantity" | "model" | "waiverReason">;

/** Whether nothing links all assessors of a list and no waiver stands. */
export const isUnlinked = (list: Linkage): boolean => list.waiverReason === null && piecesOf(list) > 0;

/** Nobody signs what compares people whom nothing links: refuses `ranking.unlinked` unless the panel has recorded a waiver. */
export function checkLinked(list: Linkage): void {
  if (isUnlinked(list)) throw new DomainError("ranking.unlinked", { kind: "conflict", params: { count: piecesOf(list) } });
}

/** A waiver is for a draft that needs one, in an edition that knows it: refuses `ranking.nothingToWaive` and `ranking.notWaivable`. */
export function checkWaiver(list: Pick<RankingList, "quantity" | "model" | "status">, { waivable }: { waivable: boolean }): void {
  if (list.status !== "draft" || piecesOf(list) === 0) throw new DomainError("ranking.nothingToWaive", { kind: "conflict" });
  if (!waivable) throw new DomainError("ranking.notWaivable", { kind: "conflict" });
}
