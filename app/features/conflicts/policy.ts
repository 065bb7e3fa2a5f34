import { isAgencyAdmin } from "#app/features/agencies/policy.ts";
import { hasSeat, mayOrganise, mayReadAudit } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Whoever judges in an edition may and must say with whom he is in conflict. */
export const mayDeclareConflict = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  hasSeat(actor, editionId, "screener", "evaluator", "juror", "chair");

/** Every conflict of an edition, for its secretariat at once and for its auditors. */
export const mayReadConflicts = (actor: Actor | null, editionId: Id<"edition">): boolean => mayReadAudit(actor, editionId);

/** The secretariat confirms, refuses and ends them; nobody his own. */
export const mayDecideConflicts = (actor: Actor | null, editionId: Id<"edition">): boolean => mayOrganise(actor, editionId);

/** Only the local admin speaks for an agency. */
export const mayObjectToAssessor = (actor: Actor | null, agencyId: Id<"agency">): boolean => isAgencyAdmin(actor, agencyId);
