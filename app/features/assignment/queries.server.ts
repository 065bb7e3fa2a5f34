import { and, asc, count, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { listTargets, readersOf } from "#app/features/assignment/targets/queries.server.ts";
import { mayReadAssignments } from "#app/features/assignment/policy.ts";
import { reachesFrom, reachFor, seatsFor } from "#app/features/assignment/rules.ts";
import type { Assignment, AssignmentId, ReaderPair } from "#app/features/assignment/types.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { conflictPairs } from "#app/features/conflicts/queries.server.ts";
import { pairKey, splitPair } from "#app/features/conflicts/rules.ts";
import { isShown, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };

const standing = ({ editionId, stage }: StageOfEdition) =>
  and(eq(assignments.editionId, editionId), eq(assignments.stage, stage), isNull(assignments.endedAt));

/** Who reads what at a stage now, in the order it was handed out. The caller has authorised. */
export function listAssignments(ctx: Reach, where: StageOfEdition): (ReaderPair & { id: AssignmentId })[] {
  const columns = { id: assignments.id, proposalId: assignments.proposalId, userId: assignments.userId };
  return ctx.db
    .select(columns)
    .from(assignments)
    .where(standing(where))
    .orderBy(asc(assignments.assignedAt), asc(assignments.id))
    .all();
}

/** Standing or ended; the caller decides what its reader may know of it. */
export const findAssignment = (ctx: Reach, id: AssignmentId): Assignment | undefined =>
  ctx.db.select().from(assignments).where(eq(assignments.id, id)).get();

/** Whether the sheet of a reading is locked: it then counts and is not taken back. The caller has authorised. */
export function isLocked(ctx: Reach, id: AssignmentId): boolean {
  const locked = and(eq(scoreSheets.assignmentId, id), eq(scoreSheets.status, "locked"));
  return ctx.db.select({ id: scoreSheets.id }).from(scoreSheets).where(locked).limit(1).get() !== undefined;
}

/**
 * Who reads what at a stage, without readings that nobody will lock because their reader has left his seat. The caller has
 * authorised.
 */
export function listCountingReadings(ctx: Reach, where: StageOfEdition, seated: readonly Id<"user">[]): ReaderPair[] {
  const present = new Set(seated);
  const readings = listAssignments(ctx, where);
  if (readings.every(({ userId }) => present.has(userId))) return readings;
  const locked = listLockedReadings(ctx, where);
  return readings.filter(({ id, userId }) => present.has(userId) || locked.has(id));
}

function listLockedReadings(ctx: Reach, where: StageOfEdition): Set<AssignmentId> {
  const rows = ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(scoreSheets, and(eq(scoreSheets.assignmentId, assignments.id), eq(scoreSheets.status, "locked")))
    .where(standing(where))
    .all();
  return new Set(rows.map((row) => row.id));
}

/** Standing readings of one person in an edition, at the given stages (all), whose sheet is not locked. The caller has authorised. */
export function listUnlockedOf(
  ctx: Reach,
  of: { editionId: Id<"edition">; userId: Id<"user">; stages?: readonly string[] },
): AssignmentId[] {
  const held = and(
    eq(assignments.userId, of.userId),
    eq(assignments.editionId, of.editionId),
    of.stages ? inArray(assignments.stage, [...of.stages]) : undefined,
    isNull(assignments.endedAt),
  );
  return ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(and(held, or(isNull(scoreSheets.id), ne(scoreSheets.status, "locked"))))
    .orderBy(asc(assignments.id))
    .all()
    .map((row) => row.id);
}

/** What a person reads of one agency's entries in an edition, at any stage. The caller has authorised. */
export function listHeldOfAgency(
  ctx: Reach,
  of: { editionId: Id<"edition">; agencyId: Id<"agency">; userId: Id<"user"> },
): AssignmentId[] {
  return ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .where(
      and(
        eq(assignments.userId, of.userId),
        eq(assignments.editionId, of.editionId),
        eq(proposals.agencyId, of.agencyId),
        isNull(assignments.endedAt),
      ),
    )
    .orderBy(asc(assignments.id))
    .all()
    .map((row) => row.id);
}

export const countAssignments = (ctx: Reach, where: StageOfEdition): number =>
  ctx.db.select({ count: count() }).from(assignments).where(standing(where)).get()?.count ?? 0;

/** Assessors with a standing assignment at a stage and how many entries each reads, by name. */
export function listLoads(ctx: Reach, where: StageOfEdition): { userId: Id<"user">; name: string; load: number }[] {
  return ctx.db
    .select({ userId: users.id, name: users.name, load: count() })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.userId))
    .where(standing(where))
    .groupBy(users.id)
    .orderBy(asc(users.name), asc(users.id))
    .all();
}

export type AssessorLoad = { userId: Id<"user">; name: string; organisation: string; load: number; conflicts: number };

export type LackingEntry = {
  proposalId: Id<"proposal">;
  number: string;
  title: string;
  agencyName: string;
  has: number;
  needs: number;
  /** Seated assessors who may not read it. */
  inConflict: number;
  /** unassigned: not handed out yet; conflicts: too few may read it; seats: fewer assessors than readers needed. */
  reason: "unassigned" | "conflicts" | "seats";
};

export type AssignmentSummary = {
  stage: string;
  /** null while the edition does not say how many. */
  readers: number | null;
  entries: number;
  complete: number;
  assigned: number;
  assessors: AssessorLoad[];
  /** A page of the entries without enough readers, by number. */
  lacking: LackingEntry[];
  lackingTotal: number;
  /** Some of them could still be given to somebody who sits. */
  canFill: boolean;
};

/** A page of a table; all of it where none is asked for. */
type Window = { limit: number; offset: number };

/**
 * How the readings of a stage stand: loads, and the entries without enough readers with the reason, a page at a time, without
 * entries withheld from the asking person; a load counts everything that somebody reads. 404 for others.
 */
export function assignmentSummary(ctx: Ctx, where: StageOfEdition, page?: Window): AssignmentSummary {
  if (!mayReadAssignments(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, where.editionId);
  const stage = stageOf(definition, where.stage);
  const readers = readersOf(ctx, where);
  const roles = seatsFor(stage);
  const seated = listSeats(ctx, where.editionId).filter((seat) => roles.includes(seat.role));
  const pairs = listCountingReadings(ctx, where, seated.map(({ userId }) => userId));
  const forbidden = conflictPairs(ctx, where.editionId);
  const shown = isShown(withheldFrom(ctx, where.editionId));
  const entries = listEntries(ctx, { editionId: where.editionId, reach: reachesFrom(reachFor(stage)) }).filter(({ id, agencyId }) => shown({ proposalId: id, agencyId }));
  const load = tally(pairs.map((pair) => pair.userId));
  const has = tally(pairs.map((pair) => pair.proposalId));
  const targets = listTargets(ctx, where);
  const lacking = entries.flatMap((entry): LackingEntry[] => {
    const got = has.get(entry.id) ?? 0;
    const needed = targets.get(entry.id) ?? readers ?? 0;
    if (got >= needed) return [];
    const inConflict = seated.filter((seat) => forbidden.has(pairKey(seat.userId, entry.id))).length;
    const reason = seated.length < needed ? "seats" : seated.length - inConflict < needed ? "conflicts" : "unassigned";
    const number = numberText(definition.year, entry.number);
    return [{ proposalId: entry.id, number, title: entry.title, agencyName: entry.agencyName, has: got, needs: needed, inConflict, reason }];
  });
  const barred = tally([...forbidden].map((pair) => splitPair(pair)[0]));
  return {
    stage: where.stage,
    readers,
    entries: entries.length,
    complete: entries.length - lacking.length,
    assigned: entries.reduce((sum, { id }) => sum + (has.get(id) ?? 0), 0),
    assessors: uniquePeople(seated).map(({ userId, name, organisation }) => ({
      userId,
      name,
      organisation,
      load: load.get(userId) ?? 0,
      conflicts: barred.get(userId) ?? 0,
    })),
    lacking: page ? lacking.slice(page.offset, page.offset + page.limit) : lacking,
    lackingTotal: lacking.length,
    canFill: lacking.some((entry) => entry.has + entry.inConflict < seated.length),
  };
}

function tally<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function uniquePeople<T extends { userId: Id<"user"> }>(people: readonly T[]): T[] {
  return [...new Map(people.map((person) => [person.userId, person])).values()];
}
