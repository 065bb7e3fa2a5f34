import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { DomainError } from "#app/lib/errors.ts";
import type { Failed, Job, Said } from "#app/lib/threads/types.ts";

/** The work was called off before it ended. */
export class CalledOff extends Error {}

/**
 * Runs a function of a module, named by its path below the project, in a thread of its own, so that minutes of computing stop
 * nothing else; `signal` ends it at once. Throws what the function throws, a refusal as it was and else its message, and CalledOff.
 */
export function runInThread<Answer>(job: Job, given: { signal: AbortSignal; onProgress: (value: unknown) => void }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = openThread(standing(job));
    const end = (settle: () => void): void => {
      given.signal.removeEventListener("abort", callOff);
      void worker.terminate();
      settle();
    };
    const callOff = (): void => end(() => reject(new CalledOff("called off")));
    worker.on("message", (said: Said) => {
      if (said.kind === "progress") given.onProgress(said.value);
      else if (said.kind === "answer") end(() => resolve(said.value as Answer));
      else end(() => reject(errorOf(said)));
    });
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", () => end(() => reject(new Error("the thread ended without an answer"))));
    given.signal.addEventListener("abort", callOff);
    if (given.signal.aborted) callOff();
  });
}

/** A thread for one piece of work, or (null) to be told its work by messages. */
export const openThread = (job: Job | null): Worker => new Worker(join(projectFolder(), "app/lib/threads/start.mjs"), { workerData: job });

/** The job with the place of its module on this machine. */
export const standing = (job: Job): Job => ({ ...job, module: join(projectFolder(), job.module) });

export const errorOf = ({ reason, refusal }: Failed): Error => (refusal ? new DomainError(refusal.code, refusal) : new Error(reason));

/** The files stand beside this source, but not beside its build. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "app/lib/threads/start.mjs")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
