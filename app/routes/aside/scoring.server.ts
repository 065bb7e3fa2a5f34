import type { UserId } from "#app/features/accounts/types.ts";
import { mayAssign } from "#app/features/assignment/policy.ts";
import { markedStages } from "#app/features/assignment/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import { listBarredReadings } from "#app/features/scoring/bars/queries.server.ts";
import { sheetsSearch } from "#app/features/scoring/inputs.ts";
import { mayCloseRound, mayReadProgress, mayReadSignals, mayReopen } from "#app/features/scoring/policy.ts";
import { listSheets, scoringProgress } from "#app/features/scoring/queries.server.ts";
import { listRounds } from "#app/features/scoring/rounds/queries.server.ts";
import { stageForecast, stageSignals } from "#app/features/scoring/signals/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { ordered } from "#app/lib/ordered.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";

const pageSize = 50;
const peopleSize = 25;

type Assessor = ReturnType<typeof scoringProgress>["assessors"][number];

const orders: Record<"name" | "done" | "draft" | "lastAt", (row: Assessor) => string | number> = {
  name: ({ name }) => name,
  done: ({ locked, assigned }) => (assigned === 0 ? 0 : locked / assigned),
  draft: ({ draft }) => draft,
  lastAt: ({ lastAt }) => lastAt ?? 0,
};

/** How far the marking of a stage is, with what is strange about it for those who may know. */
export function scoringPage(ctx: SignedInCtx, { params, url }: Address) {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayReadProgress(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const stages = markedStages(definition);
  const { stage: wanted, assessor, state, page, sort, dir, people } = sheetsSearch.parse(Object.fromEntries(new URL(url).searchParams));
  // Without a choice, the last stage that has begun is the one to watch.
  const begun = stages.findLast(({ opensAt }) => opensAt !== null && opensAt <= ctx.now) ?? stages[0];
  const stage = stages.find((one) => one.key === wanted) ?? begun;
  if (!stage) return { stages: [], shown: null };
  const where = { editionId, stage: stage.key };
  const progress = scoringProgress(ctx, where);
  const assessors = ordered(progress.assessors, orders[sort], { dir, locale: ctx.locale });
  const userId = (assessor || undefined) as UserId | undefined;
  return {
    stages: stages.map(({ key, name }) => ({ key, name })),
    shown: {
      ...{ editionId, zone: definition.zone, page, pageSize, search: { stage: stage.key, assessor, state } },
      progress,
      assessors: assessors.slice((people - 1) * peopleSize, people * peopleSize),
      people: { total: assessors.length, page: people, pageSize: peopleSize, sort: { key: sort, dir } },
      signals: mayReadSignals(ctx.actor, editionId) ? stageSignals(ctx, where) : null,
      forecast: mayReadSignals(ctx.actor, editionId) ? stageForecast(ctx, where) : null,
      rounds: listRounds(ctx, where),
      isDesk: stage.kind === "desk",
      mayClose: mayCloseRound(ctx.actor, editionId),
      mayReadMarks: mayReadSignals(ctx.actor, editionId),
      barred: mayAssign(ctx.actor, editionId) ? listBarredReadings(ctx, where) : [],
      sheets: listSheets(ctx, { ...where, userId, state, limit: pageSize, offset: (page - 1) * pageSize }),
      mayEnd: mayAssign(ctx.actor, editionId),
      mayReopen: mayReopen(ctx.actor, editionId) && isOpen(stage, ctx.now),
    },
  };
}
