import { and, asc, count, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Bars } from "#app/features/conflicts/types.ts";
import { notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns, getProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { mayJudgePair, mayReadSimilarity } from "#app/features/screening/similarity/policy.ts";
import { isCompared } from "#app/features/screening/similarity/stored/queries.server.ts";
import { type PairKind, type PairState, pairStates, type SimilarityPairId } from "#app/features/screening/similarity/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { proposals } from "#db/schema/proposals.ts";
import { similarityPairs } from "#db/schema/similarity.ts";

type EditionId = Id<"edition">;
export type PairRow = typeof similarityPairs.$inferSelect;

const one = alias(proposals, "one");
const other = alias(proposals, "other");

/**
 * Pairs of an edition that the asking person may see: both entries stand, and neither is withheld from the person. The scope
 * is part of the query, so that hidden pairs change neither counts nor order.
 */
function visible(ctx: Ctx, editionId: EditionId): SQL | undefined {
  const bars = withheldFrom(ctx, editionId);
  return and(eq(similarityPairs.editionId, editionId), openSide(one, bars), or(isNull(similarityPairs.otherProposalId), openSide(other, bars)));
}

const openSide = (side: typeof one | typeof other, bars: Bars): SQL | undefined =>
  and(ne(side.reach, "draft"), notWithheld(bars, side));

const pairsWhere = (ctx: Ctx, where: SQL | undefined) =>
  ctx.db
    .select({ pair: similarityPairs })
    .from(similarityPairs)
    .innerJoin(one, eq(one.id, similarityPairs.proposalId))
    .leftJoin(other, eq(other.id, similarityPairs.otherProposalId))
    .where(where);

/** A pair for whoever may see it; for anybody else, and in conflict with either side, it does not exist (404). */
export function getVisiblePair(ctx: Ctx, id: SimilarityPairId): PairRow {
  const known = ctx.db.select({ editionId: similarityPairs.editionId }).from(similarityPairs).where(eq(similarityPairs.id, id)).get();
  if (!known || !mayReadSimilarity(ctx.actor, known.editionId)) throw notFound("similarity.unknown");
  const row = pairsWhere(ctx, and(eq(similarityPairs.id, id), visible(ctx, known.editionId))).get();
  if (!row) throw notFound("similarity.unknown");
  return row.pair;
}

/** One side of a pair as a list shows it. An award of the archive has neither number nor id of an entry. */
export type PairSide = {
  proposalId: ProposalId | null;
  number: string;
  title: string;
  agencyName: string;
  edition: Words;
  year: number;
};

export type SimilarPair = {
  id: SimilarityPairId;
  kind: PairKind;
  mine: PairSide;
  other: PairSide;
  /** Basis points of `mine` that stand in `other`, and back. */
  shareBp: number;
  otherShareBp: number;
  sameTitle: boolean;
  state: PairState;
  note: string;
  judgedBy: string;
  judgedAt: number | null;
  foundAt: number;
};

export type SimilarityPanelView = { compared: boolean; pairs: SimilarPair[]; mayJudge: boolean; zone: string };

/** A submitted entry that is not withheld from the asking person. */
const isOpenTo = (ctx: Ctx, { editionId, proposalId }: { editionId: EditionId; proposalId: ProposalId }): boolean =>
  ctx.db.select({ id: one.id }).from(one).where(and(eq(one.id, proposalId), openSide(one, withheldFrom(ctx, editionId)))).get() !== undefined;

/**
 * What an entry shares with others, the greatest share first, seen from the entry. 404 for whoever does not read its screening, of a
 * draft, and for whoever may not judge the entry.
 */
export function getSimilarityPanel(ctx: Ctx, proposalId: ProposalId): SimilarityPanelView {
  const { editionId } = getProposal(ctx, proposalId);
  if (!mayReadSimilarity(ctx.actor, editionId) || !isOpenTo(ctx, { editionId, proposalId })) throw notFound("proposals.unknown");
  const mine = or(eq(similarityPairs.proposalId, proposalId), eq(similarityPairs.otherProposalId, proposalId));
  const rows = pairsWhere(ctx, and(mine, visible(ctx, editionId)))
    .orderBy(desc(similarityPairs.greatestBp), asc(similarityPairs.id))
    .all();
  return {
    compared: isCompared(ctx, proposalId),
    pairs: viewsOf(ctx, rows.map(({ pair }) => pair)).map((view) => seenFrom(view, proposalId)),
    mayJudge: mayJudgePair(ctx.actor, editionId),
    zone: getEdition(ctx, editionId).definition.zone,
  };
}

/** The pair as the entry sees it: itself on the one side, the other text on the other. */
export const seenFrom = (view: SimilarPair, proposalId: ProposalId): SimilarPair =>
  view.mine.proposalId === proposalId
    ? view
    : { ...view, mine: view.other, other: view.mine, shareBp: view.otherShareBp, otherShareBp: view.shareBp };

/** Pairs with the names of both sides: four statements, however many pairs there are, and one an edition. */
export function viewsOf(ctx: Ctx, rows: readonly PairRow[]): SimilarPair[] {
  const entries = entriesOf(ctx, rows.flatMap((row) => [row.proposalId, row.otherProposalId ?? []].flat()));
  const awards = awardsOf(ctx, rows.flatMap(({ awardId }) => awardId ?? []));
  const names = namesOf(ctx, rows.flatMap(({ judgedBy }) => judgedBy ?? []));
  return rows.flatMap((row) => {
    const mine = entries.get(row.proposalId);
    const theirs = row.otherProposalId ? entries.get(row.otherProposalId) : awards.get(row.awardId as Id<"award">);
    if (!mine || !theirs) return [];
    const { id, kind, shareBp, otherShareBp, sameTitle, state, note, judgedAt, foundAt } = row;
    const judgedBy = row.judgedBy ? (names.get(row.judgedBy) ?? "") : "";
    return [{ id, kind, mine, other: theirs, shareBp, otherShareBp, sameTitle, state, note, judgedBy, judgedAt, foundAt }];
  });
}

function entriesOf(ctx: Ctx, ids: readonly ProposalId[]): Map<ProposalId, PairSide> {
  const rows = ctx.db
    .select({ ...entryColumns, editionId: proposals.editionId })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(inArray(proposals.id, [...new Set(ids)]))
    .all();
  const editions = new Map([...new Set(rows.map((row) => row.editionId))].map((id) => [id, getEdition(ctx, id).definition]));
  return new Map(
    rows.map(({ id, number, title, agencyName, editionId }) => {
      const { name = { id: "", en: "" }, year = 0 } = editions.get(editionId) ?? {};
      return [id, { proposalId: id, number: numberText(year, number), title, agencyName, edition: name, year }];
    }),
  );
}

function awardsOf(ctx: Ctx, ids: readonly Id<"award">[]): Map<Id<"award">, PairSide> {
  const { id, title, agencyName, competition, year } = awardRecords;
  const rows = ctx.db.select({ id, title, agencyName, competition, year }).from(awardRecords).where(inArray(id, [...ids])).all();
  return new Map(
    rows.map((row) => {
      const edition = { id: row.competition, en: row.competition };
      return [row.id, { proposalId: null, number: "", title: row.title, agencyName: row.agencyName, edition, year: row.year }];
    }),
  );
}

export type PairFilter = {
  editionId: EditionId;
  state?: PairState;
  kind?: PairKind;
  sort: "share" | "foundAt";
  dir: "asc" | "desc";
  page: number;
};

export const pairPageSize = 50;

export type PairPage = { rows: SimilarPair[]; total: number; page: number; pages: number; counts: Record<PairState, number>; zone: string };

/** The pairs of an edition, filtered, sorted and paged, with how many are in which state. 404 for whoever does not read its screening. */
export function listPairPage(ctx: Ctx, filter: PairFilter): PairPage {
  const { editionId, state, kind, sort, dir } = filter;
  if (!mayReadSimilarity(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const scope = visible(ctx, editionId);
  const where = and(scope, state ? eq(similarityPairs.state, state) : undefined, kind ? eq(similarityPairs.kind, kind) : undefined);
  const total = countPairs(ctx, where);
  const pages = Math.max(1, Math.ceil(total / pairPageSize));
  const page = Math.min(filter.page, pages);
  const column = { share: similarityPairs.greatestBp, foundAt: similarityPairs.foundAt }[sort];
  const rows = pairsWhere(ctx, where)
    .orderBy(dir === "asc" ? asc(column) : desc(column), asc(similarityPairs.id))
    .limit(pairPageSize)
    .offset((page - 1) * pairPageSize)
    .all();
  return {
    ...{ rows: viewsOf(ctx, rows.map(({ pair }) => pair)), total, page, pages },
    counts: countStates(ctx, scope),
    zone: getEdition(ctx, editionId).definition.zone,
  };
}

const joined = (ctx: Ctx) =>
  ctx.db
    .select({ n: count(), state: similarityPairs.state })
    .from(similarityPairs)
    .innerJoin(one, eq(one.id, similarityPairs.proposalId))
    .leftJoin(other, eq(other.id, similarityPairs.otherProposalId));

const countPairs = (ctx: Ctx, where: SQL | undefined): number => joined(ctx).where(where).get()?.n ?? 0;

function countStates(ctx: Ctx, scope: SQL | undefined): Record<PairState, number> {
  const rows = joined(ctx).where(scope).groupBy(similarityPairs.state).all();
  const counts = Object.fromEntries(pairStates.map((state) => [state, 0])) as Record<PairState, number>;
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}
