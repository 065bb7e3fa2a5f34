import { and, asc, count, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { mayAssign } from "#app/features/assignment/policy.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isShown, notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { marksIn, marksOfSheet } from "#app/features/scoring/locked/store.server.ts";
import { mayReadProgress, mayReopen } from "#app/features/scoring/policy.ts";
import type { LockedSheet, ReadingState, SheetId, SheetStatus } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { marks, rounds, scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };

export type Work = {
  assignmentId: AssignmentId;
  editionId: Id<"edition">;
  stage: string;
  proposalId: Id<"proposal">;
  agencyId: Id<"agency">;
  userId: Id<"user">;
  endedAt: number | null;
  sheet: {
    id: SheetId;
    status: SheetStatus;
    note: string;
    revision: number;
    updatedAt: number;
    lockedAt: number | null;
    /** For its writer alone: never part of an answer to anybody else. */
    privateNote: string;
    lastPage: string | null;
  } | null;
};

/** One reading with its sheet, in one statement. The caller has yet to ask `mayMark`. */
export function findWork(ctx: Reach, id: AssignmentId): Work | undefined {
  return ctx.db
    .select({
      assignmentId: assignments.id,
      editionId: assignments.editionId,
      stage: assignments.stage,
      proposalId: assignments.proposalId,
      agencyId: proposals.agencyId,
      userId: assignments.userId,
      endedAt: assignments.endedAt,
      sheet: {
        id: scoreSheets.id,
        status: scoreSheets.status,
        note: scoreSheets.note,
        revision: scoreSheets.revision,
        updatedAt: scoreSheets.updatedAt,
        lockedAt: scoreSheets.lockedAt,
        privateNote: scoreSheets.privateNote,
        lastPage: scoreSheets.lastPage,
      },
    })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(eq(assignments.id, id))
    .get();
}

/** Marks and notes of one sheet. The caller has authorised. */
export const listStoredMarks = (ctx: Reach, sheetId: SheetId): { criterionKey: string; mark: number | null; note: string }[] =>
  ctx.db
    .select({ criterionKey: marks.criterionKey, mark: marks.mark, note: marks.note })
    .from(marks)
    .where(eq(marks.sheetId, sheetId))
    .all();

const standing = ({ editionId, stage }: StageOfEdition) =>
  and(eq(assignments.editionId, editionId), eq(assignments.stage, stage), isNull(assignments.endedAt));

/** Entries a statement asks for by name: well below SQLite's limit of bound values; for more the whole stage is read. */
const namedMost = 1_000;

/**
 * Every locked sheet of a stage whose assignment stands, by entry and assessor: one statement however many there are. With
 * `proposalIds` at least the sheets of those entries. The caller has authorised.
 */
export function listLockedSheets(
  ctx: Reach,
  where: StageOfEdition & { proposalIds?: readonly Id<"proposal">[] },
): LockedSheet[] {
  const { proposalIds } = where;
  const named = proposalIds && proposalIds.length <= namedMost ? inArray(assignments.proposalId, [...proposalIds]) : undefined;
  return ctx.db
    .select({ proposalId: scoreSheets.proposalId, userId: scoreSheets.userId, given: marksOfSheet })
    .from(assignments)
    .innerJoin(scoreSheets, and(eq(scoreSheets.assignmentId, assignments.id), eq(scoreSheets.status, "locked")))
    .where(and(standing(where), named))
    .orderBy(asc(scoreSheets.proposalId), asc(scoreSheets.userId))
    .all()
    .flatMap(({ given, ...sheet }) => (given === "{}" ? [] : [{ ...sheet, marks: marksIn(given) }]));
}

/** Who has locked a sheet at one of the stages whose assignment stands. The caller has authorised. */
export const listMarkers = (ctx: Reach, { editionId, stages }: { editionId: Id<"edition">; stages: readonly string[] }): Id<"user">[] =>
  ctx.db
    .selectDistinct({ userId: assignments.userId })
    .from(assignments)
    .innerJoin(scoreSheets, and(eq(scoreSheets.assignmentId, assignments.id), eq(scoreSheets.status, "locked")))
    .where(and(eq(assignments.editionId, editionId), inArray(assignments.stage, [...stages]), isNull(assignments.endedAt)))
    .orderBy(asc(assignments.userId))
    .all()
    .map(({ userId }) => userId);

/** Since when a desk is closed with readings missing; null while it is not, or again open. The caller has authorised. */
export const roundClosedAt = (ctx: Reach, { editionId, stage }: StageOfEdition): number | null =>
  ctx.db
    .select({ closedAt: rounds.closedAt })
    .from(rounds)
    .where(and(eq(rounds.editionId, editionId), eq(rounds.stage, stage), isNull(rounds.reopenedAt)))
    .limit(1)
    .get()?.closedAt ?? null;

/** Whether a desk was closed with readings missing and has not been reopened: those are then waited for by nobody. The caller has authorised. */
export const isRoundClosed = (ctx: Reach, where: StageOfEdition): boolean => roundClosedAt(ctx, where) !== null;

/**
 * Standing assignments of a stage whose sheet is not locked, of the given entries or of all; a list waits for them,
 * but for none of a desk that was closed without them. The caller
 * has authorised.
 */
export function countOpenSheets(ctx: Reach, where: StageOfEdition & { proposalIds?: ReadonlySet<Id<"proposal">> }): number {
  if (isRoundClosed(ctx, where)) return 0;
  const rows = ctx.db
    .select({ proposalId: assignments.proposalId, open: count() })
    .from(assignments)
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(and(standing(where), or(isNull(scoreSheets.id), ne(scoreSheets.status, "locked"))))
    .groupBy(assignments.proposalId)
    .all();
  const counted = rows.filter((row) => where.proposalIds?.has(row.proposalId) ?? true);
  return counted.reduce((sum, row) => sum + row.open, 0);
}

/** How many readings of each entry stand at a stage. The caller has authorised. */
export const countReadings = (ctx: Reach, where: StageOfEdition): Map<Id<"proposal">, number> =>
  new Map(
    ctx.db
      .select({ proposalId: assignments.proposalId, count: count() })
      .from(assignments)
      .where(standing(where))
      .groupBy(assignments.proposalId)
      .all()
      .map((row) => [row.proposalId, row.count]),
  );

export type AssessorProgress = {
  userId: Id<"user">;
  name: string;
  assigned: number;
  locked: number;
  draft: number;
  /** When the last of his sheets was saved or locked. */
  lastAt: number | null;
};

export type ScoringProgress = { assigned: number; locked: number; draft: number; assessors: AssessorProgress[] };

/** How far the marking of a stage is, by assessor; no marks. 404 for whoever may not follow it. */
export function scoringProgress(ctx: Ctx, where: StageOfEdition): ScoringProgress {
  if (!mayReadProgress(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const assessors = countByAssessor(ctx, where);
  const sum = (pick: (row: AssessorProgress) => number): number => assessors.reduce((total, row) => total + pick(row), 0);
  return {
    assigned: sum((row) => row.assigned),
    locked: sum((row) => row.locked),
    draft: sum((row) => row.draft),
    assessors,
  };
}

const countByAssessor = (ctx: Ctx, where: StageOfEdition): AssessorProgress[] =>
  ctx.db
    .select({
      userId: users.id,
      name: users.name,
      assigned: count(),
      locked: sql<number>`coalesce(sum(${scoreSheets.status} = 'locked'), 0)`,
      draft: sql<number>`coalesce(sum(${scoreSheets.status} = 'draft'), 0)`,
      lastAt: sql<number | null>`max(${scoreSheets.updatedAt})`,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.userId))
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(shown(ctx, where))
    .groupBy(users.id)
    .orderBy(asc(users.name), asc(users.id))
    .all();

/** Standing readings without those of what is withheld from the asking person: not even their number is told. */
const shown = (ctx: Ctx, where: StageOfEdition) => and(standing(where), notWithheld(withheldFrom(ctx, where.editionId)));

export type SheetFilter = StageOfEdition & { userId?: Id<"user">; state?: ReadingState; limit: number; offset: number };

export type SheetRow = {
  assignmentId: AssignmentId;
  /** null before the first mark. */
  sheetId: SheetId | null;
  number: string;
  title: string;
  assessor: string;
  state: ReadingState;
  savedAt: number | null;
};

/** Readings of a stage with the state of their sheets, a page at a time; no marks. 404 for whoever may not follow them. */
export function listSheets(ctx: Ctx, filter: SheetFilter): { rows: SheetRow[]; total: number } {
  if (!mayReadProgress(ctx.actor, filter.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, filter.editionId);
  const where = and(
    shown(ctx, filter),
    filter.userId ? eq(assignments.userId, filter.userId) : undefined,
    filter.state === "todo" ? isNull(scoreSheets.id) : filter.state ? eq(scoreSheets.status, filter.state) : undefined,
  );
  const total = ctx.db
    .select({ count: count() })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(where)
    .get();
  const rows = ctx.db
    .select({
      assignmentId: assignments.id,
      sheetId: scoreSheets.id,
      number: entryColumns.number,
      title: entryColumns.title,
      assessor: users.name,
      status: scoreSheets.status,
      savedAt: scoreSheets.updatedAt,
    })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(users, eq(users.id, assignments.userId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(where)
    .orderBy(asc(proposals.number), asc(users.name), asc(assignments.id))
    .limit(filter.limit)
    .offset(filter.offset)
    .all();
  return {
    rows: rows.map(({ status, ...row }) => ({ ...row, number: numberText(definition.year, row.number), state: status ?? "todo" })),
    total: total?.count ?? 0,
  };
}

export type ReadingToEnd = { assignmentId: AssignmentId; editionId: Id<"edition">; stage: string; number: string; assessor: string; wasLocked: boolean };

/** Whose reading of which entry it is, for the organiser who is about to take it back; 404 for everybody else, and where the entry is withheld. */
export function getReadingToEnd(ctx: Ctx, assignmentId: AssignmentId): ReadingToEnd {
  const row = ctx.db
    .select({ editionId: assignments.editionId, stage: assignments.stage, number: entryColumns.number, assessor: users.name, status: scoreSheets.status, proposalId: proposals.id, agencyId: proposals.agencyId })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(users, eq(users.id, assignments.userId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(and(eq(assignments.id, assignmentId), isNull(assignments.endedAt)))
    .get();
  if (!row || !mayAssign(ctx.actor, row.editionId) || !isShown(withheldFrom(ctx, row.editionId))(row)) throw notFound("assignment.unknown");
  const { proposalId: _proposalId, agencyId: _agencyId, status, ...reading } = row;
  const { definition } = getEdition(ctx, row.editionId);
  return { assignmentId, ...reading, number: numberText(definition.year, row.number), wasLocked: status === "locked" };
}

export type SheetToReopen = { sheetId: SheetId; editionId: Id<"edition">; stage: string; number: string; assessor: string };

/** Whose sheet of which entry it is, for the chair who is about to open it again; 404 for everybody else, and for a chair in conflict with it. */
export function getSheetToReopen(ctx: Ctx, sheetId: SheetId): SheetToReopen {
  const row = ctx.db
    .select({ editionId: scoreSheets.editionId, stage: scoreSheets.stage, number: entryColumns.number, assessor: users.name, proposalId: proposals.id, agencyId: proposals.agencyId })
    .from(scoreSheets)
    .innerJoin(proposals, eq(proposals.id, scoreSheets.proposalId))
    .innerJoin(users, eq(users.id, scoreSheets.userId))
    .where(eq(scoreSheets.id, sheetId))
    .get();
  if (!row || !mayReopen(ctx.actor, row.editionId)) throw notFound("scoring.unknown");
  const { proposalId, agencyId, ...sheet } = row;
  if (!isShown(withheldFrom(ctx, row.editionId))({ proposalId, agencyId })) throw notFound("scoring.unknown");
  const { definition } = getEdition(ctx, row.editionId);
  return { sheetId, ...sheet, number: numberText(definition.year, row.number) };
}
