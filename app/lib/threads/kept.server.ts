import type { Worker } from "node:worker_threads";
import { DomainError } from "#app/lib/errors.ts";
import { type Asked, CalledOff, openThread, tell } from "#app/lib/threads/thread.server.ts";
import type { Job, ThreadLimits } from "#app/lib/threads/types.ts";

/** So many jobs wait that another would not be done in time. */
export class ThreadsBusy extends Error {}

/** `most` threads at a time; jobs that may wait for one, all unless said; ms after which an idle one is ended and its memory given back. */
type Limits = ThreadLimits & { most: number; waitingMost?: number; idleMs: number };

type Ask = <Answer>(job: Job, asked?: Pick<Asked, "signal" | "timeoutMs">) => Promise<Answer>;

/**
 * Threads that are opened when first needed and kept for the next job, since they have their modules loaded by then. The function
 * returned has the next free one do a job, in the order of asking. It throws what the job throws, a refusal as it was and else its
 * message; CalledOff where `signal` came before its turn (work that has begun is ended by its time alone, so that the thread stays);
 * ThreadBroke after `timeoutMs`, when memory runs out or the thread ends; ThreadsBusy. What broke once is not used again.
 */
export function keepThreads({ most, waitingMost = Infinity, idleMs, ...limits }: Limits): Ask {
  const places = placesFor(most, waitingMost);
  const { take, keep } = idleThreads(limits, idleMs);

  async function run<Answer>(job: Job, timeoutMs?: number): Promise<Answer> {
    const worker = take();
    try {
      const answer = await tell<Answer>(worker, job, { timeoutMs });
      keep(worker);
      return answer;
    } catch (error) {
      // A rule that said no broke nothing.
      if (error instanceof DomainError) keep(worker);
      else await worker.terminate();
      throw error;
    }
  }

  return async (job, { signal, timeoutMs } = {}) => {
    await places.enter();
    try {
      if (signal?.aborted) throw new CalledOff("called off");
      return await run(job, timeoutMs);
    } finally {
      places.leave();
    }
  };
}

/** Lets `most` in at a time, the others in the order of coming. */
function placesFor(most: number, waitingMost: number): { enter: () => Promise<void>; leave: () => void } {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    enter: async () => {
      if (taken < most) return void (taken += 1);
      if (waiting.length >= waitingMost) throw new ThreadsBusy("too many wait for a thread");
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    // Whoever is next takes over the place.
    leave: () => {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    },
  };
}

/** Threads without work: none keeps the process from ending. */
function idleThreads(limits: ThreadLimits, idleMs: number): { take: () => Worker; keep: (worker: Worker) => void } {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const forget = (worker: Worker): void => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
  };
  const open = (): Worker => {
    const worker = openThread(limits);
    return worker.on("exit", () => forget(worker));
  };
  return {
    take: () => {
      const worker = [...idle.keys()].at(-1);
      if (!worker) return open();
      forget(worker);
      worker.ref();
      return worker;
    },
    keep: (worker) => {
      worker.unref();
      const timer = setTimeout(() => {
        forget(worker);
        void worker.terminate();
      }, idleMs);
      idle.set(worker, timer.unref());
    },
  };
}
