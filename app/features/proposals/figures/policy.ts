import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

/** The figures of an edition are its secretariat's and its auditors'. */
export const mayWatch = (actor: Actor | null, editionId: Proposal["editionId"]): boolean =>
  hasSeat(actor, editionId, "organiser", "auditor") || isSystemAuditor(actor);

/** Letters from the control room go out in the secretariat's name. */
export const mayRemind = (actor: Actor | null, editionId: Proposal["editionId"]): boolean => mayOrganise(actor, editionId);
