import { count, eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { jobs, settings } from "#db/schema/jobs.ts";

type Reach = Pick<Ctx, "db">;

export const findSetting = (ctx: Reach, key: string): string | undefined =>
  ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get()?.value;

export const heartbeatKey = "worker.heartbeat";
/** Instant at which the demo was filled; absent in every other database. */
export const demoFilledKey = "demo.filledAt";
export const clockOffsetKey = "demo.clockOffset";

/** Milliseconds by which the demo's clock runs ahead; asked for in demo mode only. */
export const clockOffset = (ctx: Reach): number => Number(findSetting(ctx, clockOffsetKey) ?? 0);

/** Jobs waiting or failed, for readiness and the control room. */
export function countJobs(ctx: Reach): Record<string, number> {
  const rows = ctx.db.select({ status: jobs.status, n: count() }).from(jobs).groupBy(jobs.status).all();
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}
