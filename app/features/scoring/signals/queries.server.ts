import { and, asc, eq, isNull } from "drizzle-orm";
import { isAssessor } from "#app/features/assignment/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { categoryOf, rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Rubric, Words } from "#app/features/competitions/definition/types.ts";
import { judgingWithheldFrom, notWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { listAlarmAnswers } from "#app/features/scoring/alarms/queries.server.ts";
import type { AlarmAnswer } from "#app/features/scoring/alarms/types.ts";
import { marksIn, marksOfSheet } from "#app/features/scoring/locked/store.server.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import { mayReadSignals } from "#app/features/scoring/policy.ts";
import { type Forecast, forecastOf } from "#app/features/scoring/signals/forecast/rules.ts";
import { assessorSignals, ownFigures } from "#app/features/scoring/signals/rules.ts";
import type { AssessorSignals, SheetFact } from "#app/features/scoring/signals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { scoreSheets } from "#db/schema/scoring.ts";

type StageOfEdition = { editionId: Id<"edition">; stage: string };

export type NamedSignals = AssessorSignals & { name: string };

/** Everything strange at a stage, with names for the chair alone. */
export type StageSignals = { assessors: NamedSignals[]; names: Record<string, string>; categories: Record<string, Words>; answers: AlarmAnswer[] };

/**
 * Figures and alarms of every assessor of a stage from the locked sheets of standing readings, without entries the asking person
 * is barred from. 404 for whoever is neither chair nor auditor.
 */
export function stageSignals(ctx: Ctx, where: StageOfEdition): StageSignals {
  if (!mayReadSignals(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, where.editionId);
  const rows = factRows(ctx, where);
  const names = Object.fromEntries(rows.map(({ userId, name }) => [userId, name]));
  const found = assessorSignals(factsOf(rows, rubricOf(definition, where.stage)));
  const strata = [...new Set(rows.map(({ category }) => category))];
  return {
    assessors: found.map((one) => ({ ...one, name: names[one.assessor] ?? "" })),
    names,
    answers: listAlarmAnswers(ctx, where),
    categories: Object.fromEntries(strata.map((key) => [key, categoryOf(definition, key).name])),
  };
}

export type OwnSignals = ReturnType<typeof ownFigures>;

/** The asking assessor's own figures at a stage, from nobody's sheets but his. 404 without an assessor's seat. */
export function ownSignals(ctx: Ctx, where: StageOfEdition): OwnSignals {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, where.editionId);
  return ownFigures(factsOf(factRows(ctx, { ...where, userId: actor.userId }), rubricOf(definition, where.stage)));
}

/** When the rest of a stage will be locked at the pace of late; 404 for whoever may not follow the marking. */
export function stageForecast(ctx: Ctx, where: StageOfEdition): { whole: Forecast; byAssessor: Record<string, Forecast> } {
  if (!mayReadSignals(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { opensAt, closesAt } = stageOf(getEdition(ctx, where.editionId).definition, where.stage);
  const frame = { opensAt: opensAt ?? ctx.now, closesAt: closesAt ?? ctx.now, now: ctx.now };
  const rows = ctx.db
    .select({ userId: assignments.userId, status: scoreSheets.status, lockedAt: scoreSheets.lockedAt })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(standing(ctx, where))
    .orderBy(asc(assignments.userId), asc(assignments.id))
    .all();
  const of = (those: typeof rows): Forecast => {
    const lockedAt = those.flatMap((row) => (row.status === "locked" && row.lockedAt !== null ? [row.lockedAt] : []));
    return forecastOf({ ...frame, lockedAt, left: those.length - lockedAt.length });
  };
  const own = new Map<string, typeof rows>();
  for (const row of rows) {
    const those = own.get(row.userId);
    if (those) those.push(row);
    else own.set(row.userId, [row]);
  }
  return { whole: of(rows), byAssessor: Object.fromEntries([...own].map(([userId, those]) => [userId, of(those)])) };
}

type Scope = StageOfEdition & { userId?: Id<"user"> };

function standing(ctx: Ctx, { editionId, stage, userId }: Scope) {
  return and(
    eq(assignments.editionId, editionId),
    eq(assignments.stage, stage),
    isNull(assignments.endedAt),
    userId && eq(assignments.userId, userId),
    notWithheld(judgingWithheldFrom(ctx, editionId)),
  );
}

/** One line a locked sheet, by person and sheet, its marks in the line: a line each would take a national desk seconds. */
const factRows = (ctx: Ctx, scope: Scope) =>
  ctx.db
    .select({
      userId: assignments.userId,
      name: users.name,
      proposalId: assignments.proposalId,
      category: entryColumns.categoryKey,
      begunAt: scoreSheets.begunAt,
      lockedAt: scoreSheets.lockedAt,
      given: marksOfSheet,
    })
    .from(assignments)
    .innerJoin(scoreSheets, and(eq(scoreSheets.assignmentId, assignments.id), eq(scoreSheets.status, "locked")))
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .innerJoin(users, eq(users.id, assignments.userId))
    .where(standing(ctx, scope))
    .orderBy(asc(assignments.userId), asc(scoreSheets.id))
    .all()
    .flatMap(({ given, ...row }) => (given === "{}" ? [] : [{ ...row, marks: marksIn(given) }]));

const minute = 60_000;

const factsOf = (rows: ReturnType<typeof factRows>, rubric: Rubric): SheetFact[] =>
  rows.map((row) => ({
    assessor: row.userId,
    entry: row.proposalId,
    stratum: row.category,
    marks: rubric.criteria.map(({ key }) => (row.marks[key] ?? 0) / 100),
    total: weightedTotal(rubric, row.marks) / 1_000_000,
    minutes: row.begunAt === null || row.lockedAt === null ? null : (row.lockedAt - row.begunAt) / minute,
    lockedAt: row.lockedAt ?? 0,
  }));
