import { countAssignments } from "#app/features/assignment/queries.server.ts";
import { readersOf } from "#app/features/assignment/targets/queries.server.ts";
import { listCertificates } from "#app/features/certificates/queries.server.ts";
import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import type { AwardList, Stage } from "#app/features/competitions/definition/types.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { countUnscheduled } from "#app/features/interviews/queries.server.ts";
import { countOpen } from "#app/features/objections/queries.server.ts";
import type { Funnel } from "#app/features/proposals/queries.server.ts";
import { type ListSummary, listLists } from "#app/features/ranking/queries.server.ts";
import { countUnsettled } from "#app/features/screening/queries.server.ts";
import { countOpenSheets } from "#app/features/scoring/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { ListWork, Situation, StageWork } from "#app/routes/organiser/next-step.ts";

/**
 * Where an edition stands, as the rule of the next step asks it: a fixed number of statements, however many entries there are.
 * For readers of the lists; the rooms refuse others.
 */
export function situationOf(ctx: Ctx, edition: Edition, funnel: Funnel): Situation {
  const { id, definition, status } = edition;
  const draft = status === "draft";
  const list = draft ? null : firstUnfinished(edition, listLists(ctx, id));
  return {
    ...{ now: ctx.now, definition, status },
    missing: draft ? gaps(definition).length : 0,
    faults: draft ? validateDefinition(definition).length : 0,
    seats: [...new Set(listSeats(ctx, id).map((seat) => seat.role))],
    begun: funnel.registered - funnel.status.withdrawn,
    unsubmitted: funnel.status.atUnit + funnel.status.atAgency,
    ...screeningLeft(ctx, edition),
    list: list && listWork(ctx, edition, { summary: list, funnel }),
    uncertified: draft || list ? null : uncertifiedList(ctx, edition),
  };
}

const screeningLeft = (ctx: Ctx, { id }: Edition): Pick<Situation, "undecided" | "unannounced"> => {
  const { undecided, unannounced } = countUnsettled(ctx, id);
  return { undecided, unannounced };
};

/** Lists follow the order of the stages in which they are determined. */
function firstUnfinished({ definition }: Edition, lists: readonly ListSummary[]): ListSummary | null {
  const place = ({ list }: ListSummary): number => definition.stages.findIndex((stage) => stage.key === list.stage);
  return lists.toSorted((a, b) => place(a) - place(b)).find(({ current }) => current?.status !== "final") ?? null;
}

function listWork(ctx: Ctx, edition: Edition, { summary: { list, current }, funnel }: { summary: ListSummary; funnel: Funnel }): ListWork {
  const status = current && current.status !== "superseded" && current.status !== "final" ? current.status : "none";
  return {
    list,
    status,
    objectionsCloseAt: current?.objectionsCloseAt ?? null,
    openObjections: current && status === "provisional" ? countOpen(ctx, current.id) : 0,
    stages: status === "none" ? stagesOf(edition, list).map((stage) => stageWork(ctx, edition, { stage, funnel })) : [],
  };
}

const stagesOf = ({ definition }: Edition, { composition }: AwardList): Stage[] =>
  composition.filter(({ weightBp }) => weightBp !== 0).map(({ stage }) => stageOf(definition, stage));

type AtStage = { stage: Stage; funnel: Funnel };

const stageWork = (ctx: Ctx, edition: Edition, at: AtStage): StageWork => ({
  stage: at.stage,
  unassigned: unassignedAt(ctx, edition, at),
  open: countOpenSheets(ctx, { editionId: edition.id, stage: at.stage.key }),
});

/** Finalists without a session, or desk readings that nobody holds yet. */
function unassignedAt(ctx: Ctx, { id: editionId }: Edition, { stage, funnel }: AtStage): number {
  if (stage.kind === "interview") return countUnscheduled(ctx, editionId);
  if (stage.kind !== "desk") return 0;
  const entries = funnel.reach.passed + funnel.reach.finalist + funnel.reach.winner;
  const readings = entries * (readersOf(ctx, { editionId, stage: stage.key }) ?? 0);
  return Math.max(0, readings - countAssignments(ctx, { editionId, stage: stage.key }));
}

function uncertifiedList(ctx: Ctx, { id: editionId, definition }: Edition): AwardList | null {
  const { lists } = listCertificates(ctx, { editionId });
  const behind = lists.find((line) => line.final && line.issued < line.listed);
  return definition.lists.find((list) => list.key === behind?.listKey) ?? null;
}
