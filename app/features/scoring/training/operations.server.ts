import { isAssessor } from "#app/features/assignment/policy.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import { mayWriteTraining } from "#app/features/scoring/policy.ts";
import { checkMark, requireComplete } from "#app/features/scoring/rules.ts";
import * as store from "#app/features/scoring/store.server.ts";
import { checkAnchors, checkTraining } from "#app/features/scoring/training/rules.ts";
import type { Anchor, TrainingId } from "#app/features/scoring/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Adds a text everybody marks before the desk opens, with the marks it is worth (hundredths of a point). It never counts. Organiser
 * only; refused once the desk is open (`scoring.trainingOver`) and without a mark for every criterion (`scoring.markMissing`).
 */
export function addTraining(ctx: Ctx, input: { editionId: Id<"edition">; stage: string; title: string; body: string; anchors: Anchor[] }): TrainingId {
  return inTransaction(ctx, () => {
    const { editionId, stage, title, body, anchors } = input;
    authorize(mayWriteTraining(ctx.actor, editionId));
    const { definition } = getEdition(ctx, editionId);
    checkTraining(stageOf(definition, stage), ctx.now);
    checkAnchors(rubricOf(definition, stage), anchors);
    const id = ctx.newId("training");
    store.insertTraining(ctx, { id, editionId, stage, title, body, anchors, createdBy: (ctx.actor as Actor).userId, createdAt: ctx.now });
    recordAudit(ctx, { action: "scoring.addTraining", subject: { kind: "training", id }, editionId, data: { stage, title } });
    return id;
  });
}

/** Takes a training text out of the list; what was marked on it stays as history. Organiser only; 404 for what is gone. */
export function removeTraining(ctx: Ctx, input: { trainingId: TrainingId }): void {
  inTransaction(ctx, () => {
    const row = store.findTraining(ctx, input.trainingId);
    if (!row || row.removedAt !== null) throw notFound("scoring.trainingUnknown");
    authorize(mayWriteTraining(ctx.actor, row.editionId));
    store.endTraining(ctx, row.id);
    recordAudit(ctx, { action: "scoring.removeTraining", subject: { kind: "training", id: row.id }, editionId: row.editionId, data: { stage: row.stage } });
  });
}

/**
 * Keeps what the asking assessor gives a training text, once: afterwards he sees the reference. 404 without an assessor's seat;
 * refused once the desk is open, a second time (`scoring.trainingDone`), and with marks missing.
 */
export function markTraining(ctx: Ctx, input: { trainingId: TrainingId; marks: Record<string, number> }): void {
  inTransaction(ctx, () => {
    const row = store.findTraining(ctx, input.trainingId);
    if (!row || row.removedAt !== null || !isAssessor(ctx.actor, row.editionId)) throw notFound("scoring.trainingUnknown");
    const { definition } = getEdition(ctx, row.editionId);
    const rubric = rubricOf(definition, row.stage);
    checkTraining(stageOf(definition, row.stage), ctx.now);
    for (const [key, mark] of Object.entries(input.marks)) checkMark(rubric, key, mark);
    requireComplete(rubric, input.marks);
    const { userId } = ctx.actor as Actor;
    store.insertTrainingMarks(ctx, { trainingId: row.id, userId, marks: input.marks, markedAt: ctx.now });
    recordAudit(ctx, { action: "scoring.markTraining", subject: { kind: "training", id: row.id }, editionId: row.editionId, data: { stage: row.stage } });
  });
}
