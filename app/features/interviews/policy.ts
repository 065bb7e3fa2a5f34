import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { isAgencyAdmin, reachesUnit } from "#app/features/agencies/policy.ts";
import type { AgencyId, UnitId } from "#app/features/agencies/types.ts";
import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

export const mayScheduleInterviews = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId);

/** The whole calendar of an edition. Jurors see their own panel's part through another query. */
export const mayReadSchedule = (actor: Actor | null, editionId: EditionId): boolean =>
  mayOrganise(actor, editionId) || hasSeat(actor, editionId, "chair", "signatory", "auditor") || isSystemAuditor(actor);

/** Only the local admin binds the agency to an hour. */
export const mayConfirmSlot = (actor: Actor | null, agencyId: AgencyId): boolean => isAgencyAdmin(actor, agencyId);

export const mayReadSlot = (actor: Actor | null, slot: { agencyId: AgencyId; unitId: UnitId | null; editionId: EditionId }): boolean =>
  reachesUnit(actor, slot) || mayReadSchedule(actor, slot.editionId);

/** Members of the panel that heard it, and the secretariat. */
export const mayRecordAttendance = (actor: Actor | null, slot: { editionId: EditionId }, panel: readonly string[]): boolean =>
  mayOrganise(actor, slot.editionId) ||
  (hasSeat(actor, slot.editionId, "juror", "chair") && actor !== null && panel.includes(actor.userId));
