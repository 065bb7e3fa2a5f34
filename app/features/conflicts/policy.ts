import { hasSeat } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Whoever judges in an edition may and must say with whom he is in conflict. */
export const mayDeclareConflict = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  hasSeat(actor, editionId, "screener", "evaluator", "juror", "chair");
