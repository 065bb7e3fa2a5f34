import { holdsAssignment } from "#app/features/assignment/policy.ts";
import type { Assignment } from "#app/features/assignment/types.ts";
import { hasSeat, mayReadAudit } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Marks are given by the person to whom the entry is assigned, and by nobody else. */
export const mayMark = (actor: Actor | null, assignment: Pick<Assignment, "editionId" | "userId" | "endedAt">): boolean =>
  holdsAssignment(actor, assignment);

/** A locked sheet is opened again by the chair alone. */
export const mayReopen = (actor: Actor | null, editionId: Id<"edition">): boolean => hasSeat(actor, editionId, "chair");

/** Who has marked how much, for whoever works in the edition's office; the marks themselves are not part of it. */
export const mayReadProgress = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  hasSeat(actor, editionId, "organiser", "chair", "signatory", "observer") || mayReadAudit(actor, editionId);
