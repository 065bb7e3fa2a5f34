import { and, asc, eq, isNull } from "drizzle-orm";
import { isAssessor } from "#app/features/assignment/policy.ts";
import { mayReadSignals, mayWriteTraining } from "#app/features/scoring/policy.ts";
import { differenceToReference } from "#app/features/scoring/training/rules.ts";
import type { TrainingPage } from "#app/features/scoring/training/types.ts";
import type { TrainingId } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { trainingEntries, trainingMarks } from "#db/schema/scoring.ts";

type StageOfEdition = { editionId: Id<"edition">; stage: string };

const standing = ({ editionId, stage }: StageOfEdition) =>
  and(eq(trainingEntries.editionId, editionId), eq(trainingEntries.stage, stage), isNull(trainingEntries.removedAt));

/**
 * Training texts of a stage for the asking assessor, each with his own marks and, once he has given them, the reference. 404
 * without an assessor's seat.
 */
export function listMyTraining(ctx: Ctx, where: StageOfEdition): TrainingPage[] {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor, where.editionId)) throw notFound("competitions.editionUnknown");
  return ctx.db
    .select({ id: trainingEntries.id, title: trainingEntries.title, body: trainingEntries.body, anchors: trainingEntries.anchors, own: trainingMarks.marks })
    .from(trainingEntries)
    .leftJoin(trainingMarks, and(eq(trainingMarks.trainingId, trainingEntries.id), eq(trainingMarks.userId, actor.userId)))
    .where(standing(where))
    .orderBy(asc(trainingEntries.createdAt), asc(trainingEntries.id))
    .all()
    .map(({ anchors, own, ...text }) => ({ ...text, own, anchors: own && anchors, difference: own && differenceToReference(anchors, own) }));
}

export type TrainingOverview = { id: TrainingId; title: string; done: number; people: { name: string; difference: number }[] };

/**
 * Training texts with who has marked them, for the secretariat; how far each is from the reference for the chair and auditors
 * alone. 404 for everybody else.
 */
export function listTraining(ctx: Ctx, where: StageOfEdition): TrainingOverview[] {
  const seesMarks = mayReadSignals(ctx.actor, where.editionId);
  if (!seesMarks && !mayWriteTraining(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const texts = ctx.db.select().from(trainingEntries).where(standing(where)).orderBy(asc(trainingEntries.createdAt), asc(trainingEntries.id)).all();
  const given = ctx.db
    .select({ trainingId: trainingMarks.trainingId, name: users.name, marks: trainingMarks.marks })
    .from(trainingMarks)
    .innerJoin(trainingEntries, eq(trainingEntries.id, trainingMarks.trainingId))
    .innerJoin(users, eq(users.id, trainingMarks.userId))
    .where(standing(where))
    .orderBy(asc(users.name), asc(users.id))
    .all();
  return texts.map(({ id, title, anchors }) => {
    const own = given.filter(({ trainingId }) => trainingId === id);
    return { id, title, done: own.length, people: seesMarks ? own.map(({ name, marks }) => ({ name, difference: differenceToReference(anchors, marks) })) : [] };
  });
}
