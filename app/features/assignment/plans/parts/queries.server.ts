import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Part, PartFacts } from "#app/features/assignment/plans/parts/rules.ts";
import { standingWhere } from "#app/features/assignment/plans/queries.server.ts";
import type { Plan, PlanId } from "#app/features/assignment/plans/types.ts";
import { reachFor, seatsFor } from "#app/features/assignment/rules.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { barringOf } from "#app/features/conflicts/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { assignmentPlans, assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";

/** A plan without its result, which of a large one takes longer to read than to write a part of it; and how many moves that has. */
export type PlanHead = Pick<Plan, "id" | "editionId" | "stage" | "status" | "digest" | "progress" | "appliedBy" | "appliedAt"> & { moves: number };

/** The caller decides what its reader may know of it. */
export const findPlanHead = (ctx: Pick<Ctx, "db">, id: PlanId): PlanHead | undefined =>
  ctx.db
    .select({
      ...{ id: assignmentPlans.id, editionId: assignmentPlans.editionId, stage: assignmentPlans.stage, status: assignmentPlans.status },
      ...{ digest: assignmentPlans.digest, progress: assignmentPlans.progress, appliedBy: assignmentPlans.appliedBy, appliedAt: assignmentPlans.appliedAt },
      moves: sql<number>`coalesce(json_array_length(${assignmentPlans.result}, '$.added') + json_array_length(${assignmentPlans.result}, '$.ended'), 0)`,
    })
    .from(assignmentPlans)
    .where(eq(assignmentPlans.id, id))
    .get();

/** How things stand now for the moves of one part. For the worker. */
export function partFacts(ctx: Ctx, { editionId, stage: key }: Pick<Plan, "editionId" | "stage">, part: Part): PartFacts {
  const stage = stageOf(getEdition(ctx, editionId).definition, key);
  const roles = seatsFor(stage);
  const ids = [...new Set([...part.ended, ...part.added].map(({ proposalId }) => proposalId))];
  const entries = ctx.db
    .select({ id: proposals.id, agencyId: proposals.agencyId })
    .from(proposals)
    .where(and(inArray(proposals.id, ids), eq(proposals.reach, reachFor(stage))))
    .all();
  return {
    seated: new Set(listSeats(ctx, editionId).flatMap(({ userId, role }) => (roles.includes(role) ? [userId] : []))),
    entries: new Map(entries.map(({ id, agencyId }) => [id, agencyId])),
    standing: standingWhere(ctx, and(eq(assignments.stage, key), inArray(assignments.proposalId, ids), isNull(assignments.endedAt))),
    isBarred: barringOf(ctx, editionId),
  };
}
