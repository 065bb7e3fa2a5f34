import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

/** Anybody, signed in or not; the window and the throttle decide. */
export const mayFileObjection = (): boolean => true;

export const mayDecideObjections = (actor: Actor | null, editionId: EditionId): boolean => mayOrganise(actor, editionId);

/** Texts of objections with their authors. The public sees counts only. */
export const mayReadObjections = (actor: Actor | null, editionId: EditionId): boolean =>
  mayOrganise(actor, editionId) || hasSeat(actor, editionId, "chair", "signatory", "auditor") || isSystemAuditor(actor);
