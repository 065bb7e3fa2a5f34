import { mayReceiveLetter } from "#app/acts/receive-letter.server.ts";
import { allowance } from "#app/features/notifications/delivery/rules.ts";
import { type SendMail, sendDueLetters } from "#app/features/notifications/jobs.server.ts";
import { beat, failJob, finishJob, queueRecurring, resumeJobs, takeNextJob } from "#app/jobs/operations.server.ts";
import type { Handlers } from "#app/jobs/registry.ts";
import { dueKinds } from "#app/jobs/schedule.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Log } from "#app/lib/log.server.ts";
import { writeBack } from "#db/client.server.ts";

export type WorkerParts = {
  /** A fresh context with the present instant. */
  clock: () => Ctx;
  /** UTC ms of the real clock, which a demo does not move. */
  realNow: () => number;
  handlers: Handlers;
  /** null: letters wait until a mail server is configured. */
  send: SendMail | null;
  /** Most letters handed over in any minute of the real clock. */
  lettersAMinute: number;
  log: Log;
};

/** Ms between two looks when nothing was to do, and between two signs of life. */
const idleMs = 1_000;
const beatMs = 5_000;
/** Letters sent before the worker looks at jobs again. */
const lettersATurn = 5;

/** Works until stopped. `stop` finishes the job or letter in hand and resolves when the worker is still. */
export function startWorker(parts: WorkerParts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const turn = makeTurn(parts);
  const still = (async () => {
    parts.log.info({ resumed: resumeJobs(parts.clock()), mail: parts.send !== null }, "worker started");
    while (!stopping.signal.aborted) {
      const busy = await turn().catch((error: unknown) => {
        // A locked database or a full disk passes: the worker waits and looks again.
        parts.log.error({ err: error }, "worker turn failed");
        return false;
      });
      if (!busy) await rest(stopping.signal);
    }
    parts.log.info("worker stopped");
  })();
  return {
    stop: () => {
      stopping.abort();
      return still;
    },
  };
}

/** One round: sign of life and the journal brought back, recurring work, one job, a few letters. Resolves true when there was something to do. */
function makeTurn(parts: WorkerParts): () => Promise<boolean> {
  const post = makePost(parts);
  const queuedAt = new Map<string, number>();
  let beatenAt = -Infinity;
  return async () => {
    const now = parts.realNow();
    if (now - beatenAt >= beatMs) {
      beat(parts.clock(), now);
      writeBack(parts.clock());
      beatenAt = now;
    }
    for (const kind of dueKinds(queuedAt, now)) {
      queueRecurring(parts.clock(), kind, now);
      queuedAt.set(kind, now);
    }
    const worked = await workOnce(parts);
    const letters = await post();
    return worked || letters > 0;
  };
}

/** Sends a few letters a turn, and never more a minute than the mail server is to be troubled with. */
function makePost({ clock, realNow, send, lettersAMinute }: WorkerParts): () => Promise<number> {
  let left: number[] = [];
  return async () => {
    if (!send) return 0;
    const now = realNow();
    left = left.filter((at) => at > now - 60_000);
    const letters = await sendDueLetters({ clock, send, mayReceive: mayReceiveLetter }, Math.min(lettersATurn, allowance(left, lettersAMinute, now)));
    left.push(...Array.from({ length: letters }, () => now));
    return letters;
  };
}

/** Does the next due job, if any; a job that throws is tried again later. */
export async function workOnce({ clock, handlers, log }: Pick<WorkerParts, "clock" | "handlers" | "log">): Promise<boolean> {
  const job = takeNextJob(clock());
  if (!job) return false;
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
    await handler(clock(), job.payload);
    finishJob(clock(), job);
  } catch (error) {
    log.warn({ err: error, job: job.id, kind: job.kind, attempts: job.attempts }, "job failed");
    failJob(clock(), job, error instanceof Error ? error.message : String(error));
  }
  return true;
}

/** Resolves after the pause, or at once when the worker is asked to stop. */
function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, idleMs);
    signal.addEventListener("abort", wake);
  });
}
