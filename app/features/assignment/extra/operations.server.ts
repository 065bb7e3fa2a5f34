import { digestOf, extraResult, type ExtraWanted, rulesFor } from "#app/features/assignment/extra/queries.server.ts";
import { keepPlan, seedFor } from "#app/features/assignment/plans/applying/operations.server.ts";
import { situationOf } from "#app/features/assignment/plans/queries.server.ts";
import { workOut } from "#app/features/assignment/plans/rules.ts";
import * as planStore from "#app/features/assignment/plans/store.server.ts";
import type { Plan, PlanCause, PlanResult } from "#app/features/assignment/plans/types.ts";
import { mayAssign } from "#app/features/assignment/policy.ts";
import { checkHandingOut } from "#app/features/assignment/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Gives entries more readers as the preview showed, and raises what each needs, so that a recusal is filled again. Organiser
 * only. Refuses another digest than the preview's (`assignment.stalePreview`) and a stage that is no open desk. Kept as an
 * applied plan: it can be taken back like any other.
 */
export function addExtraReaders(
  ctx: Ctx,
  input: ExtraWanted & { digest: string; cause: PlanCause; reason: string },
): { assigned: number } {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    authorize(mayAssign(ctx.actor, edition.id));
    checkHandingOut(edition.definition, input.stage, ctx.now);
    const result = extraResult(ctx, input);
    if (digestOf(result) !== input.digest) throw new DomainError("assignment.stalePreview", { kind: "conflict" });
    keep(ctx, input, result);
    return { assigned: result.added.length };
  });
}

/**
 * One more reader of an entry at once, inside the transaction of an act that has been authorised, as when two locked sheets
 * diverge; null where nobody may. Refuses `assignment.notAnEntry`.
 */
export function callAnotherReader(
  ctx: Ctx,
  input: { editionId: Id<"edition">; stage: string; proposalId: Id<"proposal">; reason: string },
): { userId: Id<"user"> | null } {
  return inTransaction(ctx, () => {
    const wanted = { editionId: input.editionId, stage: input.stage, wants: [{ proposalId: input.proposalId, more: 1 }], seed: seedFor(ctx) };
    const result = extraResult(ctx, wanted);
    if (result.added.length === 0) return { userId: null };
    keep(ctx, { ...wanted, cause: "divergence", reason: input.reason }, result);
    return { userId: result.added[0]?.userId ?? null };
  });
}

/**
 * Another reader for an entry that has just lost one, at once inside the transaction that ended the reading; nothing else moves.
 * Null where nobody may read it, or it is no longer read at this stage: it then waits among the entries that lack readers.
 */
export function callReplacement(
  ctx: Ctx,
  input: { editionId: Id<"edition">; stage: string; proposalId: Id<"proposal">; reason: string },
): { userId: Id<"user"> | null } {
  return inTransaction(ctx, () => {
    const { editionId, stage, proposalId, reason } = input;
    const change = { kind: "refill" as const, proposalId };
    const situation = situationOf(ctx, input);
    if (!situation.entries.some(({ id }) => id === proposalId)) return { userId: null };
    const seed = seedFor(ctx);
    const result = workOut(situation, change, { rules: rulesFor(ctx, input), seed });
    if (result.added.length === 0) return { userId: null };
    keepChange(ctx, { editionId, stage, seed, change, cause: "recusal", reason }, result);
    return { userId: result.added[0]?.userId ?? null };
  });
}

type Kept = ExtraWanted & { cause: PlanCause; reason: string };

const keep = (ctx: Ctx, { wants, ...given }: Kept, result: PlanResult): void => keepChange(ctx, { ...given, change: { kind: "more", wants } }, result);

type Change = Pick<Plan, "editionId" | "stage" | "seed" | "change" | "cause" | "reason">;

function keepChange(ctx: Ctx, { editionId, stage, seed, change, cause, reason }: Change, result: PlanResult): void {
  const actor = ctx.actor as Actor;
  const plan: Plan = {
    id: ctx.newId("assignmentPlan"),
    ...{ editionId, stage, seed, change, cause, reason },
    status: "applied",
    phase: null,
    result,
    basis: null,
    digest: digestOf(result),
    ...{ createdBy: actor.userId, createdAt: ctx.now, finishedAt: ctx.now, appliedBy: actor.userId, appliedAt: ctx.now, undoneAt: null, progress: null, refusal: null },
  };
  planStore.insertPlan(ctx, plan);
  keepPlan(ctx, plan, result);
}
