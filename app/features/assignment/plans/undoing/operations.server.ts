import { recordPlan } from "#app/features/assignment/plans/applying/operations.server.ts";
import { findPlanHead, partFacts, type PlanHead } from "#app/features/assignment/plans/parts/queries.server.ts";
import { movesAtOnce } from "#app/features/assignment/plans/parts/rules.ts";
import { requireStep } from "#app/features/assignment/plans/rules.ts";
import * as store from "#app/features/assignment/plans/store.server.ts";
import type { Plan, PlanProgress, PlanResult } from "#app/features/assignment/plans/types.ts";
import { stillUndoable, undoPartOf } from "#app/features/assignment/plans/undoing/rules.ts";
import type { ReaderPair } from "#app/features/assignment/types.ts";
import { tellAssessors, tellEnded } from "#app/features/assignment/telling/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Within the transaction of an operation that has been authorised: has the worker take a plan of thousands of moves back, a part at a
 * time. Refuses a plan that has moved on.
 */
export function beginUndoing(ctx: Ctx, head: PlanHead): void {
  requireStep(head.status, "undoing");
  const begun = { undoneAt: ctx.now, progress: { moves: head.moves, done: 0, left: 0 }, refusal: null };
  if (!store.updatePlan(ctx, head, { ...begun, status: "undoing" })) throw new DomainError("assignment.planMovedOn", { kind: "conflict" });
  recordPlan(ctx, head, "assignment.beginUndoing", { moves: head.moves, sha256: head.digest });
  const by = (ctx.actor as Actor).userId;
  enqueue(ctx, { kind: "assignment.application", payload: { planId: head.id, by }, dedupeKey: `assignment.undoing:${head.id}:${ctx.now}` });
}

/** For the worker, before the first part: leaves a plan applied, where it cannot be taken back as a whole. */
export function refuseUndoing(ctx: Ctx, plan: Plan, refusal: string): void {
  inTransaction(ctx, () => {
    if (findPlanHead(ctx, plan.id)?.status !== "undoing") return;
    store.updatePlan(ctx, { id: plan.id, status: "undoing" }, { status: "applied", refusal, progress: null, undoneAt: null });
    recordPlan(ctx, plan, "assignment.refuseUndoing", { refusal, sha256: plan.digest });
  });
}

/**
 * For the worker: takes the next part back, the last one with the needs and the letters; how far it is afterwards, or null when nothing
 * is left. A worker that died goes on where the last part ended. Moves that something else has overtaken meanwhile are left as they
 * are, and the log names them.
 */
export function undoPart(ctx: Ctx, plan: Plan, { result, size = movesAtOnce }: { result: PlanResult; size?: number }): PlanProgress | null {
  return inTransaction(ctx, () => {
    const { status, progress } = store.loadProgress(ctx, plan.id) ?? {};
    if (status !== "undoing" || !progress) return null;
    if (progress.done >= progress.moves) return finish(ctx, plan, { result, progress });
    const part = undoPartOf(result, progress.done, size);
    const { ends, again, left } = stillUndoable(part, partFacts(ctx, plan, part));
    store.endAll({ ...ctx, now: plan.undoneAt as number }, ends.map(({ id }) => id), plan.reason);
    store.restoreAll(ctx, again.map(({ id }) => id), plan.appliedAt as number);
    const next = { moves: progress.moves, done: progress.done + part.added.length + part.ended.length, left: progress.left + left.length };
    store.updatePlan(ctx, { id: plan.id, status: "undoing" }, { progress: next });
    recordPlan(ctx, plan, "assignment.undoPart", { from: progress.done, to: next.done, ended: ends.length, restored: again.length, left: left.map(({ proposalId, userId }) => [proposalId, userId]), sha256: plan.digest });
    return next;
  });
}

function finish(ctx: Ctx, plan: Plan, { result, progress }: { result: PlanResult; progress: PlanProgress }): null {
  store.updatePlan(ctx, { id: plan.id, status: "undoing" }, { status: "undone" });
  bringNeedsBack(ctx, plan, result);
  recordPlan(ctx, plan, "assignment.undo", { ended: result.added.length, restored: result.ended.length, left: progress.left, sha256: plan.digest });
  tellTakenBack(ctx, plan, { again: result.ended, ends: result.added });
  return null;
}

/** How many readers entries and the stage needed before a plan. */
export function bringNeedsBack(ctx: Ctx, plan: Plan, { targets, stageReaders }: PlanResult): void {
  for (const { proposalId, before } of targets) store.saveTarget(ctx, { editionId: plan.editionId, stage: plan.stage, proposalId }, before);
  if (stageReaders) store.saveStageReaders(ctx, plan, stageReaders.before);
}

/** Tells everybody to whom readings came back or from whom they went. */
export function tellTakenBack(ctx: Ctx, plan: Plan, { again, ends }: { again: readonly ReaderPair[]; ends: readonly ReaderPair[] }): void {
  const edition = getEdition(ctx, plan.editionId);
  const stage = stageOf(edition.definition, plan.stage);
  tellAssessors(ctx, edition, stage, again);
  tellEnded(ctx, edition, stage, ends);
}
