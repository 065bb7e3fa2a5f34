import { keepNeeds, recordPlan, tellReaders } from "#app/features/assignment/plans/applying/operations.server.ts";
import { findPlanHead, partFacts, type PlanHead } from "#app/features/assignment/plans/parts/queries.server.ts";
import { countMoves, movesAtOnce, partOf, stillFitting } from "#app/features/assignment/plans/parts/rules.ts";
import { requireStep } from "#app/features/assignment/plans/rules.ts";
import * as planStore from "#app/features/assignment/plans/store.server.ts";
import type { Plan, PlanProgress, PlanResult } from "#app/features/assignment/plans/types.ts";
import * as store from "#app/features/assignment/store.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Within the transaction of an operation that has been authorised: has the worker write a plan, a part at a time, since all at once
 * would keep everybody else from saving for seconds. Refuses a plan that has moved on and a digest other than the one that was looked at.
 */
export function beginParts(ctx: Ctx, head: PlanHead, digest: string): void {
  requireStep(head.status, "applying");
  if (digest !== head.digest) throw new DomainError("assignment.stalePreview", { kind: "conflict" });
  const begun = { appliedAt: ctx.now, appliedBy: (ctx.actor as Actor).userId, progress: { moves: head.moves, done: 0, left: 0 }, refusal: null };
  if (!planStore.updatePlan(ctx, head, { ...begun, status: "applying" })) throw new DomainError("assignment.planMovedOn", { kind: "conflict" });
  recordPlan(ctx, head, "assignment.beginApplying", { moves: head.moves, sha256: head.digest });
  enqueue(ctx, { kind: "assignment.application", payload: { planId: head.id }, dedupeKey: `assignment.application:${head.id}:${ctx.now}` });
}

/** For the worker, before the first part: lays a plan back to be looked at, where what it rests on has changed. */
export function refuseParts(ctx: Ctx, plan: Plan, refusal: string): void {
  inTransaction(ctx, () => {
    if (findPlanHead(ctx, plan.id)?.status !== "applying") return;
    planStore.updatePlan(ctx, { id: plan.id, status: "applying" }, { status: "ready", refusal, progress: null, appliedAt: null, appliedBy: null });
    recordPlan(ctx, plan, "assignment.refuseApplying", { refusal, sha256: plan.digest });
  });
}

/**
 * For the worker: writes the next part, the last one with the needs and the letters; how far it is afterwards, or null when nothing is
 * left to write. A worker that died goes on where the last part ended. Moves that something else has overtaken meanwhile are left as
 * they are, and the log names them.
 */
export function writePart(ctx: Ctx, plan: Plan, { result, size = movesAtOnce }: { result: PlanResult; size?: number }): PlanProgress | null {
  return inTransaction(ctx, () => {
    const { status, progress } = planStore.loadProgress(ctx, plan.id) ?? {};
    if (status !== "applying" || !progress) return null;
    if (progress.done >= progress.moves) return finish(ctx, plan, { result, progress });
    const part = partOf(result, progress.done, size);
    const { ended, added, left } = stillFitting(part, plan.change.kind, partFacts(ctx, plan, part));
    // All parts bear the instant of the plan, by which it can be taken back.
    const at = { ...ctx, now: plan.appliedAt as number };
    planStore.endAll(at, ended.map(({ id }) => id), plan.reason);
    store.insertAssignments(ctx, added.map(({ proposalId, userId }) => ({ id: ctx.newId("assignment"), editionId: plan.editionId, stage: plan.stage, proposalId, userId, assignedAt: at.now })));
    const next = { moves: progress.moves, done: progress.done + countMoves(part), left: progress.left + left.length };
    planStore.updatePlan(ctx, { id: plan.id, status: "applying" }, { progress: next });
    recordPlan(ctx, plan, "assignment.applyPart", { from: progress.done, to: next.done, added: added.length, ended: ended.length, left: left.map(({ proposalId, userId }) => [proposalId, userId]), sha256: plan.digest });
    return next;
  });
}

function finish(ctx: Ctx, plan: Plan, { result, progress }: { result: PlanResult; progress: PlanProgress }): null {
  planStore.updatePlan(ctx, { id: plan.id, status: "applying" }, { status: "applied" });
  const needs = keepNeeds(ctx, plan, result);
  recordPlan(ctx, plan, "assignment.apply", { kind: plan.change.kind, cause: plan.cause, reason: plan.reason, added: result.added.length, ended: result.ended.length, left: progress.left, ...needs, seed: plan.seed, sha256: plan.digest });
  tellReaders(ctx, plan, result);
  return null;
}
