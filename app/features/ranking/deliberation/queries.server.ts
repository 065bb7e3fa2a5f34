import { and, asc, between, eq, getTableColumns, inArray, lte, max } from "drizzle-orm";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { isShown, judgingWithheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { MoveOutcome, Present, Votes } from "#app/features/ranking/deliberation/types.ts";
import { mayReadLists, mayReadMinutes, mayRecordMove } from "#app/features/ranking/policy.ts";
import { findCurrentList, getList } from "#app/features/ranking/queries.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { rankingMoves } from "#db/schema/list-records.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/** Ranks shown on either side of the line, and those from which a move may be chosen. */
const [besideLine, choosable] = [20, 100];

export type LineRow = { rank: number; number: number; title: string; agencyName: string; listed: boolean; reserve: boolean; raw: number | null; calibrated: number | null; pTop: number | null; rankLow: number | null; rankHigh: number | null };
export type MoveChoice = Pick<LineRow, "rank" | "number" | "title" | "agencyName" | "listed" | "reserve">;
export type RecordedMove = Votes & { entering: number; leaving: number; enteringTitle: string; leavingTitle: string; reason: string; place: string; heldOn: string; present: Present[]; outcome: MoveOutcome; recordedAt: number };
export type Deliberation = { list: RankingList; rows: LineRow[]; choices: MoveChoice[]; moves: RecordedMove[]; members: Present[]; mayRecord: boolean; year: number };

/**
 * What the plenary has before it: the rows around the line of the standing version with their evidence, those a move may be chosen
 * from where the reader may record one, the members who may vote, and what was decided before. 404 for whoever may not read lists. Rows and moves of an entry the reader may not judge are left out.
 */
export function getDeliberation(ctx: Ctx, key: { editionId: EditionId; listKey: string }): Deliberation {
  if (!mayReadLists(ctx.actor, key.editionId) || !ctx.actor) throw notFound("ranking.listUnknown");
  const list = findCurrentList(ctx, key);
  if (!list) throw notFound("ranking.listUnknown");
  const isOpen = isShown(judgingWithheldFrom(ctx, key.editionId));
  const mayRecord = list.status === "draft" && list.publicNote === null && mayRecordMove(ctx.actor, key.editionId);
  const shown = (beside: number): LineRow[] => rowsAround(ctx, list, beside).filter(isOpen).map(({ proposalId: _proposalId, agencyId: _agencyId, ...row }) => row);
  return {
    ...{ list: { ...list, abstentions: [], publicNote: null }, mayRecord, rows: shown(besideLine) },
    choices: mayRecord ? shown(choosable).map(({ rank, number, title, agencyName, listed, reserve }) => ({ rank, number, title, agencyName, listed, reserve })) : [],
    moves: movesOf(ctx, { ...key, version: list.version }, isOpen),
    members: membersOf(ctx, key.editionId),
    year: getEdition(ctx, key.editionId).definition.year,
  };
}

/** Votes recorded on a version and those before it, for its minutes. 404 for whoever may not read these; none of an entry the reader may not judge. */
export function getMinutesMoves(ctx: Ctx, listId: ListId): RecordedMove[] {
  const list = getList(ctx, listId);
  const { editionId, listKey, version } = list;
  if (!mayReadMinutes(ctx.actor, list) || !ctx.actor) throw notFound("ranking.listUnknown");
  const isOpen = isShown(judgingWithheldFrom(ctx, editionId));
  return movesOf(ctx, { editionId, listKey, version }, isOpen);
}

type Owned = { proposalId: ProposalId; agencyId: Id<"agency"> };

/** Ranks around the line as it stands: a share or a vote may have listed a row far below the number of places. */
function rowsAround(ctx: Reach, list: RankingList, beside: number): (LineRow & Owned)[] {
  const last = ctx.db.select({ rank: max(rankingRows.rank) }).from(rankingRows).where(and(eq(rankingRows.listId, list.id), eq(rankingRows.listed, true))).get()?.rank ?? list.size;
  const { rank, listed, reserve, raw, calibrated, pTop, rankLow, rankHigh } = rankingRows;
  return ctx.db
    .select({ proposalId: rankingRows.proposalId, agencyId: proposals.agencyId, rank, number: entryColumns.number, title: entryColumns.title, agencyName: entryColumns.agencyName, listed, reserve, raw, calibrated, pTop, rankLow, rankHigh })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(eq(rankingRows.listId, list.id), between(rank, Math.min(list.size, last) - beside + 1, last + beside)))
    .orderBy(asc(rank))
    .all();
}

function movesOf(ctx: Reach, key: { editionId: EditionId; listKey: string; version: number }, isOpen: (row: Owned) => boolean): RecordedMove[] {
  const rows = ctx.db
    .select({ ...getTableColumns(rankingMoves) })
    .from(rankingMoves)
    .innerJoin(rankingLists, eq(rankingLists.id, rankingMoves.listId))
    .where(and(eq(rankingMoves.editionId, key.editionId), eq(rankingMoves.listKey, key.listKey), lte(rankingLists.version, key.version)))
    .orderBy(asc(rankingMoves.recordedAt), asc(rankingMoves.id))
    .all();
  const named = [...new Set(rows.flatMap(({ enteringId, leavingId }) => [enteringId, leavingId]))];
  const owners = ctx.db.select({ proposalId: proposals.id, agencyId: proposals.agencyId, number: proposals.number, title: entryColumns.title }).from(proposals).where(inArray(proposals.id, named)).all();
  const byId = new Map(owners.map((one) => [one.proposalId, one]));
  return rows.flatMap(({ enteringId, leavingId, reason, place, heldOn, present, inFavour, against, abstained, outcome, recordedAt }) => {
    const [up, down] = [byId.get(enteringId), byId.get(leavingId)];
    if (!up || !down || !isOpen(up) || !isOpen(down)) return [];
    return [{ entering: up.number ?? 0, leaving: down.number ?? 0, enteringTitle: up.title, leavingTitle: down.title, reason, place, heldOn, present, inFavour, against, abstained, outcome, recordedAt }];
  });
}

/** An entry by the number it has in the edition, for operations that have authorised. */
export const findNumbered = (ctx: Reach, { editionId, number }: { editionId: EditionId; number: number }): ProposalId | undefined =>
  ctx.db.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.editionId, editionId), eq(proposals.number, number))).get()?.id;

/** Chair, jury and evaluators: who votes in the plenary. The caller has authorised. */
export function membersOf(ctx: Reach, editionId: EditionId): Present[] {
  const seats = listSeats(ctx, editionId).filter(({ role }) => role === "chair" || role === "juror" || role === "evaluator");
  return [...new Map(seats.map(({ userId, name }) => [userId, { userId, name }])).values()];
}
