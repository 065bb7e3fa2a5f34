import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Plan, PlanId, PlanStatus } from "#app/features/assignment/plans/types.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { assignmentPlans, assignments, readerTargets, stageReaders } from "#db/schema/assignment.ts";

type Reach = Pick<Ctx, "db">;

export function insertPlan(ctx: Reach, plan: Plan): void {
  ctx.db.insert(assignmentPlans).values(plan).run();
}

/** How far a plan is written, without the plan. */
export const loadProgress = (ctx: Reach, id: PlanId): Pick<Plan, "status" | "progress"> | undefined =>
  ctx.db.select({ status: assignmentPlans.status, progress: assignmentPlans.progress }).from(assignmentPlans).where(eq(assignmentPlans.id, id)).get();

/** True when the plan still had the status it was loaded with. */
export function updatePlan(ctx: Reach, at: { id: PlanId; status: PlanStatus }, change: Partial<Plan>): boolean {
  const found = and(eq(assignmentPlans.id, at.id), eq(assignmentPlans.status, at.status));
  return ctx.db.update(assignmentPlans).set(change).where(found).run().changes === 1;
}

/** Rows a statement: well below SQLite's limit of bound values. */
const batch = 400;

/** Ends readings that stand; says how many did. */
export function endAll(ctx: Reach & Pick<Ctx, "now">, ids: readonly AssignmentId[], reason: string): number {
  let ended = 0;
  for (let from = 0; from < ids.length; from += batch) {
    const some = and(inArray(assignments.id, ids.slice(from, from + batch)), isNull(assignments.endedAt));
    ended += ctx.db.update(assignments).set({ endedAt: ctx.now, endReason: reason }).where(some).run().changes;
  }
  return ended;
}

/** Lets readings stand again that ended at an instant. Refuses `assignment.alreadyAssigned` where the pair stands anew. */
export function restoreAll(ctx: Reach, ids: readonly AssignmentId[], endedAt: number): number {
  let restored = 0;
  try {
    for (let from = 0; from < ids.length; from += batch) {
      const some = and(inArray(assignments.id, ids.slice(from, from + batch)), eq(assignments.endedAt, endedAt));
      restored += ctx.db.update(assignments).set({ endedAt: null, endReason: null }).where(some).run().changes;
    }
  } catch (error) {
    if (isUniqueViolation(error, "assignments.stage")) throw new DomainError("assignment.alreadyAssigned", { kind: "conflict" });
    throw error;
  }
  return restored;
}

type Target = { editionId: Id<"edition">; stage: string; proposalId: Id<"proposal"> };

/** Sets how many readers an entry needs; null = what the stage says. */
export function saveTarget(ctx: Reach, at: Target, readers: number | null): void {
  const one = and(eq(readerTargets.editionId, at.editionId), eq(readerTargets.stage, at.stage), eq(readerTargets.proposalId, at.proposalId));
  if (readers === null) ctx.db.delete(readerTargets).where(one).run();
  else {
    const target = [readerTargets.editionId, readerTargets.stage, readerTargets.proposalId];
    ctx.db.insert(readerTargets).values({ ...at, readers }).onConflictDoUpdate({ target, set: { readers } }).run();
  }
}

/** Sets how many readers a stage needs; null = what its rules say. */
export function saveStageReaders(ctx: Reach, at: Pick<Target, "editionId" | "stage">, readers: number | null): void {
  const one = and(eq(stageReaders.editionId, at.editionId), eq(stageReaders.stage, at.stage));
  if (readers === null) ctx.db.delete(stageReaders).where(one).run();
  else {
    const { editionId, stage } = at;
    ctx.db.insert(stageReaders).values({ editionId, stage, readers }).onConflictDoUpdate({ target: [stageReaders.editionId, stageReaders.stage], set: { readers } }).run();
  }
}
