import { and, asc, eq, or } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { judgingWithheldFrom, notWithheld, onlyWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { countAbstained } from "#app/features/ranking/abstaining/queries.server.ts";
import { getMinutesMoves, type RecordedMove } from "#app/features/ranking/deliberation/queries.server.ts";
import { mayCosignMinutes } from "#app/features/ranking/policy.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { signerPage, type SignerPage, signersOf } from "#app/features/ranking/signers/queries.server.ts";
import { isCosignable } from "#app/features/ranking/signers/rules.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { WordsOf } from "#app/lib/words.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";

export type CosigningRow = { rank: number; number: number; title: string; agencyName: string; score: number; listed: boolean; reserve: boolean };
export type Cosigning = {
  list: Pick<RankingList, "id" | "version" | "size" | "digest" | "minutesNumber" | "minutes" | "computedAt" | "signedAt">;
  name: WordsOf;
  signedByName: string;
  rows: CosigningRow[];
  withheld: number;
  moves: RecordedMove[];
  /** From how many entries the reader takes no part in deciding. */
  abstained: number;
  hasSigned: boolean;
  page: SignerPage;
};

/**
 * What a member of the panel has before him when he signs minutes after the chair: number and words, what is listed and in reserve, the
 * votes of the plenary, and who has signed so far. 404 for whoever has no seat in the panel, and unless the chair has signed here and the
 * list is not published. Nothing of an entry the reader may not judge.
 */
export function getCosigning(ctx: Ctx, key: { editionId: EditionId; listKey: string }): Cosigning {
  if (!ctx.actor || !mayCosignMinutes(ctx.actor, key.editionId)) throw notFound("ranking.listUnknown");
  const list = findCurrentList(ctx, key);
  if (!list || !isCosignable(list)) throw notFound("ranking.listUnknown");
  const { id, version, size, digest, minutesNumber, minutes, computedAt, signedAt, signedBy } = list;
  return {
    ...{ list: { id, version, size, digest, minutesNumber, minutes, computedAt, signedAt }, ...rowsOf(ctx, list) },
    name: listOf(getEdition(ctx, key.editionId).definition, key.listKey).name,
    signedByName: signedBy === null ? "" : (namesOf(ctx, [signedBy]).get(signedBy) ?? ""),
    moves: getMinutesMoves(ctx, list.id),
    abstained: countAbstained(ctx, list.id),
    hasSigned: signersOf(ctx, list).includes(ctx.actor.userId),
    page: signerPage(ctx, list),
  };
}

function rowsOf(ctx: Ctx, { id: listId, editionId }: RankingList): Pick<Cosigning, "rows" | "withheld"> {
  const bars = judgingWithheldFrom(ctx, editionId);
  const decided = and(eq(rankingRows.listId, listId), or(eq(rankingRows.listed, true), eq(rankingRows.reserve, true)));
  const from = (where: ReturnType<typeof and>) =>
    ctx.db
      .select({ rank: rankingRows.rank, number: entryColumns.number, title: entryColumns.title, agencyName: entryColumns.agencyName, score: rankingRows.score, listed: rankingRows.listed, reserve: rankingRows.reserve })
      .from(rankingRows)
      .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
      .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
      .where(where)
      .orderBy(asc(rankingRows.rank))
      .all();
  return { rows: from(and(decided, notWithheld(bars))), withheld: from(and(decided, onlyWithheld(bars))).length };
}

export type ToCosign = { listId: ListId; listKey: string; name: WordsOf };

/** Lists of an edition whose minutes wait for the signature of the asking person; none for whoever has no seat in the panel. */
export function listToCosign(ctx: Ctx, editionId: EditionId): ToCosign[] {
  if (!ctx.actor || !mayCosignMinutes(ctx.actor, editionId)) return [];
  const { userId } = ctx.actor;
  const { lists } = getEdition(ctx, editionId).definition;
  const signed = ctx.db.select().from(rankingLists).where(and(eq(rankingLists.editionId, editionId), eq(rankingLists.status, "signed"))).all();
  return signed
    .filter((list) => isCosignable(list) && !signersOf(ctx, list).includes(userId))
    .map(({ id, listKey }) => ({ listId: id, listKey, name: lists.find(({ key }) => key === listKey)?.name ?? { id: listKey, en: listKey } }));
}
