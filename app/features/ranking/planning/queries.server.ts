import { planningFacts } from "#app/features/assignment/plans/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { PlanningWorld } from "#app/features/ranking/planning/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/**
 * Spreads to begin with, points of a mark of 100: those of the worlds in which the methods were chosen (METHODS, 1.2). A year that
 * has been ranked tells its own, beside its list.
 */
const startingSpreads = { quality: 8, severity: 5, noise: 7 };

/** The numbers of a desk to plan its readers with, for whoever assigns (404 for others): entries shown, people who sit, places of the list it makes. */
export function planningWorld(ctx: Ctx, where: { editionId: Id<"edition">; stage: string }): PlanningWorld {
  const facts = planningFacts(ctx, where);
  const { lists } = getEdition(ctx, where.editionId).definition;
  const places = lists.find(({ from, composition }) => from === null && composition.some(({ stage }) => stage === where.stage))?.size;
  return { entries: facts.entries.length, assessors: facts.people.length, places: typeof places === "number" ? places : 0, spreads: startingSpreads };
}
