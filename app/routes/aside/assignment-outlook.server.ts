import { markedStages } from "#app/features/assignment/rules.ts";
import { planningSearch } from "#app/features/ranking/planning/inputs.ts";
import { planningWorld } from "#app/features/ranking/planning/queries.server.ts";
import { foresee } from "#app/features/ranking/planning/rules.ts";
import type { PlanningWorld } from "#app/features/ranking/planning/types.ts";
import { notFound } from "#app/lib/errors.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { assignedEdition } from "#app/routes/organiser/assignment-of.server.ts";

/** The same for everybody who asks with the same numbers. */
const seed = 1;

/** The numbers to plan the readers of a desk with: those of the address, else those of the stage; whether they were sent. */
export function readerCountForm(ctx: SignedInCtx, { params, url }: Address) {
  const edition = assignedEdition(ctx, params);
  const { stage: wanted, tried, quality, severity, noise, ...sizes } = planningSearch.parse(Object.fromEntries(new URL(url).searchParams));
  const desks = markedStages(edition.definition).filter(({ kind }) => kind === "desk");
  const stage = desks.find(({ key }) => key === wanted) ?? desks[0];
  if (!stage) throw notFound("competitions.stageUnknown");
  const own = planningWorld(ctx, { editionId: edition.id, stage: stage.key });
  const world: PlanningWorld = {
    entries: sizes.entries ?? own.entries,
    assessors: sizes.assessors ?? own.assessors,
    places: sizes.places ?? own.places,
    spreads: { quality: quality ?? own.spreads.quality, severity: severity ?? own.spreads.severity, noise: noise ?? own.spreads.noise },
  };
  return { editionId: edition.id, stage: { key: stage.key, name: stage.name }, world, tried: tried !== undefined };
}

/** What two, three and four readers would find; null where the numbers leave nothing to find. */
export function readerCountOutlook(ctx: SignedInCtx, address: Address) {
  const { world } = readerCountForm(ctx, address);
  return world.entries < 10 || world.assessors < 2 || world.places < 1 || world.places >= world.entries ? null : foresee(world, seed);
}
