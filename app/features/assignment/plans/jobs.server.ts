import { keepResult, notePhase } from "#app/features/assignment/plans/operations.server.ts";
import { findPlan, planStatus, situationOf } from "#app/features/assignment/plans/queries.server.ts";
import { basisOf } from "#app/features/assignment/plans/rules.ts";
import { emptyResult } from "#app/features/assignment/plans/situation/rules.ts";
import type { Plan, PlanId } from "#app/features/assignment/plans/types.ts";
import { instanceOf, resultOf } from "#app/features/assignment/plans/whole/rules.ts";
import type { Outcome, Phase } from "#app/features/assignment/solver/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { CalledOff, runInThread } from "#app/lib/threads/run.server.ts";

/** Ms between two looks whether the plan was called off. */
const lookMs = 500;

/**
 * Solves a queued plan in a thread, noting what it is at, until it is done or called off. A worker that died begins anew: the
 * seed is the plan's, so the result is the same.
 */
export async function solvePlan(ctx: Ctx, payload: Record<string, string | number>): Promise<void> {
  const planId = payload.planId as PlanId;
  if (!notePhase(ctx, planId, "check")) return;
  const plan = findPlan(ctx, planId);
  if (!plan || (plan.change.kind !== "fill" && plan.change.kind !== "afresh")) return;
  const situation = situationOf(ctx, plan);
  const outcome = await solved(ctx, plan, instanceOf(situation, plan.change));
  if (!outcome) return;
  const result = outcome.ok ? resultOf(situation, plan.change.kind, outcome.solution) : emptyResult(situation, outcome.shortages);
  keepResult(ctx, planId, { result, basis: basisOf(situation, result) });
}

async function solved(ctx: Ctx, { id, seed }: Plan, instance: ReturnType<typeof instanceOf>): Promise<Outcome | null> {
  const off = new AbortController();
  const look = setInterval(() => {
    if (planStatus(ctx, id) !== "running") off.abort();
  }, lookMs);
  try {
    const job = { module: "app/features/assignment/solver/jobs.server.ts", name: "solveInstance", input: { instance, seed } };
    return await runInThread<Outcome>(job, { signal: off.signal, onProgress: (phase) => void notePhase(ctx, id, phase as Phase) });
  } catch (error) {
    if (error instanceof CalledOff) return null;
    throw error;
  } finally {
    clearInterval(look);
  }
}

