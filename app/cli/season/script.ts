import { keepRehearsalPdf } from "#app/cli/season/attachment.ts";
import { closeFinishedEdition } from "#app/acts/close-edition.server.ts";
import { type SeatCounts, inventOrganiser, seatCast } from "#app/cli/season/cast.ts";
import { arrangeInterviews } from "#app/cli/season/interviewing.ts";
import { settleLists } from "#app/cli/season/listing.ts";
import { assignReadings, markSheets } from "#app/cli/season/marking.ts";
import { type PlannedDraft, planDrafts } from "#app/cli/season/plan.ts";
import { submitDrafts, writeDrafts } from "#app/cli/season/registration.ts";
import { screenEntries } from "#app/cli/season/screening.ts";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import type { SeasonWorld } from "#app/cli/season/world.ts";
import { listAgencies } from "#app/features/agencies/queries.server.ts";
import type { Definition, Stage } from "#app/features/competitions/definition/types.ts";
import { createEditionFrom, openEdition } from "#app/features/competitions/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { registrationStage } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

const dayMs = 86_400_000;

export type SeasonPlan = {
  definition: Definition;
  presetKey: string;
  slug: string;
  registered: number;
  /** Where it stops, UTC ms; played to its end without. */
  until?: number;
};

/** Makes, fills and opens the edition: from here on only its own stages happen. */
export async function openSeason(world: SeasonWorld, plan: SeasonPlan): Promise<Season> {
  await keepRehearsalPdf(world.house.files);
  const { definition, presetKey, slug, registered, until = Infinity } = plan;
  const before = (registrationStage(definition).opensAt ?? 0) - 20 * dayMs;
  const organiser = await inventOrganiser(world, before);
  const editionId = createEditionFrom(world.as(organiser, before), { definition, presetKey, slug, rehearsal: true });
  const seatedOrganiser = refreshed(world, organiser);
  seatCast(world, { editionId, organiser: seatedOrganiser, counts: castFor(registered), now: before + dayMs });
  openEditionNow(world, { editionId, organiser: seatedOrganiser, now: before + 10 * dayMs });
  const frozen = getEdition(world.house, editionId).definition;
  return { world, editionId, definition: frozen, organiser: seatedOrganiser, until, drafts: [] };
}

/** A person who has just been given a seat is asked for anew. */
export function refreshed(world: SeasonWorld, actor: Actor): Actor {
  world.forget(actor.userId);
  return world.personOf(actor.userId);
}

function openEditionNow(world: SeasonWorld, given: { editionId: EditionId; organiser: Actor; now: number }): void {
  const { editionId, organiser, now } = given;
  openEdition(world.as(organiser, now), { editionId, revision: getEdition(world.house, editionId).revision });
}

/** About ninety readings an evaluator at the size of a real year; one panel of five. */
const castFor = (registered: number): SeatCounts => ({
  screener: Math.max(2, Math.min(10, Math.round(registered / 250))),
  evaluator: Math.max(4, Math.min(60, Math.round(registered / 80))),
  juror: 4,
  chair: 1,
  signatory: 1,
  auditor: 1,
});

/** Who writes what in a season of so many drafts, among all agencies of the registry. */
export function planSeason({ world, definition }: Season, registered: number): PlannedDraft[] {
  const agencies = listAgencies(world.house, { limit: 100_000, offset: 0 });
  return planDrafts(definition, { agencies, registered, random: world.random });
}

/** Plays registration as far as the season goes. */
export function playRegistration(season: Season, plan: readonly PlannedDraft[], watch: Stopwatch): void {
  writeDrafts(season, plan, watch);
  submitDrafts(season, watch);
}

/** Plays every stage of the edition in its own window, through the operations the site calls. */
export function playSeason(season: Season, plan: readonly PlannedDraft[], watch: Stopwatch): void {
  const { world, definition } = season;
  playRegistration(season, plan, watch);
  for (const stage of definition.stages) playStage(season, stage, watch);
  const over = Math.max(...definition.stages.map(({ closesAt }) => closesAt ?? 0));
  closeFinishedEdition(world.as(season.organiser, over + dayMs), { editionId: season.editionId });
}

function playStage(season: Season, stage: Stage, watch: Stopwatch): void {
  if (stage.kind === "screening") screenEntries(season, watch);
  if (stage.kind === "finalists" || stage.kind === "winners") settleLists(season, stage, watch);
  if (!season.definition.rubrics.some((rubric) => rubric.stage === stage.key)) return;
  if (stage.kind === "interview") arrangeInterviews(season, stage, watch);
  else assignReadings(season, stage, watch);
  markSheets(season, stage, watch);
}
