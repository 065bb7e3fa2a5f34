import { mayAssign, mayReadAssignments } from "#app/features/assignment/policy.ts";
import { findPlan, lastRules, situationOf } from "#app/features/assignment/plans/queries.server.ts";
import { basisOf, isSolvedByWorker, requireStep, workOut } from "#app/features/assignment/plans/rules.ts";
import * as store from "#app/features/assignment/plans/store.server.ts";
import { findPlanHead } from "#app/features/assignment/plans/parts/queries.server.ts";
import { beginParts, refuseParts } from "#app/features/assignment/plans/parts/operations.server.ts";
import { partsFrom } from "#app/features/assignment/plans/parts/rules.ts";
import { beginUndoing, bringNeedsBack, refuseUndoing, tellTakenBack } from "#app/features/assignment/plans/undoing/operations.server.ts";
import { undoBlock } from "#app/features/assignment/plans/undoing/rules.ts";
import { keepPlan, recordPlan, seedFor } from "#app/features/assignment/plans/applying/operations.server.ts";
import type { Plan, PlanChange, PlanId, PlanResult, PlanStatus } from "#app/features/assignment/plans/types.ts";
import { checkHandingOut } from "#app/features/assignment/rules.ts";
import type { Phase } from "#app/features/assignment/solver/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { inTransaction } from "#db/client.server.ts";

const hashOf = (value: unknown): string => sha256Hex(canonicalJson(value as never));

/**
 * Works out a change of who reads what, to be looked at before it is applied: at once where it touches few entries, by the worker
 * where the whole stage is solved. Nothing else is written; its seed is in the log before its result is known. Organiser only.
 * Refuses a stage that is no open desk, and what `workOut` refuses.
 */
export function makePlan(ctx: Ctx, input: { editionId: Id<"edition">; stage: string; change: PlanChange; reason: string }): PlanId {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    authorize(mayAssign(ctx.actor, edition.id));
    checkHandingOut(edition.definition, input.stage, ctx.now);
    const plan = draftOf(ctx, { ...input, cause: "organiser", seed: seedFor(ctx) });
    if (isSolvedByWorker(plan.change)) {
      store.insertPlan(ctx, plan);
      enqueue(ctx, { kind: "assignment.plan", payload: { planId: plan.id }, dedupeKey: `assignment.plan:${plan.id}` });
    } else store.insertPlan(ctx, { ...plan, ...outcomeOf(ctx, plan), status: "ready", finishedAt: ctx.now });
    recordPlan(ctx, plan, "assignment.plan", { kind: plan.change.kind, seed: plan.seed, reason: plan.reason });
    return plan.id;
  });
}

export type NewPlan = Pick<Plan, "editionId" | "stage" | "change" | "cause" | "reason" | "seed">;

function draftOf(ctx: Ctx, given: NewPlan): Plan {
  const later = { phase: null, result: null, basis: null, digest: null, finishedAt: null, appliedBy: null, appliedAt: null, undoneAt: null, progress: null, refusal: null };
  const by = { createdBy: (ctx.actor as Actor).userId, createdAt: ctx.now };
  return { id: ctx.newId("assignmentPlan"), ...given, status: "queued", ...later, ...by };
}

function outcomeOf(ctx: Ctx, plan: Plan): Pick<Plan, "result" | "basis" | "digest"> {
  const situation = situationOf(ctx, plan);
  const result = workOut(situation, plan.change, { rules: lastRules(ctx, plan) ?? { expertPerEntry: false, oneSeatPerOrganisation: false }, seed: plan.seed });
  return { result, basis: hashOf(basisOf(situation, result)), digest: hashOf(result) };
}

function loadPlan(ctx: Ctx, id: PlanId): Plan {
  const plan = findPlan(ctx, id);
  if (!plan || !mayReadAssignments(ctx.actor, plan.editionId)) throw notFound("assignment.planUnknown");
  authorize(mayAssign(ctx.actor, plan.editionId));
  return plan;
}

function step(ctx: Ctx, plan: Plan, status: PlanStatus, change: Partial<Plan> = {}): void {
  requireStep(plan.status, status);
  if (!store.updatePlan(ctx, plan, { ...change, status })) throw new DomainError("assignment.planMovedOn", { kind: "conflict" });
}

/** Whether a plan is the one that was looked at, and everything it rests on is as it was. */
const isFresh = (ctx: Ctx, plan: Plan, digest: string): boolean =>
  digest === plan.digest && hashOf(plan.result) === plan.digest && hashOf(basisOf(situationOf(ctx, plan), plan.result as PlanResult)) === plan.basis;

/**
 * Does what a plan says, all of it or nothing: readings begin and end, needs change, readers are told. One of thousands of moves is
 * handed to the worker, which writes it a part at a time (`parts/`); null then. Organiser only. Refuses a plan that is not ready
 * (`assignment.planMovedOn`), a digest other than the one that was looked at, and anything the preview rests on having changed
 * (`assignment.stalePreview`; of a plan for the worker it stands beside the plan). A locked reading never ends.
 */
export function applyPlan(ctx: Ctx, input: { planId: PlanId; digest: string }): { assigned: number; ended: number } | null {
  return inTransaction(ctx, () => {
    const head = findPlanHead(ctx, input.planId);
    if (!head || !mayReadAssignments(ctx.actor, head.editionId)) throw notFound("assignment.planUnknown");
    authorize(mayAssign(ctx.actor, head.editionId));
    requireStep(head.status, "applying");
    checkHandingOut(getEdition(ctx, head.editionId).definition, head.stage, ctx.now);
    if (head.moves >= partsFrom) {
      beginParts(ctx, head, input.digest);
      return null;
    }
    const plan = loadPlan(ctx, input.planId);
    const result = plan.result as PlanResult;
    if (!isFresh(ctx, plan, input.digest)) throw new DomainError("assignment.stalePreview", { kind: "conflict" });
    step(ctx, plan, "applied", { appliedAt: ctx.now, appliedBy: (ctx.actor as Actor).userId });
    keepPlan(ctx, plan, result);
    return { assigned: result.added.length, ended: result.ended.length };
  });
}

/** For the worker, of a plan it has been handed: refuses one that has become stale before its first part, else says it may be written. */
export function mayWriteParts(ctx: Ctx, plan: Plan): boolean {
  if ((plan.progress?.done ?? 0) > 0 || isFresh(ctx, plan, plan.digest ?? "")) return true;
  refuseParts(ctx, plan, "assignment.stalePreview");
  return false;
}

/**
 * Takes an applied plan back: its readings end, those it ended stand again, needs are what they were. One of thousands of moves is
 * handed to the worker (`undoing/`); false then. Organiser only, while the stage takes readings, all of its readings stand
 * (`assignment.changedSince`), nobody has begun one (`assignment.begunSince`) and no conflict has come up with one that would stand
 * again (`assignment.inConflict`); of a plan for the worker these stand beside the plan.
 */
export function undoPlan(ctx: Ctx, input: { planId: PlanId }): boolean {
  return inTransaction(ctx, () => {
    const head = findPlanHead(ctx, input.planId);
    if (!head || !mayReadAssignments(ctx.actor, head.editionId)) throw notFound("assignment.planUnknown");
    authorize(mayAssign(ctx.actor, head.editionId));
    requireStep(head.status, "undone");
    checkHandingOut(getEdition(ctx, head.editionId).definition, head.stage, ctx.now);
    if (head.moves >= partsFrom) beginUndoing(ctx, head);
    else undoAtOnce(ctx, loadPlan(ctx, input.planId));
    return head.moves < partsFrom;
  });
}

function undoAtOnce(ctx: Ctx, plan: Plan): void {
  const result = plan.result as PlanResult;
  const { given, block } = undoBlock(result, situationOf(ctx, plan));
  if (block) throw new DomainError(block.code, { kind: "conflict", ...("count" in block ? { params: { count: block.count } } : {}) });
  step(ctx, plan, "undone", { undoneAt: ctx.now });
  store.endAll(ctx, given.map(({ id }) => id), plan.reason);
  const restored = store.restoreAll(ctx, result.ended.map(({ id }) => id), plan.appliedAt as number);
  bringNeedsBack(ctx, plan, result);
  recordPlan(ctx, plan, "assignment.undo", { ended: given.length, restored, sha256: plan.digest });
  tellTakenBack(ctx, plan, { again: result.ended, ends: given });
}

/** For the worker, of a plan it is to take back: refuses one that cannot be before its first part, else says it may be. */
export function mayUndoParts(ctx: Ctx, plan: Plan): boolean {
  if ((plan.progress?.done ?? 0) > 0) return true;
  const { block } = undoBlock(plan.result as PlanResult, situationOf(ctx, plan));
  // A conflict that has come up since is a change since, in words that need no number.
  if (block) refuseUndoing(ctx, plan, block.code === "assignment.begunSince" ? block.code : "assignment.changedSince");
  return block === null;
}

/** Stops the worker at a plan it has not finished. Organiser only; refuses one that has moved on (`assignment.planMovedOn`). */
export function cancelPlan(ctx: Ctx, input: { planId: PlanId }): void {
  inTransaction(ctx, () => {
    const plan = loadPlan(ctx, input.planId);
    step(ctx, plan, "cancelled", { finishedAt: ctx.now, phase: null });
    recordPlan(ctx, plan, "assignment.cancel", {});
  });
}

/** Lays a preview aside. Organiser only; refuses one that has moved on (`assignment.planMovedOn`). */
export function discardPlan(ctx: Ctx, input: { planId: PlanId }): void {
  inTransaction(ctx, () => {
    const plan = loadPlan(ctx, input.planId);
    step(ctx, plan, "discarded");
    recordPlan(ctx, plan, "assignment.discard", {});
  });
}

/** For the worker: notes what it is at; false when the plan was called off meanwhile. */
export function notePhase(ctx: Ctx, planId: PlanId, phase: Phase): boolean {
  return inTransaction(ctx, () => {
    const plan = findPlan(ctx, planId);
    if (!plan || (plan.status !== "queued" && plan.status !== "running")) return false;
    return store.updatePlan(ctx, plan, { status: "running", phase });
  });
}

/**
 * For the worker, when solving broke down: the plan has failed and says so, instead of being at it for ever. Another one may be made;
 * what broke is in the worker's own record.
 */
export function failPlan(ctx: Ctx, planId: PlanId): void {
  inTransaction(ctx, () => {
    const plan = findPlan(ctx, planId);
    if (!plan || (plan.status !== "queued" && plan.status !== "running")) return;
    store.updatePlan(ctx, plan, { status: "failed", phase: null, refusal: "assignment.solvingBroke", finishedAt: ctx.now });
    recordPlan(ctx, plan, "assignment.broke", {});
  });
}

/**
 * For the worker: keeps what was found, or why nothing could be. A plan that was called off stays called off; the digest of the
 * result goes into the log.
 */
export function keepResult(ctx: Ctx, planId: PlanId, found: { result: PlanResult; basis: ReturnType<typeof basisOf> }): void {
  // Of a whole stage both are long: they are hashed before the database is locked.
  const [digest, basis] = [hashOf(found.result), hashOf(found.basis)];
  inTransaction(ctx, () => {
    const plan = findPlan(ctx, planId);
    if (plan?.status !== "running") return;
    const status = found.result.shortages.length > 0 ? "failed" : "ready";
    store.updatePlan(ctx, plan, { status, phase: null, result: found.result, basis, digest, finishedAt: ctx.now });
    recordAudit(ctx, { action: "assignment.planned", subject: { kind: "assignmentPlan", id: plan.id }, editionId: plan.editionId, data: { stage: plan.stage, status, sha256: digest } });
  });
}
