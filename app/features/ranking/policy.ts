import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";

export const mayComputeList = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId);

export const maySignMinutes = (actor: Actor | null, editionId: EditionId): boolean => hasSeat(actor, editionId, "chair");

/** Whoever holds the seat; that it is another person than signer and computer is a rule, not a permission. */
export const mayApproveList = (actor: Actor | null, editionId: EditionId): boolean =>
  hasSeat(actor, editionId, "signatory");

export const mayFinaliseList = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId);

/** Who hands in a scan of minutes signed on paper, and who holds it against the list; that they are two persons is a rule. */
export const mayAttachMinutes = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId) || hasSeat(actor, editionId, "chair");
export const mayCheckMinutes = mayAttachMinutes;

/** Who else of the panel signs minutes here, after the chair. */
export const mayCosignMinutes = (actor: Actor | null, editionId: EditionId): boolean => hasSeat(actor, editionId, "chair", "juror");

/** What the minutes of a version say, before everybody may: whoever reads lists, and the panel once the chair has signed here. */
export const mayReadMinutes = (actor: Actor | null, { editionId, status, signedBy }: { editionId: EditionId; status: string; signedBy: string | null }): boolean =>
  mayReadLists(actor, editionId) || (status === "signed" && signedBy !== null && mayCosignMinutes(actor, editionId));

/** Lists before publication, with scores: those who make, sign and examine them. */
export const mayReadLists = (actor: Actor | null, editionId: EditionId): boolean =>
  mayOrganise(actor, editionId) || hasSeat(actor, editionId, "chair", "signatory", "auditor") || isSystemAuditor(actor);

/** Who goes by which number: the chair's to know, and nobody else's. */
export const mayNameAssessors = (actor: Actor | null, editionId: EditionId): boolean => hasSeat(actor, editionId, "chair");

/** How a value came about, mark by mark: whoever signs for it and whoever examines it. */
export const mayExplain = (actor: Actor | null, editionId: EditionId): boolean => hasSeat(actor, editionId, "chair", "auditor") || isSystemAuditor(actor);

/** All marks of a list under pseudonyms, before everybody may have them: whoever runs, chairs or examines the edition. */
export const mayReadBundle = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId) || mayExplain(actor, editionId);

/** Who records what the plenary decided about a draft. */
export const mayRecordMove = (actor: Actor | null, editionId: EditionId): boolean => hasSeat(actor, editionId, "chair");

/** Who edits what assessors wrote and gives it to the agency. */
export const mayReleaseRemarks = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId);
