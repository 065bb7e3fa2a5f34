import { and, asc, eq, or } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { listBars } from "#app/features/conflicts/queries.server.ts";
import { abstained, bothAbstain, type Decided } from "#app/features/ranking/abstaining/rules.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { signersOf } from "#app/features/ranking/signers/queries.server.ts";
import type { Abstention, ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingRows } from "#db/schema/ranking.ts";

type Listed = Pick<RankingList, "id" | "editionId">;

/**
 * From which entries of a list the acting person abstains, by every source of a conflict; nothing when from none. For operations
 * that have authorised.
 */
export const abstentionOf = (ctx: Ctx, list: Listed, act: Abstention["act"]): Abstention[] => abstentionsOf(ctx, list, { act, people: [(ctx.actor as Actor).userId] });

/** The same of each of several people, those who abstain from none left out. For operations that have authorised. */
export function abstentionsOf(ctx: Ctx, { id, editionId }: Listed, { act, people }: { act: Abstention["act"]; people: readonly Id<"user">[] }): Abstention[] {
  const decided = decidedOf(ctx, id);
  return people.flatMap((userId) => {
    const numbers = abstained(decided, listBars(ctx, { editionId, userId }));
    return numbers.length > 0 ? [{ act, userId, numbers }] : [];
  });
}

/** From how many entries of a list the acting person would abstain. For pages that have authorised a signature. */
export const countAbstained = (ctx: Ctx, listId: ListId): number => abstentionOf(ctx, getList(ctx, listId), "sign").flatMap(({ numbers }) => numbers).length;

/** From how many entries all signers of a list and the acting person abstain. For pages that have authorised. */
export function countUncovered(ctx: Ctx, listId: ListId): number {
  const list = getList(ctx, listId);
  const { abstentions } = list;
  return bothAbstain({ abstentions, signers: signersOf(ctx, list).length }, abstentionOf(ctx, list, "approve")).length;
}

/** Whether the acting person may not judge something in an edition. For pages that have authorised. */
export function isBarredAnywhere(ctx: Ctx, editionId: EditionId): boolean {
  if (!ctx.actor) return true;
  const { agencyIds, proposalIds } = listBars(ctx, { editionId, userId: ctx.actor.userId });
  return agencyIds.length + proposalIds.length > 0;
}

/** Who took no part in deciding which entries, by name; of entries the reader may not judge only how many. */
export type Abstained = { name: string; numbers: number[]; hidden: number };

/** Abstentions of a version as a reader may know them. For pages and papers that have authorised. */
export function listAbstained(ctx: Ctx, list: Pick<RankingList, "id" | "editionId" | "abstentions">): Abstained[] {
  if (list.abstentions.length === 0 || !ctx.actor) return [];
  const names = namesOf(ctx, list.abstentions.map(({ userId }) => userId));
  const own = new Set(abstained(decidedOf(ctx, list.id), listBars(ctx, { editionId: list.editionId, userId: ctx.actor.userId })));
  return list.abstentions.map(({ userId, numbers }) => {
    const shown = numbers.filter((number) => !own.has(number));
    return { name: names.get(userId) ?? "", numbers: shown, hidden: numbers.length - shown.length };
  });
}

const decidedOf = (ctx: Pick<Ctx, "db">, listId: ListId): Decided[] =>
  ctx.db
    .select({ proposalId: proposals.id, agencyId: proposals.agencyId, number: proposals.number })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .where(and(eq(rankingRows.listId, listId), or(eq(rankingRows.listed, true), eq(rankingRows.reserve, true))))
    .orderBy(asc(proposals.number))
    .all()
    .map(({ number, ...entry }) => ({ ...entry, number: number ?? 0 }));
