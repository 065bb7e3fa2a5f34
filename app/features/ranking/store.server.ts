import { and, asc, eq, isNotNull, max } from "drizzle-orm";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ListId, ListStatus, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { insertMany } from "#db/insert-many.ts";
import { rankingAssessors, rankingLists, rankingPeers, rankingRows, rankingVersions } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;
export type ListKey = { editionId: EditionId; listKey: string };
export type RowRecord = typeof rankingRows.$inferSelect;
export type AssessorRecord = typeof rankingAssessors.$inferSelect;

const ofKey = (key: ListKey) => and(eq(rankingLists.editionId, key.editionId), eq(rankingLists.listKey, key.listKey));

export const findList = (ctx: Reach, listId: ListId): RankingList | undefined =>
  ctx.db.select().from(rankingLists).where(eq(rankingLists.id, listId)).get();

export const lastVersion = (ctx: Reach, key: ListKey): number =>
  ctx.db.select({ version: max(rankingLists.version) }).from(rankingLists).where(ofKey(key)).get()?.version ?? 0;

/** Whether any version of the list has been before the public. */
export const wasPublished = (ctx: Reach, key: ListKey): boolean =>
  ctx.db
    .select({ id: rankingLists.id })
    .from(rankingLists)
    .where(and(ofKey(key), isNotNull(rankingLists.publishedAt)))
    .limit(1)
    .get() !== undefined;

export function insertList(ctx: Reach, list: RankingList): void {
  ctx.db.insert(rankingVersions).values(list).run();
}

export const insertRows = (ctx: Reach, rows: RowRecord[]): void => insertMany(ctx, rankingRows, rows);

export const loadRows = (ctx: Reach, listId: ListId): RowRecord[] =>
  ctx.db.select().from(rankingRows).where(eq(rankingRows.listId, listId)).orderBy(asc(rankingRows.rank)).all();

export const insertAssessors = (ctx: Reach, rows: AssessorRecord[]): void => insertMany(ctx, rankingAssessors, rows);

export const loadAssessors = (ctx: Reach, listId: ListId): AssessorRecord[] =>
  ctx.db.select().from(rankingAssessors).where(eq(rankingAssessors.listId, listId)).all();

export type PeerRecord = typeof rankingPeers.$inferSelect;

export const insertPeers = (ctx: Reach, rows: PeerRecord[]): void => insertMany(ctx, rankingPeers, rows);

export const loadPeers = (ctx: Reach, listId: ListId): PeerRecord[] => ctx.db.select().from(rankingPeers).where(eq(rankingPeers.listId, listId)).all();

/** Moves a list on from the state it was read in; refuses `ranking.changed` when somebody was faster. */
export function updateList(ctx: Reach, list: { id: ListId; status: ListStatus }, change: Partial<RankingList>): void {
  const unchanged = and(eq(rankingVersions.id, list.id), eq(rankingVersions.status, list.status));
  const { changes } = ctx.db.update(rankingVersions).set(change).where(unchanged).run();
  if (changes !== 1) throw new DomainError("ranking.changed", { kind: "conflict" });
}
