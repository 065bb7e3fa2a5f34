import { and, count, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { judgingWithheldFrom, notWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { AlarmAnswer } from "#app/features/scoring/alarms/types.ts";
import { mayAnswerAlarm, mayReadSignals } from "#app/features/scoring/policy.ts";
import type { Signal } from "#app/features/scoring/signals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { alarmAnswers, scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };

/** Every answer to an alarm at a stage, newest first; 404 for whoever is neither chair nor auditor. */
export function listAlarmAnswers(ctx: Ctx, where: StageOfEdition): AlarmAnswer[] {
  if (!mayReadSignals(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  return answersWhere(ctx, where);
}

export type AlarmPage = { name: string; sheets: number; answers: AlarmAnswer[]; mayAnswer: boolean };

/** One kind of alarm about one assessor with what was done about it; 404 for others, and for whoever has locked no sheet at the stage. */
export function getAlarmPage(ctx: Ctx, of: StageOfEdition & { userId: Id<"user">; signal: Signal }): AlarmPage {
  const { userId, signal, ...where } = of;
  const sheets = mayReadSignals(ctx.actor, where.editionId) ? countLockedOf(ctx, of) : 0;
  const person = ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId)).get();
  if (!person || sheets === 0) throw notFound("scoring.alarmUnknown");
  const answers = answersWhere(ctx, where).filter((one) => one.assessor === userId && one.signal === signal);
  return { name: person.name, sheets, answers, mayAnswer: mayAnswerAlarm(ctx.actor, where.editionId) && ctx.actor?.userId !== userId };
}

/** Locked sheets of standing readings of a person at a stage, without entries the asking person is in conflict with. The caller has authorised. */
export const countLockedOf = (ctx: Ctx, { editionId, stage, userId }: StageOfEdition & { userId: Id<"user"> }): number =>
  ctx.db
    .select({ n: count() })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(scoreSheets, and(eq(scoreSheets.assignmentId, assignments.id), eq(scoreSheets.status, "locked")))
    .where(and(eq(assignments.editionId, editionId), eq(assignments.stage, stage), eq(assignments.userId, userId), isNull(assignments.endedAt), notWithheld(judgingWithheldFrom(ctx, editionId))))
    .get()?.n ?? 0;

const answerers = alias(users, "answerers");

const answersWhere = (ctx: Reach, { editionId, stage }: StageOfEdition): AlarmAnswer[] =>
  ctx.db
    .select({
      assessor: alarmAnswers.userId,
      signal: alarmAnswers.signal,
      step: alarmAnswers.step,
      reason: alarmAnswers.reason,
      answeredBy: answerers.name,
      answeredAt: alarmAnswers.answeredAt,
    })
    .from(alarmAnswers)
    .innerJoin(answerers, eq(answerers.id, alarmAnswers.answeredBy))
    .where(and(eq(alarmAnswers.editionId, editionId), eq(alarmAnswers.stage, stage)))
    .orderBy(desc(alarmAnswers.answeredAt), desc(alarmAnswers.id))
    .all();
