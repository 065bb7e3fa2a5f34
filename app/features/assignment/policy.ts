import type { Assignment } from "#app/features/assignment/types.ts";
import { hasSeat, mayOrganise, mayReadAudit } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

export const mayAssign = (actor: Actor | null, editionId: Id<"edition">): boolean => mayOrganise(actor, editionId);

/** Who reads what is known to those who run the edition, lead the panel or audit it; assessors see their own only. */
export const mayReadAssignments = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayAssign(actor, editionId) || hasSeat(actor, editionId, "chair") || mayReadAudit(actor, editionId);

/** Whoever may be given entries to read. */
export const isAssessor = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  hasSeat(actor, editionId, "evaluator", "juror", "chair");

/** The assignment stands and is the actor's own; a person without a seat any more holds none. */
export const holdsAssignment = (
  actor: Actor | null,
  assignment: Pick<Assignment, "editionId" | "userId" | "endedAt">,
): boolean =>
  actor?.userId === assignment.userId && assignment.endedAt === null && isAssessor(actor, assignment.editionId);

/** How well a person knows a category is the organiser's to say, and his own while he sits. */
export const maySetExpertise = (actor: Actor | null, of: { editionId: Id<"edition">; userId: Id<"user"> }): boolean =>
  mayAssign(actor, of.editionId) || (actor?.userId === of.userId && hasSeat(actor, of.editionId, "evaluator"));
