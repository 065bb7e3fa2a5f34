import { and, asc, count, desc, eq, inArray, like, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { judgingWithheldFrom, notWithheld, onlyWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Bars } from "#app/features/conflicts/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { type Abstained, isBarredAnywhere, listAbstained } from "#app/features/ranking/abstaining/queries.server.ts";
import type { ListTableInput } from "#app/features/ranking/inputs.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { findCurrentList, getList } from "#app/features/ranking/queries.server.ts";
import type { ListId, ListStatus, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;
export const listPageSize = 50;

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
  listedBy: string | null;
  listed: boolean;
  reserve: boolean;
};

/** A row of the page, with what its marks say beside the value it ranks by; points. */
export type FiguredRow = ListPageRow & {
  nominee: boolean;
  raw: number | null;
  calibrated: number | null;
  rawRank: number | null;
  calibratedRank: number | null;
  pTop: number | null;
  rankLow: number | null;
  rankHigh: number | null;
  withinRank: number | null;
  unflaggedRank: number | null;
  trimmedRank: number | null;
};

export type ListPage = {
  list: AwardList;
  current: (RankingList & { computedByName: string; signedByName: string; approvedByName: string; finalisedByName: string; abstained: Abstained[] }) | null;
  versions: ListVersion[];
  /** `lastListed`: the lowest rank that is listed; above the number listed where a share or a minimum passed others over. */
  counts: { total: number; listed: number; reserve: number; lastListed: number };
  rows: FiguredRow[];
  matching: number;
  /** Rows of the list of which the reader is shown nothing; the counts are of the whole list. */
  withheld: number;
};

/**
 * One list with its standing version, its history and a page of its table, without entries withheld from the asking person; 404
 * for whoever may not read lists.
 */
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
    ...(current ? tableOf(ctx, current, input.table) : emptyTable),
  };
}

const tableColumns = {
  proposalId: rankingRows.proposalId,
  rank: rankingRows.rank,
  number: entryColumns.number,
  title: entryColumns.title,
  agencyName: entryColumns.agencyName,
  agencyKind: entryColumns.agencyKind,
  score: rankingRows.score,
  reads: rankingRows.reads,
  tieBrokenBy: rankingRows.tieBrokenBy,
  listedBy: rankingRows.listedBy,
  listed: rankingRows.listed,
  reserve: rankingRows.reserve,
};

/** What only those who make, sign and examine lists read of a row. */
const figureColumns = {
  nominee: rankingRows.nominee,
  raw: rankingRows.raw,
  calibrated: rankingRows.calibrated,
  rawRank: rankingRows.rawRank,
  calibratedRank: rankingRows.calibratedRank,
  pTop: rankingRows.pTop,
  rankLow: rankingRows.rankLow,
  rankHigh: rankingRows.rankHigh,
  withinRank: rankingRows.withinRank,
  unflaggedRank: rankingRows.unflaggedRank,
  trimmedRank: rankingRows.trimmedRank,
};

const emptyTable = { counts: { total: 0, listed: 0, reserve: 0, lastListed: 0 }, rows: [], matching: 0, withheld: 0 };

function withNames(ctx: Ctx, list: RankingList) {
  const people = [list.computedBy, list.signedBy, list.approvedBy, list.finalisedBy];
  const names = namesOf(ctx, people.filter((one) => one !== null));
  const nameOf = (userId: (typeof people)[number]): string => (userId ? (names.get(userId) ?? "") : "");
  return {
    ...list,
    computedByName: nameOf(list.computedBy),
    signedByName: nameOf(list.signedBy),
    approvedByName: nameOf(list.approvedBy),
    finalisedByName: nameOf(list.finalisedBy),
    abstentions: [],
    // It speaks of an entry: before everybody may read it, nobody does who may not judge one.
    publicNote: list.publishedAt !== null || !isBarredAnywhere(ctx, list.editionId) ? list.publicNote : null,
    abstained: listAbstained(ctx, list),
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

function tableOf(ctx: Ctx, { id: listId, editionId }: RankingList, table: ListTableInput = firstPage): Pick<ListPage, "counts" | "rows" | "matching" | "withheld"> {
  const bars = judgingWithheldFrom(ctx, editionId);
  const whole = eq(rankingRows.listId, listId);
  const barred = barredOf(ctx, editionId, bars);
  const where = and(whole, barred && notInArray(rankingRows.proposalId, barred), partFilter(table.part), searchFilter(table.q));
  // Which rows make the page is found first: what is shown of them is read of these alone.
  const picked = pickRows(ctx, where, table);
  const rows = ctx.db
    .select({ ...tableColumns, ...figureColumns })
    .from(picked)
    .innerJoin(rankingRows, and(whole, eq(rankingRows.proposalId, picked.proposalId)))
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .orderBy(...orderOf(table), asc(rankingRows.rank))
    .all();
  const withheld = barred ? countIn(ctx, and(whole, inArray(rankingRows.proposalId, barred))) : 0;
  return { counts: countRows(ctx, listId), rows, matching: table.q === "" ? countIn(ctx, where) : countMatching(ctx, where), withheld };
}

/** Entries of an edition of which nothing is shown; undefined where all are. */
const barredOf = (ctx: Reach, editionId: EditionId, bars: Bars) =>
  bars.agencyIds.length + bars.proposalIds.length === 0
    ? undefined
    : ctx.db
        .select({ id: proposals.id })
        .from(proposals)
        .where(and(eq(proposals.editionId, editionId), onlyWithheld(bars)));

/** The rows of a page, in the database's own words: by rank and without a search nothing else need be looked at. */
function pickRows(ctx: Reach, where: SQL | undefined, table: ListTableInput) {
  const rows = ctx.db.select({ proposalId: rankingRows.proposalId }).from(rankingRows).$dynamic();
  const joined =
    table.q === "" && table.sort === "rank"
      ? rows
      : rows.innerJoin(proposals, eq(proposals.id, rankingRows.proposalId)).innerJoin(agencies, eq(agencies.id, proposals.agencyId));
  return joined
    .where(where)
    .orderBy(...orderOf(table), asc(rankingRows.rank))
    .limit(listPageSize)
    .offset((table.page - 1) * listPageSize)
    .as("picked");
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
  return or(sql`${entryColumns.title} like ${pattern}`, like(agencies.name, pattern), eq(proposals.number, numberIn(text)));
}

/** `2026-0417`, `0417` and `417` all mean entry 417. */
const numberIn = (text: string): number => Number(/^(?:\d{4}-)?(\d{1,7})$/.exec(text)?.[1] ?? -1);

function orderOf(table: ListTableInput): SQL[] {
  const columns = { rank: rankingRows.rank, number: proposals.number, title: entryColumns.title, agency: agencies.name };
  return [table.dir === "asc" ? asc(columns[table.sort]) : desc(columns[table.sort])];
}

function countRows(ctx: Reach, listId: ListId): ListPage["counts"] {
  const row = ctx.db
    .select({
      total: count(),
      listed: sql<number>`coalesce(sum(${rankingRows.listed}), 0)`,
      reserve: sql<number>`coalesce(sum(${rankingRows.reserve}), 0)`,
      lastListed: sql<number>`coalesce(max(case when ${rankingRows.listed} then ${rankingRows.rank} end), 0)`,
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

const countIn = (ctx: Reach, where: SQL | undefined): number => ctx.db.select({ n: count() }).from(rankingRows).where(where).get()?.n ?? 0;

export type ListDocument = { list: RankingList; rows: ListPageRow[]; mayReadAll: boolean; withheld: number };

/**
 * A list for download as a table or as minutes: published ones for everybody, others for those who may read lists. Of an entry
 * withheld from them these see what the public sees.
 */
export function getListDocument(ctx: Ctx, listId: ListId): ListDocument {
  const list = getList(ctx, listId);
  const mayReadAll = mayReadLists(ctx.actor, list.editionId);
  const isPublic = list.status === "provisional" || list.status === "final";
  if (!mayReadAll && !isPublic) throw notFound("ranking.listUnknown");
  const bars = judgingWithheldFrom(ctx, list.editionId);
  const open = isPublic ? eq(rankingRows.listed, true) : sql`0`;
  const whole = eq(rankingRows.listId, listId);
  const rows = ctx.db
    .select(tableColumns)
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(whole, mayReadAll ? or(open, notWithheld(bars) ?? sql`1`) : open))
    .orderBy(asc(rankingRows.rank))
    .all();
  const withheld = mayReadAll ? countMatching(ctx, and(whole, not(open), onlyWithheld(bars))) : 0;
  return { list: mayReadAll ? list : { ...list, model: null, waiverReason: null, minutes: "", abstentions: [] }, rows, mayReadAll, withheld };
}
