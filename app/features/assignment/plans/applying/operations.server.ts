import { tellAssessors, tellEnded } from "#app/features/assignment/telling/operations.server.ts";
import * as planStore from "#app/features/assignment/plans/store.server.ts";
import type { Plan, PlanResult } from "#app/features/assignment/plans/types.ts";
import * as store from "#app/features/assignment/store.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import type { Json } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";

/** A seed nobody knows before it is drawn. */
export const seedFor = (ctx: Pick<Ctx, "random">): number => Math.floor(ctx.random() * 0x100000000);

/** Writes the readings and needs of a plan within the transaction of an operation that has been authorised; tells the readers. */
export function keepPlan(ctx: Ctx, plan: Plan, result: PlanResult): void {
  const ended = planStore.endAll(ctx, result.ended.map(({ id }) => id), plan.reason);
  if (ended !== result.ended.length) throw new DomainError("assignment.stalePreview", { kind: "conflict" });
  store.insertAssignments(
    ctx,
    result.added.map(({ proposalId, userId }) => ({ id: ctx.newId("assignment"), editionId: plan.editionId, stage: plan.stage, proposalId, userId, assignedAt: ctx.now })),
  );
  const needs = keepNeeds(ctx, plan, result);
  recordPlan(ctx, plan, "assignment.apply", { kind: plan.change.kind, cause: plan.cause, reason: plan.reason, added: result.added.length, ended, ...needs, seed: plan.seed, sha256: plan.digest });
  tellReaders(ctx, plan, result);
}

/** Writes how many readers entries and the stage need from now on, and says it for the log. */
export function keepNeeds(ctx: Ctx, plan: Plan, { targets, stageReaders: readers }: PlanResult): Record<string, Json> {
  for (const { proposalId, after } of targets) planStore.saveTarget(ctx, { editionId: plan.editionId, stage: plan.stage, proposalId }, after);
  if (readers) planStore.saveStageReaders(ctx, plan, readers.after);
  return { targets: targets.map(({ proposalId, before, after }) => [proposalId, before, after]), readers: readers ? [readers.before, readers.after] : null };
}

/** Tells everybody to whom readings came or from whom they went. */
export function tellReaders(ctx: Ctx, plan: Plan, { added, ended }: PlanResult): void {
  const edition = getEdition(ctx, plan.editionId);
  const stage = stageOf(edition.definition, plan.stage);
  tellAssessors(ctx, edition, stage, added);
  tellEnded(ctx, edition, stage, ended);
}

export function recordPlan(ctx: Ctx, plan: Pick<Plan, "id" | "editionId" | "stage">, action: string, data: Record<string, Json>): void {
  recordAudit(ctx, { action, subject: { kind: "assignmentPlan", id: plan.id }, editionId: plan.editionId, data: { stage: plan.stage, ...data } });
}
