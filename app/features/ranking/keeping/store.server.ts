import { and, count, eq, sql } from "drizzle-orm";
import type { ListKey } from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { keepingStatus, rankingAssessors, rankingPeers, rankingRows, rankingVersions } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/** A version that is being written; `digest` is what it will be. */
export type Keeping = Pick<RankingList, "id" | "editionId" | "listKey" | "digest" | "computedBy">;

const isKeeping = sql`${rankingVersions.status} = ${keepingStatus}`;

export const findKeeping = (ctx: Reach, { editionId, listKey }: ListKey): Keeping | undefined =>
  ctx.db
    .select({ id: rankingVersions.id, editionId: rankingVersions.editionId, listKey: rankingVersions.listKey, digest: rankingVersions.digest, computedBy: rankingVersions.computedBy })
    .from(rankingVersions)
    .where(and(eq(rankingVersions.editionId, editionId), eq(rankingVersions.listKey, listKey), isKeeping))
    .get();

/** Begins a version that nobody can read: without its number until it is whole. */
export function insertKeeping(ctx: Reach, list: RankingList): void {
  ctx.db.insert(rankingVersions).values({ ...list, version: 0, status: keepingStatus as never }).run();
}

export const countKept = (ctx: Reach, listId: ListId): number => ctx.db.select({ n: count() }).from(rankingRows).where(eq(rankingRows.listId, listId)).get()?.n ?? 0;

/** A version all of whose rows are there stands as a draft from now on. */
export function makeStand(ctx: Reach, { id, version, computedAt }: RankingList): void {
  const { changes } = ctx.db.update(rankingVersions).set({ status: "draft", version, computedAt }).where(and(eq(rankingVersions.id, id), isKeeping)).run();
  if (changes !== 1) throw new DomainError("ranking.changed", { kind: "conflict" });
}

/** Takes away at most so many rows of a version that came to nothing; how many there were. */
export function removeKept(ctx: Reach, listId: ListId, most: number): number {
  const { rank } = rankingRows;
  const rows = ctx.db.select({ rank }).from(rankingRows).where(eq(rankingRows.listId, listId)).orderBy(rank).limit(most).all();
  const last = rows.at(-1);
  if (last) ctx.db.delete(rankingRows).where(and(eq(rankingRows.listId, listId), sql`${rank} <= ${last.rank}`)).run();
  return rows.length;
}

/** Takes away a version that came to nothing, once it has no rows. */
export function removeKeeping(ctx: Reach, listId: ListId): void {
  ctx.db.delete(rankingAssessors).where(eq(rankingAssessors.listId, listId)).run();
  ctx.db.delete(rankingPeers).where(eq(rankingPeers.listId, listId)).run();
  ctx.db.delete(rankingVersions).where(and(eq(rankingVersions.id, listId), isKeeping)).run();
}
