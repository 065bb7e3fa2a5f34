import { holdsAssignment } from "#app/features/assignment/policy.ts";
import type { Assignment } from "#app/features/assignment/types.ts";
import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { hasSeat, mayOrganise, mayReadAudit } from "#app/features/competitions/policy.ts";
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

/** How somebody marks, with the name, is for the chair to act on and for auditors; the secretariat sees no mark. */
export const mayReadSignals = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  hasSeat(actor, editionId, "chair", "auditor") || isSystemAuditor(actor);

/** What was done about an alarm is the chair's to say; auditors read it. */
export const mayAnswerAlarm = (actor: Actor | null, editionId: Id<"edition">): boolean => hasSeat(actor, editionId, "chair");

/** What a small group agreed on is recorded by the chair, who was there or was told. */
export const mayRecordAgreement = (actor: Actor | null, editionId: Id<"edition">): boolean => hasSeat(actor, editionId, "chair");

/** A desk is closed with readings missing, and opened again, by the secretariat. */
export const mayCloseRound = (actor: Actor | null, editionId: Id<"edition">): boolean => mayOrganise(actor, editionId);

/** Training texts are written by the secretariat; assessors of the edition mark them before the desk opens. */
export const mayWriteTraining = (actor: Actor | null, editionId: Id<"edition">): boolean => mayOrganise(actor, editionId);
