import { and, asc, desc, eq, isNull, type SQL } from "drizzle-orm";
import { boundsByPerson, expertiseByPerson } from "#app/features/assignment/expertise/queries.server.ts";
import { mayAssign, mayReadAssignments } from "#app/features/assignment/policy.ts";
import type { Plan, PlanId, PlanStatus, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import { countingOf, evenBounds, loadsOf, needOf } from "#app/features/assignment/plans/situation/rules.ts";
import { reachFor, seatsFor } from "#app/features/assignment/rules.ts";
import { findStageReaders, listTargets } from "#app/features/assignment/targets/queries.server.ts";
import { reasonsBelow } from "#app/features/assignment/plans/page/rules.ts";
import type { PlanPage } from "#app/features/assignment/plans/page/types.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import { conflictPairs } from "#app/features/conflicts/queries.server.ts";
import { isShown, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { assignmentPlans, assignments } from "#db/schema/assignment.ts";
import { scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };

/** Everything a plan of a stage is worked out from, as it stands now. The caller has authorised. */
export function situationOf(ctx: Ctx, where: StageOfEdition): Situation {
  const { definition } = getEdition(ctx, where.editionId);
  const stage = stageOf(definition, where.stage);
  const roles = seatsFor(stage);
  const [expertise, bounds] = [expertiseByPerson(ctx, where.editionId), boundsByPerson(ctx, where.editionId)];
  const seated = new Map(listSeats(ctx, where.editionId).flatMap((seat) => (roles.includes(seat.role) ? [[seat.userId, seat] as const] : [])));
  const entries = listEntries(ctx, { editionId: where.editionId, reach: [reachFor(stage)] });
  const planned = findStageReaders(ctx, where);
  return {
    readers: planned ?? rubricOf(definition, where.stage).readers ?? 0,
    planned,
    entries: entries.map(({ id, categoryKey }) => ({ id, category: categoryKey })),
    people: [...seated.values()]
      .map(({ userId, name, organisation }) => ({
        userId,
        name,
        organisation: organisation.trim().toLowerCase(),
        bounds: bounds.get(userId) ?? null,
        expertise: expertise.get(userId) ?? {},
      }))
      .sort((a, b) => (a.userId < b.userId ? -1 : 1)),
    conflicts: conflictPairs(ctx, where.editionId),
    standing: standingOf(ctx, where),
    targets: listTargets(ctx, where),
  };
}

const standingOf = (ctx: Reach, { editionId, stage }: StageOfEdition): StandingReading[] =>
  standingWhere(ctx, and(eq(assignments.editionId, editionId), eq(assignments.stage, stage), isNull(assignments.endedAt)));

/** Readings with what became of each. The caller has authorised. */
export function standingWhere(ctx: Reach, where: SQL | undefined): StandingReading[] {
  return ctx.db
    .select({ id: assignments.id, proposalId: assignments.proposalId, userId: assignments.userId, status: scoreSheets.status })
    .from(assignments)
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(where)
    .orderBy(asc(assignments.id))
    .all()
    .map(({ status, ...reading }) => ({ ...reading, state: status === null ? "untouched" : status === "locked" ? "locked" : "begun" }));
}

/** A plan as it is kept; the caller decides what its reader may know of it. */
export const findPlan = (ctx: Reach, id: PlanId): Plan | undefined => ctx.db.select().from(assignmentPlans).where(eq(assignmentPlans.id, id)).get() as Plan | undefined;

/** The status of a plan alone, for the thread that works on it. */
export const planStatus = (ctx: Reach, id: PlanId): PlanStatus | undefined =>
  ctx.db.select({ status: assignmentPlans.status }).from(assignmentPlans).where(eq(assignmentPlans.id, id)).get()?.status;

/** The rules of the plan applied last at a stage, which later small changes keep to. The caller has authorised. */
export function lastRules(ctx: Reach, { editionId, stage }: StageOfEdition): { expertPerEntry: boolean; oneSeatPerOrganisation: boolean } | null {
  const here = and(eq(assignmentPlans.editionId, editionId), eq(assignmentPlans.stage, stage), eq(assignmentPlans.status, "applied"));
  const plans = ctx.db.select({ change: assignmentPlans.change }).from(assignmentPlans).where(here).orderBy(desc(assignmentPlans.appliedAt), desc(assignmentPlans.id)).all();
  for (const { change } of plans) if (change.kind === "fill" || change.kind === "afresh") return change.rules;
  return null;
}

export type PlanLine = { id: PlanId; kind: Plan["change"]["kind"]; cause: Plan["cause"]; status: PlanStatus; createdAt: number; createdBy: string; added: number; ended: number };

/** The plans of a stage, newest first, with their moves but for entries withheld from the asking person. 404 for others. */
export function listPlans(ctx: Ctx, where: StageOfEdition): PlanLine[] {
  if (!mayReadAssignments(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const shown = new Set(shownEntries(ctx, where.editionId).map(({ id }) => id));
  const moves = (those: readonly { proposalId: Id<"proposal"> }[] = []): number => those.filter(({ proposalId }) => shown.has(proposalId)).length;
  return ctx.db
    .select({ plan: assignmentPlans, createdBy: users.name })
    .from(assignmentPlans)
    .leftJoin(users, eq(users.id, assignmentPlans.createdBy))
    .where(and(eq(assignmentPlans.editionId, where.editionId), eq(assignmentPlans.stage, where.stage)))
    .orderBy(desc(assignmentPlans.createdAt), desc(assignmentPlans.id))
    .limit(20)
    .all()
    .map(({ plan, createdBy }) => ({
      id: plan.id,
      kind: plan.change.kind,
      cause: plan.cause,
      status: plan.status,
      createdAt: plan.createdAt,
      createdBy: createdBy ?? "",
      added: moves(plan.result?.added),
      ended: moves(plan.result?.ended),
    }));
}

export type PlanningFacts = {
  people: { userId: Id<"user">; name: string; load: number }[];
  entries: { id: Id<"proposal">; number: string; title: string; readers: number }[];
  /** Bounds of a load nobody set: a tenth below and above the even share. */
  bounds: { least: number; most: number };
  hasExperts: boolean;
  readers: number;
};

/** What the form of a new plan offers; 404 for whoever may not assign. */
export function planningFacts(ctx: Ctx, where: StageOfEdition): PlanningFacts {
  if (!mayAssign(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const situation = situationOf(ctx, where);
  const load = loadsOf(countingOf(situation));
  const { year } = getEdition(ctx, where.editionId).definition;
  const told = new Map(shownEntries(ctx, where.editionId).map((entry) => [entry.id, entry]));
  return {
    people: situation.people.map(({ userId, name }) => ({ userId, name, load: load.get(userId) ?? 0 })).sort((a, b) => a.name.localeCompare(b.name)),
    entries: situation.entries.flatMap(({ id }) => {
      const entry = told.get(id);
      return entry ? [{ id, number: numberText(year, entry.number), title: entry.title, readers: needOf(situation, id) }] : [];
    }),
    bounds: evenBounds(situation),
    hasExperts: situation.people.some(({ expertise }) => Object.values(expertise).includes("expert")),
    readers: situation.readers,
  };
}

/** A plan to be looked at, a page of its moves at a time; 404 for whoever may not follow the readings of its edition. */
export function getPlanPage(ctx: Ctx, id: PlanId, page: { limit: number; offset: number }): PlanPage {
  const plan = findPlan(ctx, id);
  if (!plan || !mayReadAssignments(ctx.actor, plan.editionId)) throw notFound("assignment.planUnknown");
  const edition = getEdition(ctx, plan.editionId);
  const stage = stageOf(edition.definition, plan.stage);
  const entries = new Map(shownEntries(ctx, plan.editionId).map((entry) => [entry.id, { number: numberText(edition.definition.year, entry.number), title: entry.title }]));
  const names = new Map(ctx.db.select({ id: users.id, name: users.name }).from(users).all().map((one) => [one.id, one.name]));
  return {
    id: plan.id,
    editionId: plan.editionId,
    stage: { key: stage.key, name: stage.name },
    kind: plan.change.kind,
    about: aboutOf(plan, names, entries),
    status: plan.status,
    phase: plan.phase,
    reason: plan.reason,
    cause: plan.cause,
    digest: plan.digest,
    seed: plan.seed,
    createdAt: plan.createdAt,
    appliedAt: plan.appliedAt,
    progress: plan.progress,
    refusal: plan.status === "ready" || plan.status === "failed" ? plan.refusal : null,
    mayAct: mayAssign(ctx.actor, plan.editionId),
    ...reasonsBelow(plan, { entries, names, categories: new Map(edition.definition.categories.map(({ key, name }) => [key, name])), page }),
  };
}

/** Entries without those withheld from the asking person: of them the page says nothing. */
function shownEntries(ctx: Ctx, editionId: Id<"edition">) {
  const shown = isShown(withheldFrom(ctx, editionId));
  return listEntries(ctx, { editionId }).filter(({ id, agencyId }) => shown({ proposalId: id, agencyId }));
}

function aboutOf({ change }: Plan, names: ReadonlyMap<Id<"user">, string>, entries: ReadonlyMap<Id<"proposal">, { number: string }>): { person: string; entry: string; count: number } {
  const person = "userId" in change ? (names.get(change.userId) ?? "") : "";
  const entry = "proposalId" in change ? (entries.get(change.proposalId)?.number ?? "") : "";
  const count = change.kind === "join" ? change.share : change.kind === "readers" || change.kind === "stage" ? change.readers : change.kind === "more" ? change.wants.length : 0;
  return { person, entry, count };
}
