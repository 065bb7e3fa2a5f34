import { clockOffset, clockOffsetKey, demoFilledKey, heartbeatKey } from "#app/jobs/queries.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { jobAfterFailure } from "#app/jobs/rules.ts";
import * as store from "#app/jobs/store.server.ts";
import type { JobRow } from "#app/jobs/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/** One step of a demo's clock goes at most this far: nobody sends a shared demo to the year 9999. */
const farthestStep = 366 * 24 * 3_600_000;

/**
 * Moves the clock of a demo forward to an instant at most a year away; back is refused, since what was recorded stays recorded.
 * A demo is everybody's: whoever can see it may move it. Outside demo mode no route leads here.
 */
export function moveDemoClock(ctx: Ctx, until: number): void {
  inTransaction(ctx, () => {
    if (until <= ctx.now || until > ctx.now + farthestStep) throw new DomainError("accounts.clockForwardOnly", { kind: "conflict" });
    store.saveSetting(ctx, clockOffsetKey, String(clockOffset(ctx) + until - ctx.now));
  });
}

/** The worker's sign of life; `realNow` in UTC ms of the real clock, which readiness compares with its own. */
export function beat(ctx: Ctx, realNow: number): void {
  inTransaction(ctx, () => store.saveSetting(ctx, heartbeatKey, String(realNow)));
}

/** Queues one piece of recurring work, unless it still waits. */
export function queueRecurring(ctx: Ctx, kind: string, realNow: number): void {
  inTransaction(ctx, () => enqueue(ctx, { kind, payload: { realNow }, dedupeKey: kind }));
}

/** A worker that died left its jobs running: they are queued again. Returns how many. */
export const resumeJobs = (ctx: Ctx): number => inTransaction(ctx, () => store.requeueRunning(ctx));

/** Takes the next due job for this worker; undefined when nothing waits. */
export const takeNextJob = (ctx: Ctx): JobRow | undefined => inTransaction(ctx, () => store.takeJob(ctx, ctx.now));

/** Notes that a job is done; the same work may then be queued again. */
export function finishJob(ctx: Ctx, job: JobRow): void {
  inTransaction(ctx, () =>
    store.updateJob(ctx, job.id, { status: "done", finishedAt: ctx.now, dedupeKey: null, lastError: null }),
  );
}

/** Notes that a try failed: the job waits longer each time, and is given up at the eighth. */
export function failJob(ctx: Ctx, job: JobRow, reason: string): void {
  const next = jobAfterFailure(job.attempts, ctx.now);
  const over = next.status === "failed" ? { finishedAt: ctx.now, dedupeKey: null } : {};
  inTransaction(ctx, () => store.updateJob(ctx, job.id, { ...next, ...over, lastError: reason.slice(0, 500) }));
}

const historyMs = 7 * 24 * 3_600_000;

/** Deletes jobs done more than a week ago; failed ones stay to be looked at. */
export function sweepHistory(ctx: Ctx): void {
  inTransaction(ctx, () => store.deleteDoneJobs(ctx, ctx.now - historyMs));
}

/** Marks a database as a completely filled demo; nothing else is ever served as one. */
export function noteDemoFilled(ctx: Ctx): void {
  inTransaction(ctx, () => store.saveSetting(ctx, demoFilledKey, String(ctx.now)));
}
