import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Runs the edition and neither judges, signs nor examines in it. */
export const isOnlyOffice = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayOrganise(actor, editionId) && !hasSeat(actor, editionId, "screener", "evaluator", "juror", "chair", "signatory", "auditor") && !isSystemAuditor(actor);
