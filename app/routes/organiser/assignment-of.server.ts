import { mayAssign, mayReadAssignments } from "#app/features/assignment/policy.ts";
import { findPlanHead } from "#app/features/assignment/plans/parts/queries.server.ts";
import { getPlanPage } from "#app/features/assignment/plans/queries.server.ts";
import type { PlanPage } from "#app/features/assignment/plans/page/types.ts";
import type { PlanId } from "#app/features/assignment/plans/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import type { SignedInCtx } from "#app/request.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** The edition of the address for whoever follows its readings; 404 for others. */
export function readEdition(ctx: SignedInCtx, params: Params): Edition {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayReadAssignments(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return getEdition(ctx, editionId);
}

/** The edition of the address for whoever assigns in it; 404 for others. */
export function assignedEdition(ctx: SignedInCtx, params: Params): Edition {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayAssign(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return getEdition(ctx, editionId);
}

/** The ids of an address below an edition, for an act that looks at the plan itself; 404 for whoever may not follow the readings. */
export function planAddress(ctx: SignedInCtx, params: Params): { editionId: Edition["id"]; planId: PlanId } {
  const [editionId, planId] = [parseId("edition", params.editionId), parseId("assignmentPlan", params.planId)];
  if (!editionId || !planId || !mayReadAssignments(ctx.actor, editionId) || findPlanHead(ctx, planId)?.editionId !== editionId) throw notFound("assignment.planUnknown");
  return { editionId, planId };
}

export const planPageSize = 50;

/** The plan of the address, a page of its moves, for whoever follows the readings; 404 for others and in another edition. */
export function planOf(ctx: SignedInCtx, params: Params, page = 1): { edition: Edition; plan: PlanPage } {
  const { editionId, planId } = planAddress(ctx, params);
  const plan = getPlanPage(ctx, planId, { limit: planPageSize, offset: (page - 1) * planPageSize });
  return { edition: getEdition(ctx, editionId), plan };
}
