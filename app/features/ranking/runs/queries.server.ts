import { and, desc, eq } from "drizzle-orm";
import type { EditionId } from "#app/features/competitions/types.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import type { RunRefusal, RunStatus, RunStep } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rankingRuns } from "#db/schema/ranking.ts";

export type RunView = { status: RunStatus; step: RunStep | null; askedAt: number; refusal: RunRefusal | null };

/** The computation of a list that was asked for last; none for whoever may not read its lists. */
export function findLastRun(ctx: Ctx, key: { editionId: EditionId; listKey: string }): RunView | null {
  if (!mayReadLists(ctx.actor, key.editionId)) return null;
  const row = ctx.db
    .select({ status: rankingRuns.status, step: rankingRuns.step, askedAt: rankingRuns.askedAt, refusal: rankingRuns.refusal })
    .from(rankingRuns)
    .where(and(eq(rankingRuns.editionId, key.editionId), eq(rankingRuns.listKey, key.listKey)))
    .orderBy(desc(rankingRuns.askedAt), desc(rankingRuns.id))
    .limit(1)
    .get();
  return row ? { ...row, step: row.step as RunStep | null } : null;
}
