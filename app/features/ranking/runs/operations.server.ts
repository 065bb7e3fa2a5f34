import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { mayComputeList } from "#app/features/ranking/policy.ts";
import { findLastRun } from "#app/features/ranking/runs/queries.server.ts";
import * as store from "#app/features/ranking/runs/store.server.ts";
import { wasPublished } from "#app/features/ranking/store.server.ts";
import type { RunId, RunStep } from "#app/features/ranking/types.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Asks the worker to compute a list. Refuses a published one (`ranking.cannotRecompute`) and one that is being computed
 * (`ranking.isRunning`); what else stands in the way is found by the worker and told beside the list.
 */
export function askComputation(ctx: Ctx, input: { editionId: EditionId; listKey: string }): RunId {
  return inTransaction(ctx, () => {
    authorize(mayComputeList(ctx.actor, input.editionId));
    listOf(getEdition(ctx, input.editionId).definition, input.listKey);
    if (wasPublished(ctx, input)) throw new DomainError("ranking.cannotRecompute", { kind: "conflict" });
    const last = findLastRun(ctx, input);
    if (last?.status === "queued" || last?.status === "running") throw new DomainError("ranking.isRunning", { kind: "conflict" });
    const id = ctx.newId("run");
    const { userId } = ctx.actor as Actor;
    const { editionId, listKey } = input;
    store.insertRun(ctx, { id, editionId, listKey, askedBy: userId, askedAt: ctx.now, status: "queued", step: null, refusal: null, finishedAt: null });
    recordAudit(ctx, { action: "ranking.askComputation", subject: { kind: "edition", id: editionId }, editionId, data: { list: listKey } });
    enqueue(ctx, { kind: "ranking.computation", payload: { runId: id } });
    return id;
  });
}

/** Computes what was asked for, as whoever asked and with what that person may do now; a refusal is kept beside the run. */
export function runComputation(ctx: Ctx, input: { runId: RunId; as: (run: store.RunRecord) => Ctx }): void {
  const run = store.findRun(ctx, input.runId);
  if (!run || run.status === "done" || run.status === "failed") return;
  const { editionId, listKey } = run;
  const note = (step: RunStep): void => inTransaction(ctx, () => store.updateRun(ctx, run.id, { status: "running", step }));
  try {
    note("read");
    computeList(input.as(run), { editionId, listKey, step: note });
    inTransaction(ctx, () => store.updateRun(ctx, run.id, { status: "done", step: null, finishedAt: ctx.now }));
  } catch (error) {
    const refusal = error instanceof DomainError ? { code: error.code, params: error.params } : { code: "ranking.runBroke", params: {} };
    inTransaction(ctx, () => store.updateRun(ctx, run.id, { status: "failed", step: null, refusal, finishedAt: ctx.now }));
    // What broke belongs in the log; tried again, the job finds its run failed and ends.
    if (!(error instanceof DomainError)) throw error;
  }
}
