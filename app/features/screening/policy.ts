import { isAgencyAdmin } from "#app/features/agencies/policy.ts";
import { hasSeat, mayOrganise, mayReadAudit } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Deciding belongs to the screeners alone; the organiser watches. */
export const mayScreen = (actor: Actor | null, editionId: Id<"edition">): boolean => hasSeat(actor, editionId, "screener");

export const mayReadScreening = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayScreen(actor, editionId) || mayOrganise(actor, editionId) || mayReadAudit(actor, editionId);

/** Letters name every entry of the edition: they are the office's, a screener works through the queue. */
export const mayReadLetters = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayOrganise(actor, editionId) || mayReadAudit(actor, editionId);

/** Agencies are told by the organiser. */
export const mayAnnounce = (actor: Actor | null, editionId: Id<"edition">): boolean => mayOrganise(actor, editionId);

/** A claim is given back by whoever holds it, or by the organiser. */
export const mayRelease = (actor: Actor | null, claim: { editionId: Id<"edition">; userId: Id<"user"> }): boolean =>
  mayOrganise(actor, claim.editionId) || (mayScreen(actor, claim.editionId) && actor?.userId === claim.userId);

/** What is not yet told is taken back by whoever decided, or by the organiser. */
export const mayUndo = (actor: Actor | null, verdict: { editionId: Id<"edition">; decidedBy: Id<"user"> }): boolean =>
  mayOrganise(actor, verdict.editionId) || (mayScreen(actor, verdict.editionId) && actor?.userId === verdict.decidedBy);

/** The agency's time is lengthened by the organiser or a screener. */
export const mayExtendCorrection = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayScreen(actor, editionId) || mayOrganise(actor, editionId);

/** The local admin appeals for the agency. */
export const mayAppeal = (actor: Actor | null, agencyId: Id<"agency">): boolean => isAgencyAdmin(actor, agencyId);

/** An appeal is decided by a screener or the organiser; never by whoever had a part in the decision, which the operation asks. */
export const mayDecideAppeal = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayScreen(actor, editionId) || mayOrganise(actor, editionId);
