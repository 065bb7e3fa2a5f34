import { setImmediate as breathe } from "node:timers/promises";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { failPlan, keepResult, mayUndoParts, mayWriteParts, notePhase } from "#app/features/assignment/plans/operations.server.ts";
import { findPlan, lastRules, planStatus, situationOf } from "#app/features/assignment/plans/queries.server.ts";
import { writePart } from "#app/features/assignment/plans/parts/operations.server.ts";
import { undoPart } from "#app/features/assignment/plans/undoing/operations.server.ts";
import { basisOf } from "#app/features/assignment/plans/rules.ts";
import { emptyResult } from "#app/features/assignment/plans/situation/rules.ts";
import type { Plan, PlanId, PlanResult, Situation } from "#app/features/assignment/plans/types.ts";
import { changeOfStage, stageResult } from "#app/features/assignment/plans/stage/rules.ts";
import { instanceOf, resultOf } from "#app/features/assignment/plans/whole/rules.ts";
import type { Outcome, Phase } from "#app/features/assignment/solver/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";
import { CalledOff } from "#app/lib/threads/thread.server.ts";

/** Ms between two looks whether the plan was called off. */
const lookMs = 500;

/**
 * Solves a queued plan in a thread, noting what it is at, until it is done, called off or broken down, which the plan then says. A
 * worker that died begins anew: the seed is the plan's, so the result is the same.
 */
export async function solvePlan(ctx: Ctx, payload: Record<string, string | number>): Promise<void> {
  const planId = payload.planId as PlanId;
  if (!notePhase(ctx, planId, "check")) return;
  const plan = findPlan(ctx, planId);
  if (!plan) return;
  try {
    const situation = situationOf(ctx, plan);
    const result = await resultFor(ctx, plan, situation);
    if (result) keepResult(ctx, planId, { result, basis: basisOf(situation, result) });
  } catch (error) {
    failPlan(ctx, planId);
    throw error;
  }
}

/** Writes a plan that was handed to the worker, or takes it back, part by part, with a breath in between; one that died goes on where it was. */
export async function writePlan(ctx: Ctx, payload: Record<string, string | number>): Promise<void> {
  const plan = findPlan(ctx, payload.planId as PlanId);
  if (plan?.status === "undoing" && plan.result) return await takeBack({ ...ctx, actor: actorOf(ctx, payload.by as Id<"user">) }, plan, plan.result);
  if (plan?.status !== "applying" || !plan.result) return;
  const as = { ...ctx, actor: actorOf(ctx, plan.appliedBy as Id<"user">) };
  if (!mayWriteParts(as, plan)) return;
  while (writePart(as, plan, { result: plan.result })) await breathe();
}

async function takeBack(ctx: Ctx, plan: Plan, result: PlanResult): Promise<void> {
  if (!mayUndoParts(ctx, plan)) return;
  while (undoPart(ctx, plan, { result })) await breathe();
}

/** In whose name the log holds it: whoever asked for it, whose right to do so was asked then. */
function actorOf(ctx: Ctx, userId: Id<"user">): Actor {
  const { name, email } = addressOf(ctx, userId) ?? { name: "", email: "" };
  return { userId, name, email, grants: [] };
}

/** Null when it was called off. */
async function resultFor(ctx: Ctx, plan: Plan, situation: Situation): Promise<PlanResult | null> {
  const { change } = plan;
  if (change.kind === "stage") return await stageSolved(ctx, plan, { situation, readers: change.readers });
  if (change.kind !== "fill" && change.kind !== "afresh") return null;
  const outcome = await solved(ctx, plan, instanceOf(situation, change));
  if (!outcome) return null;
  return outcome.ok ? resultOf(situation, change.kind, outcome.solution) : emptyResult(situation, outcome.shortages);
}

/** The narrowest loads under which everybody gets the readers the stage then needs. */
async function stageSolved(ctx: Ctx, plan: Plan, { situation, readers }: { situation: Situation; readers: number }): Promise<PlanResult | null> {
  const rules = lastRules(ctx, plan) ?? { expertPerEntry: false, oneSeatPerOrganisation: false };
  const change = changeOfStage(situation, readers, { rules, seed: plan.seed });
  if (!change.isShort) return stageResult(situation, change, { added: [], solved: null });
  let found: Outcome | null = null;
  for (const bounds of change.attempts) {
    found = await solved(ctx, plan, instanceOf(change.base, { kind: "fill", rules: { ...rules, ...bounds } }));
    if (!found) return null;
    if (found.ok) return stageResult(situation, change, resultOf(change.base, "fill", found.solution));
  }
  return found && !found.ok ? emptyResult(situation, found.shortages) : null;
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

