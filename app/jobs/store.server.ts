import { and, asc, eq, lt, lte, sql } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { jobs, settings } from "#db/schema/jobs.ts";

export type JobRow = typeof jobs.$inferSelect;
type Reach = Pick<Ctx, "db">;

export function insertJob(ctx: Ctx, job: { kind: string; payload: Record<string, string | number>; dedupeKey: string | null }): void {
  ctx.db
    .insert(jobs)
    .values({ id: ctx.newId("job"), ...job, status: "queued", attempts: 0, runAt: ctx.now, createdAt: ctx.now })
    .onConflictDoNothing({ target: jobs.dedupeKey })
    .run();
}

/** Takes the next due job for this worker; undefined when nothing waits. */
export function takeJob(ctx: Reach, now: number): JobRow | undefined {
  const due = and(eq(jobs.status, "queued"), lte(jobs.runAt, now));
  const next = ctx.db.select({ id: jobs.id }).from(jobs).where(due).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(1).get();
  if (!next) return undefined;
  return ctx.db
    .update(jobs)
    .set({ status: "running", attempts: sql`${jobs.attempts} + 1` })
    .where(and(eq(jobs.id, next.id), eq(jobs.status, "queued")))
    .returning()
    .get();
}

export function updateJob(ctx: Reach, id: Id<"job">, change: Partial<JobRow>): void {
  ctx.db.update(jobs).set(change).where(eq(jobs.id, id)).run();
}

/** A worker that died left its job running: it is queued again at the next start. */
export function requeueRunning(ctx: Reach): number {
  return ctx.db.update(jobs).set({ status: "queued" }).where(eq(jobs.status, "running")).run().changes;
}

export function deleteDoneJobs(ctx: Reach, before: number): void {
  ctx.db.delete(jobs).where(and(eq(jobs.status, "done"), lt(jobs.finishedAt, before))).run();
}

export function saveSetting(ctx: Reach, key: string, value: string): void {
  ctx.db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run();
}
