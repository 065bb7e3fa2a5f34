import { and, asc, eq, isNull } from "drizzle-orm";
import { mayAssign } from "#app/features/assignment/policy.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { conflictPairs } from "#app/features/conflicts/queries.server.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { scoreSheets } from "#db/schema/scoring.ts";

/** `locked`: its marks count until it is taken back. */
export type BarredReading = { assignmentId: AssignmentId; number: string; title: string; assessor: string; locked: boolean };

/**
 * Standing readings of whoever is in conflict with their entry: those that are not locked will never be, those that are count
 * although they may not. All are to be taken back and given to somebody else. For the secretariat (404), which is itself shown none that is withheld from it.
 */
export function listBarredReadings(ctx: Ctx, where: { editionId: Id<"edition">; stage: string }): BarredReading[] {
  if (!mayAssign(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, where.editionId);
  const pairs = conflictPairs(ctx, where.editionId);
  return ctx.db
    .select({ assignmentId: assignments.id, userId: assignments.userId, proposalId: assignments.proposalId, number: entryColumns.number, title: entryColumns.title, assessor: users.name, status: scoreSheets.status })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(users, eq(users.id, assignments.userId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(and(notWithheld(withheldFrom(ctx, where.editionId)), eq(assignments.editionId, where.editionId), eq(assignments.stage, where.stage), isNull(assignments.endedAt)))
    .orderBy(asc(proposals.number), asc(users.name))
    .all()
    .filter(({ userId, proposalId }) => pairs.has(pairKey(userId, proposalId)))
    .map(({ assignmentId, number, title, assessor, status }) => ({ assignmentId, number: numberText(definition.year, number), title, assessor, locked: status === "locked" }));
}
