import { mayOrganise } from "#app/features/competitions/policy.ts";
import { mayReadScreening, mayScreen } from "#app/features/screening/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { isOperator } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Whoever reads the screening of an edition reads what its entries share with others. */
export const mayReadSimilarity = mayReadScreening;

/** Screeners and organisers say what they make of a pair; no mark and no decision follows by itself. */
export const mayJudgePair = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayScreen(actor, editionId) || mayOrganise(actor, editionId);

/** Comparing is the worker's. */
export const mayCompare = (actor: Actor | null): boolean => isOperator(actor);
