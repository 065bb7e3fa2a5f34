import { and, asc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import type { EditionId } from "#app/features/competitions/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { findOrigin } from "#app/features/ranking/bundle/inputs/queries.server.ts";
import { getList, type ListedEntry, listStandingRows, type PublishedList } from "#app/features/ranking/queries.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { earlierVersions, versionChanges, type VersionRecord } from "#app/features/ranking/versions/rules.ts";
import type { EarlierVersion, NamedEntry, PublicHistory, PublicMove } from "#app/features/ranking/versions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;
type Key = { editionId: EditionId; listKey: string };

const ofKey = ({ editionId, listKey }: Key) => and(eq(rankingLists.editionId, editionId), eq(rankingLists.listKey, listKey));

const heads = { version: rankingLists.version, computedAt: rankingLists.computedAt, publishedAt: rankingLists.publishedAt, digest: rankingLists.digest };

/**
 * What everybody may know of the versions of a published list: the earlier ones by number, time and digest, and what each changed.
 * Nothing of a list that is not before the public now.
 */
export function listPublicHistory(ctx: Reach, listId: ListId): PublicHistory {
  const list = getList(ctx, listId);
  if (list.status !== "provisional" && list.status !== "final") return { earlier: [], changes: [] };
  const versions = versionsOf(ctx, list);
  return { earlier: earlierVersions(versions), changes: versionChanges(versions) };
}

function versionsOf(ctx: Reach, key: Key): VersionRecord[] {
  const versions = ctx.db.select({ ...heads, id: rankingLists.id, publicNote: rankingLists.publicNote }).from(rankingLists).where(ofKey(key)).orderBy(asc(rankingLists.version)).all();
  const published = versions.filter(({ publishedAt }) => publishedAt !== null).map(({ id }) => id);
  // One version alone changed nothing.
  const rows = published.length > 1 ? listedOf(ctx, published) : [];
  return versions.map(({ id, ...version }) => ({ ...version, rows: rows.filter((row) => row.listId === id).map(({ listId: _listId, ...row }) => row) }));
}

const listedOf = (ctx: Reach, listIds: readonly ListId[]): (NamedEntry & { listId: ListId })[] =>
  ctx.db
    .select({ listId: rankingRows.listId, number: entryColumns.number, title: entryColumns.title, agencyName: entryColumns.agencyName })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(inArray(rankingRows.listId, [...listIds]), eq(rankingRows.listed, true)))
    .orderBy(asc(rankingRows.rank))
    .all();

export type Withdrawn = EarlierVersion & { listKey: string };

/** Lists of an edition that were before the public and are being made anew: their last published version, and nothing of the next. */
export function listWithdrawn(ctx: Reach, editionId: EditionId): Withdrawn[] {
  const everPublished = ctx.db.select({ key: rankingLists.listKey }).from(rankingLists).where(and(eq(rankingLists.editionId, editionId), isNotNull(rankingLists.publishedAt)));
  const rows = ctx.db
    .select({ ...heads, listKey: rankingLists.listKey, status: rankingLists.status })
    .from(rankingLists)
    .where(and(eq(rankingLists.editionId, editionId), inArray(rankingLists.listKey, everPublished)))
    .orderBy(asc(rankingLists.version))
    .all();
  return [...new Set(rows.map(({ listKey }) => listKey))].flatMap((listKey) => {
    const own = rows.filter((row) => row.listKey === listKey);
    if (own.some(({ status }) => status === "provisional" || status === "final")) return [];
    const [last] = earlierVersions(own.map((row) => ({ ...row, publicNote: null, rows: [] })));
    return last ? [{ ...last, listKey }] : [];
  });
}

/** Moves of the plenary that stand in a published version, in order: the reason and the votes as the minutes hold them. */
export function listPublicMoves(ctx: Reach, { id, status, rows }: Pick<PublishedList, "id" | "status"> & { rows: readonly Pick<NamedEntry, "number" | "title">[] }): PublicMove[] {
  if (status !== "provisional" && status !== "final") return [];
  const titles = new Map(rows.map(({ number, title }) => [number, title]));
  return (findOrigin(ctx, id)?.changes ?? []).flatMap((change) =>
    change.kind === "move"
      ? [{ entering: change.entering, leaving: change.leaving, enteringTitle: titles.get(change.entering) ?? null, reason: change.reason, inFavour: change.inFavour, against: change.against, abstained: change.abstained }]
      : [],
  );
}

/**
 * Entries that stood on the published version before this one and stand no more, with the public reasons. For operations that have
 * authorised the publication.
 */
export function listRemoved(ctx: Reach, list: Pick<RankingList, "id" | "editionId" | "listKey" | "version">): { rows: ListedEntry[]; notes: string[] } {
  const columns = { id: rankingLists.id, version: rankingLists.version, publishedAt: rankingLists.publishedAt, publicNote: rankingLists.publicNote };
  const until = ctx.db.select(columns).from(rankingLists).where(and(ofKey(list), lte(rankingLists.version, list.version))).orderBy(asc(rankingLists.version)).all();
  const before = until.findLast(({ version, publishedAt }) => version < list.version && publishedAt !== null);
  if (!before) return { rows: [], notes: [] };
  const standing = new Set(listStandingRows(ctx, list.id).map(({ proposalId }) => proposalId));
  const notes = until.filter(({ version }) => version > before.version).flatMap(({ publicNote }) => publicNote ?? []);
  return { rows: listStandingRows(ctx, before.id).filter(({ proposalId }) => !standing.has(proposalId)), notes };
}
