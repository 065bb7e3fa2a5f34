import { and, asc, count, desc, eq, inArray, isNull, max, ne, or, sum } from "drizzle-orm";
import type { AgencyId, AgencyKind } from "#app/features/agencies/types.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";
import { scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;

/** Whether a list that counts a stage is signed, published or final: nothing may move under its signatures. For operations and acts that have authorised. */
export function isStageListed(ctx: Reach, { editionId, stage }: { editionId: EditionId; stage: string }): boolean {
  const { lists } = getEdition(ctx, editionId).definition;
  const counting = lists.filter(({ composition }) => composition.some((part) => part.stage === stage));
  return counting.some(({ key }) => {
    const list = findCurrentList(ctx, { editionId, listKey: key });
    return list !== undefined && list.status !== "draft";
  });
}

/** The version that counts now: the newest that is not superseded. For operations and pages that have authorised. */
export function findCurrentList(ctx: Reach, key: { editionId: EditionId; listKey: string }): RankingList | undefined {
  return ctx.db
    .select()
    .from(rankingLists)
    .where(
      and(
        eq(rankingLists.editionId, key.editionId),
        eq(rankingLists.listKey, key.listKey),
        ne(rankingLists.status, "superseded"),
      ),
    )
    .orderBy(desc(rankingLists.version))
    .limit(1)
    .get();
}

/** Entries of standing assignments of a stage whose sheet is not locked, once a sheet. The caller has authorised. */
export function listOpenReadings(ctx: Reach, where: { editionId: EditionId; stage: string }): ProposalId[] {
  const standing = and(
    eq(assignments.editionId, where.editionId),
    eq(assignments.stage, where.stage),
    isNull(assignments.endedAt),
  );
  return ctx.db
    .select({ proposalId: assignments.proposalId })
    .from(assignments)
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(and(standing, or(isNull(scoreSheets.id), ne(scoreSheets.status, "locked"))))
    .all()
    .map((row) => row.proposalId);
}

/** One version of a list, whatever its state. For operations of later rooms, which authorise it themselves. */
export function getList(ctx: Reach, listId: ListId): RankingList {
  const list = ctx.db.select().from(rankingLists).where(eq(rankingLists.id, listId)).get();
  if (!list) throw notFound("ranking.listUnknown");
  return list;
}

/** Whether an entry stands on a list as listed or in reserve; undefined when the list does not hold it. */
export function findPlace(ctx: Reach, listId: ListId, proposalId: ProposalId): "listed" | "reserve" | "outside" | undefined {
  const row = ctx.db
    .select({ listed: rankingRows.listed, reserve: rankingRows.reserve })
    .from(rankingRows)
    .where(and(eq(rankingRows.listId, listId), eq(rankingRows.proposalId, proposalId)))
    .get();
  if (!row) return undefined;
  return row.listed ? "listed" : row.reserve ? "reserve" : "outside";
}

/** The entry that moves up when a listed one leaves; for operations that have authorised. */
export const findNextReserve = (ctx: Reach, listId: ListId): ProposalId | undefined =>
  ctx.db.select({ proposalId: rankingRows.proposalId }).from(rankingRows).where(and(eq(rankingRows.listId, listId), eq(rankingRows.reserve, true))).orderBy(asc(rankingRows.rank)).limit(1).get()?.proposalId;

/** Agencies with an entry on a version of a list or in its reserve. For operations that have authorised. */
export const listConcernedAgencies = (ctx: Reach, listId: ListId): AgencyId[] =>
  ctx.db
    .selectDistinct({ agencyId: proposals.agencyId })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .where(and(eq(rankingRows.listId, listId), or(eq(rankingRows.listed, true), eq(rankingRows.reserve, true))))
    .all()
    .map((row) => row.agencyId);

/**
 * What a computation reads, as a short text that is another one as soon as an entry or a sheet of the stages has changed. For
 * operations that have authorised.
 */
export function stampOf(ctx: Reach, of: { editionId: EditionId; stages: readonly string[] }): string {
  const entries = ctx.db
    .select({ n: count(), revisions: sum(proposals.revision), last: max(proposals.updatedAt) })
    .from(proposals)
    .where(eq(proposals.editionId, of.editionId))
    .groupBy(proposals.reach)
    .orderBy(asc(proposals.reach))
    .all();
  const readings = ctx.db
    .select({ n: count(), standing: sum(isNull(assignments.endedAt)), begun: max(assignments.assignedAt), ended: max(assignments.endedAt) })
    .from(assignments)
    .where(and(eq(assignments.editionId, of.editionId), inArray(assignments.stage, [...of.stages])))
    .get();
  // Beside the readings, not by them: from one to the other takes half a second in a national year, while nobody else can write.
  const sheets = ctx.db
    .select({ n: count(), locked: sum(eq(scoreSheets.status, "locked")), revisions: sum(scoreSheets.revision), last: max(scoreSheets.updatedAt) })
    .from(scoreSheets)
    .where(and(eq(scoreSheets.editionId, of.editionId), inArray(scoreSheets.stage, [...of.stages])))
    .get();
  return JSON.stringify([entries, readings, sheets]);
}

const rowColumns = {
  proposalId: rankingRows.proposalId,
  rank: rankingRows.rank,
  number: entryColumns.number,
  title: entryColumns.title,
  unit: entryColumns.unit,
  agencyId: entryColumns.agencyId,
  agencyName: entryColumns.agencyName,
  agencyCode: agencies.code,
  agencyKind: entryColumns.agencyKind,
  provinceCode: entryColumns.provinceCode,
  groupKey: entryColumns.groupKey,
  categoryKey: entryColumns.categoryKey,
  score: rankingRows.score,
};

export type ListedEntry = {
  proposalId: ProposalId;
  rank: number;
  number: number;
  title: string;
  unit: string;
  agencyId: AgencyId;
  agencyName: string;
  agencyCode: string;
  agencyKind: AgencyKind;
  provinceCode: string | null;
  groupKey: string;
  categoryKey: string;
  /** Hundredths of a point. */
  score: number;
};

/** Listed rows of the given lists, by rank: one statement. */
function listedRows(ctx: Reach, listIds: readonly ListId[]): (ListedEntry & { listId: ListId })[] {
  if (listIds.length === 0) return [];
  return ctx.db
    .select({ listId: rankingRows.listId, ...rowColumns })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(inArray(rankingRows.listId, [...listIds]), eq(rankingRows.listed, true)))
    .orderBy(asc(rankingRows.rank))
    .all();
}

/** The listed entries of one list by rank, for operations which have authorised. Nothing of a list that is not final. */
export function listFinalRows(ctx: Reach, listId: ListId): ListedEntry[] {
  if (getList(ctx, listId).status !== "final") return [];
  return listedRows(ctx, [listId]).map(({ listId: _listId, ...row }) => row);
}

/** The listed entries of a version, whatever its state. For this room and those below, inside their own authorisation. */
export const listStandingRows = (ctx: Reach, listId: ListId): ListedEntry[] =>
  listedRows(ctx, [listId]).map(({ listId: _listId, ...row }) => row);

export type PublishedList = {
  id: ListId;
  listKey: string;
  version: number;
  status: "provisional" | "final";
  size: number;
  publishedAt: number;
  objectionsCloseAt: number;
  decreeNumber: string | null;
  decreeDate: string | null;
  digest: string;
  rows: ListedEntry[];
};

/** Lists the public may see, provisional or final, in the order of the edition's rules, with their listed rows. */
export function listPublishedLists(ctx: Reach, editionId: EditionId): PublishedList[] {
  const lists = ctx.db
    .select()
    .from(rankingLists)
    .where(and(eq(rankingLists.editionId, editionId), inArray(rankingLists.status, ["provisional", "final"])))
    .all();
  const rows = listedRows(ctx, lists.map((list) => list.id));
  const order = lists.length > 1 ? getEdition(ctx, editionId).definition.lists.map((list) => list.key) : [];
  return lists
    .sort((a, b) => order.indexOf(a.listKey) - order.indexOf(b.listKey))
    .map((list) => ({
      id: list.id,
      listKey: list.listKey,
      version: list.version,
      status: list.status as "provisional" | "final",
      size: list.size,
      publishedAt: list.publishedAt ?? 0,
      objectionsCloseAt: list.objectionsCloseAt ?? 0,
      decreeNumber: list.decreeNumber,
      decreeDate: list.decreeDate,
      digest: list.digest,
      rows: rows.filter((row) => row.listId === list.id).map(({ listId: _listId, ...row }) => row),
    }));
}

export type ListSummary = {
  list: AwardList;
  current: RankingList | null;
  listed: number;
};

/** Every list of an edition with its standing version: for whoever makes, signs or examines lists; 404 for others. */
export function listLists(ctx: Ctx, editionId: EditionId): ListSummary[] {
  if (!mayReadLists(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const standing = ctx.db
    .select()
    .from(rankingLists)
    .where(and(eq(rankingLists.editionId, editionId), ne(rankingLists.status, "superseded")))
    .all();
  const counts = countListed(ctx, standing.map((list) => list.id));
  return definition.lists.map((list) => {
    const current = standing.find((one) => one.listKey === list.key) ?? null;
    return { list, current: current && { ...current, abstentions: [], publicNote: null }, listed: current ? (counts.get(current.id) ?? 0) : 0 };
  });
}

function countListed(ctx: Reach, listIds: readonly ListId[]): Map<ListId, number> {
  if (listIds.length === 0) return new Map();
  const rows = ctx.db
    .select({ listId: rankingRows.listId, n: count() })
    .from(rankingRows)
    .where(and(inArray(rankingRows.listId, [...listIds]), eq(rankingRows.listed, true)))
    .groupBy(rankingRows.listId)
    .all();
  return new Map(rows.map((row) => [row.listId, row.n]));
}
