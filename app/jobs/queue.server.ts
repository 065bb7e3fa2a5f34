import { insertJob } from "#app/jobs/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type NewJob = { kind: string; payload: Record<string, string | number>; dedupeKey?: string };

/** Queues slow work in the caller's transaction: it is done only if the act is kept. A known dedupeKey is queued once. */
export function enqueue(ctx: Ctx, job: NewJob): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a job belongs to the transaction of its act");
  insertJob(ctx, { kind: job.kind, payload: job.payload, dedupeKey: job.dedupeKey ?? null });
}
