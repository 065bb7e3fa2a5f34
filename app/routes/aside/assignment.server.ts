import { assignmentSearch } from "#app/features/assignment/inputs.ts";
import { listPlans } from "#app/features/assignment/plans/queries.server.ts";
import { mayAssign } from "#app/features/assignment/policy.ts";
import { assignmentSummary } from "#app/features/assignment/queries.server.ts";
import { handingOutBlock, markedStages } from "#app/features/assignment/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { listAwaitingReaders } from "#app/features/scoring/divergence/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { ordered } from "#app/lib/ordered.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { readEdition } from "#app/routes/organiser/assignment-of.server.ts";

const pageSize = 25;

/** How the readings of a stage stand: loads, entries without enough readers, and the latest plans. */
export function assignmentPage(ctx: SignedInCtx, { params, url }: Address) {
  const edition = readEdition(ctx, params);
  const search = assignmentSearch.parse(Object.fromEntries(new URL(url).searchParams));
  const stages = markedStages(edition.definition);
  const stage = stages.find((one) => one.key === search.stage) ?? stages[0];
  if (!stage) throw notFound("competitions.stageUnknown");
  const summary = assignmentSummary(ctx, { editionId: edition.id, stage: stage.key }, { limit: pageSize, offset: (search.page - 1) * pageSize });
  const people = ordered(summary.assessors, (one) => one[search.sort], { dir: search.dir, locale: ctx.locale });
  const isClosed = stage.closesAt !== null && ctx.now >= stage.closesAt;
  return {
    ...{ editionId: edition.id, zone: edition.definition.zone, page: search.page, pageSize },
    stages: stages.map(({ key, name }) => ({ key, name })),
    stage: { key: stage.key, kind: stage.kind },
    summary: { ...summary, assessors: people.slice((search.people - 1) * pageSize, search.people * pageSize) },
    people: { total: people.length, page: search.people, pageSize, heaviest: Math.max(1, ...people.map(({ load }) => load)), sort: { key: search.sort, dir: search.dir } },
    block: handingOutBlock({ ...summary, isClosed, assessors: summary.assessors.length }),
    mayAssign: mayAssign(ctx.actor, edition.id),
    plans: listPlans(ctx, { editionId: edition.id, stage: stage.key }),
    awaiting: isClosed ? 0 : countAwaiting(ctx, edition, stage.key),
  };
}

/** Entries whose marks diverge, where the secretariat calls their further readers. */
function countAwaiting(ctx: SignedInCtx, { id, definition: { reading } }: Edition, stage: string): number {
  return reading.thirdReader === "previewed" && mayAssign(ctx.actor, id) ? listAwaitingReaders(ctx, { editionId: id, stage }).length : 0;
}
