import { and, asc, count, desc, eq, inArray, like, ne, or, type SQL, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { AgencyId, AgencyKind } from "#app/features/agencies/types.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { ListTableInput } from "#app/features/ranking/inputs.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import type { ListId, ListStatus, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;
export const listPageSize = 50;

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

const rowColumns = {
  proposalId: rankingRows.proposalId,
  rank: rankingRows.rank,
  number: sql<number>`${proposals.number}`,
  title: proposals.title,
  unit: proposals.unit,
  innovator: proposals.innovator,
  agencyId: proposals.agencyId,
  agencyName: agencies.name,
  agencyCode: agencies.code,
  agencyKind: agencies.kind,
  provinceCode: agencies.provinceCode,
  groupKey: proposals.groupKey,
  categoryKey: proposals.categoryKey,
  score: rankingRows.score,
};

export type ListedEntry = {
  proposalId: ProposalId;
  rank: number;
  number: number;
  title: string;
  unit: string;
  innovator: string;
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
    return { list, current, listed: current ? (counts.get(current.id) ?? 0) : 0 };
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

export type ListVersion = {
  id: ListId;
  version: number;
  status: ListStatus;
  computedAt: number;
  publishedAt: number | null;
};

export type ListPageRow = {
  proposalId: ProposalId;
  rank: number;
  number: number;
  title: string;
  agencyName: string;
  agencyKind: AgencyKind;
  score: number;
  reads: number;
  tieBrokenBy: string | null;
  listed: boolean;
  reserve: boolean;
};

export type ListPage = {
  list: AwardList;
  current: (RankingList & { computedByName: string; signedByName: string; approvedByName: string; finalisedByName: string }) | null;
  versions: ListVersion[];
  counts: { total: number; listed: number; reserve: number };
  rows: ListPageRow[];
  matching: number;
};

/** One list with its standing version, its history and a page of its table; 404 for whoever may not read lists. */
export function getListPage(
  ctx: Ctx,
  input: { editionId: EditionId; listKey: string; table?: ListTableInput },
): ListPage {
  if (!mayReadLists(ctx.actor, input.editionId)) throw notFound("ranking.listUnknown");
  const list = listOf(getEdition(ctx, input.editionId).definition, input.listKey);
  const current = findCurrentList(ctx, input) ?? null;
  return {
    list,
    current: current && withNames(ctx, current),
    versions: listVersions(ctx, input),
    ...(current ? tableOf(ctx, current.id, input.table) : emptyTable),
  };
}

const emptyTable = { counts: { total: 0, listed: 0, reserve: 0 }, rows: [], matching: 0 };

function withNames(ctx: Reach, list: RankingList) {
  const people = [list.computedBy, list.signedBy, list.approvedBy, list.finalisedBy];
  const names = namesOf(ctx, people.filter((one) => one !== null));
  const nameOf = (userId: (typeof people)[number]): string => (userId ? (names.get(userId) ?? "") : "");
  return {
    ...list,
    computedByName: nameOf(list.computedBy),
    signedByName: nameOf(list.signedBy),
    approvedByName: nameOf(list.approvedBy),
    finalisedByName: nameOf(list.finalisedBy),
  };
}

const listVersions = (ctx: Reach, key: { editionId: EditionId; listKey: string }): ListVersion[] =>
  ctx.db
    .select({
      id: rankingLists.id,
      version: rankingLists.version,
      status: rankingLists.status,
      computedAt: rankingLists.computedAt,
      publishedAt: rankingLists.publishedAt,
    })
    .from(rankingLists)
    .where(and(eq(rankingLists.editionId, key.editionId), eq(rankingLists.listKey, key.listKey)))
    .orderBy(desc(rankingLists.version))
    .all();

const firstPage: ListTableInput = { q: "", part: "all", sort: "rank", dir: "asc", page: 1 };

function tableOf(ctx: Reach, listId: ListId, table: ListTableInput = firstPage): Pick<ListPage, "counts" | "rows" | "matching"> {
  const where = and(eq(rankingRows.listId, listId), partFilter(table.part), searchFilter(table.q));
  const joined = ctx.db
    .select({
      proposalId: rankingRows.proposalId,
      rank: rankingRows.rank,
      number: sql<number>`${proposals.number}`,
      title: proposals.title,
      agencyName: agencies.name,
      agencyKind: agencies.kind,
      score: rankingRows.score,
      reads: rankingRows.reads,
      tieBrokenBy: rankingRows.tieBrokenBy,
      listed: rankingRows.listed,
      reserve: rankingRows.reserve,
    })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .orderBy(...orderOf(table), asc(rankingRows.rank))
    .limit(listPageSize)
    .offset((table.page - 1) * listPageSize)
    .all();
  return { counts: countRows(ctx, listId), rows: joined, matching: countMatching(ctx, where) };
}

function partFilter(part: ListTableInput["part"]): SQL | undefined {
  if (part === "all") return undefined;
  if (part === "listed") return eq(rankingRows.listed, true);
  if (part === "reserve") return eq(rankingRows.reserve, true);
  return and(eq(rankingRows.listed, false), eq(rankingRows.reserve, false));
}

function searchFilter(text: string): SQL | undefined {
  if (text === "") return undefined;
  const pattern = `%${text}%`;
  return or(like(proposals.title, pattern), like(agencies.name, pattern), eq(proposals.number, numberIn(text)));
}

/** `2026-0417`, `0417` and `417` all mean entry 417. */
const numberIn = (text: string): number => Number(/^(?:\d{4}-)?(\d{1,7})$/.exec(text)?.[1] ?? -1);

function orderOf(table: ListTableInput): SQL[] {
  const columns = { rank: rankingRows.rank, number: proposals.number, title: proposals.title, agency: agencies.name };
  return [table.dir === "asc" ? asc(columns[table.sort]) : desc(columns[table.sort])];
}

function countRows(ctx: Reach, listId: ListId): ListPage["counts"] {
  const row = ctx.db
    .select({
      total: count(),
      listed: sql<number>`coalesce(sum(${rankingRows.listed}), 0)`,
      reserve: sql<number>`coalesce(sum(${rankingRows.reserve}), 0)`,
    })
    .from(rankingRows)
    .where(eq(rankingRows.listId, listId))
    .get();
  return row ?? emptyTable.counts;
}

const countMatching = (ctx: Reach, where: SQL | undefined): number =>
  ctx.db
    .select({ n: count() })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .get()?.n ?? 0;

/** A list for download as a table or as minutes: published ones for everybody, others for those who may read lists. */
export function getListDocument(ctx: Ctx, listId: ListId): { list: RankingList; rows: ListPageRow[]; mayReadAll: boolean } {
  const list = getList(ctx, listId);
  const mayReadAll = mayReadLists(ctx.actor, list.editionId);
  const isPublic = list.status === "provisional" || list.status === "final";
  if (!mayReadAll && !isPublic) throw notFound("ranking.listUnknown");
  const rows = ctx.db
    .select({
      proposalId: rankingRows.proposalId,
      rank: rankingRows.rank,
      number: sql<number>`${proposals.number}`,
      title: proposals.title,
      agencyName: agencies.name,
      agencyKind: agencies.kind,
      score: rankingRows.score,
      reads: rankingRows.reads,
      tieBrokenBy: rankingRows.tieBrokenBy,
      listed: rankingRows.listed,
      reserve: rankingRows.reserve,
    })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(eq(rankingRows.listId, listId), mayReadAll ? undefined : eq(rankingRows.listed, true)))
    .orderBy(asc(rankingRows.rank))
    .all();
  return { list, rows, mayReadAll };
}
