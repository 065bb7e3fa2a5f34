import { addressOf } from "#app/features/accounts/queries.server.ts";
import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { listSeatGrants } from "#app/features/competitions/queries.server.ts";
import { runComputation } from "#app/features/ranking/runs/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { type Id, parseId } from "#app/lib/ids.ts";

/** One computation; with 3,156 entries, 80 assessors and 3 readings it takes a few seconds. */
export function computeAsked(ctx: Ctx, payload: Record<string, string | number>): void {
  const runId = parseId("run", String(payload.runId));
  if (runId) runComputation(ctx, { runId, as: ({ askedBy }) => actingFor(ctx, askedBy) });
}

function actingFor(ctx: Ctx, userId: Id<"user">): Ctx {
  const { name, email } = addressOf(ctx, userId) ?? { name: "", email: "" };
  return { ...ctx, actor: { userId, name, email, grants: [...listSeatGrants(ctx, userId), ...listAgencyGrants(ctx, userId)] } };
}
