import { eq } from "drizzle-orm";
import type { RunId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rankingRuns } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;
export type RunRecord = typeof rankingRuns.$inferSelect;

export function insertRun(ctx: Reach, run: RunRecord): void {
  ctx.db.insert(rankingRuns).values(run).run();
}

export function updateRun(ctx: Reach, id: RunId, change: Partial<RunRecord>): void {
  ctx.db.update(rankingRuns).set(change).where(eq(rankingRuns.id, id)).run();
}

export const findRun = (ctx: Reach, id: RunId): RunRecord | undefined => ctx.db.select().from(rankingRuns).where(eq(rankingRuns.id, id)).get();
