import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { DomainError } from "#app/lib/errors.ts";
import type { Failed, Job, Said, ThreadLimits } from "#app/lib/threads/types.ts";

/** The work was called off before it ended. */
export class CalledOff extends Error {}
/** A thread was late, asked for too much memory or ended without an answer. */
export class ThreadBroke extends Error {}

/** A thread that waits for jobs. */
export function openThread({ memoryMb, silent = false }: ThreadLimits = {}): Worker {
  const resourceLimits = memoryMb === undefined ? {} : { maxOldGenerationSizeMb: memoryMb };
  const worker = new Worker(join(projectFolder(), "app/lib/threads/start.mjs"), { stdout: silent, stderr: silent, resourceLimits });
  // A thread may still complain while it ends; an error without a listener would end the process.
  return worker.on("error", () => undefined);
}

export type Asked = { signal?: AbortSignal; timeoutMs?: number; onProgress?: (value: unknown) => void };

/**
 * Has a thread do one job. Throws what the job throws, a refusal as it was and else its message; CalledOff when `signal` comes first,
 * and ThreadBroke when the thread is later than `timeoutMs` or ends: after either it may be in the middle of something, and the caller
 * ends it.
 */
export function tell<Answer>(worker: Worker, job: Job, { signal, timeoutMs, onProgress }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const heard = (said: Said): void => {
      if (said.kind === "progress") onProgress?.(said.value);
      else if (said.kind === "answer") end(() => resolve(said.value as Answer));
      else end(() => reject(errorOf(said)));
    };
    const broke = (error: Error): void => end(() => reject(new ThreadBroke(error.message)));
    const ended = (): void => end(() => reject(new ThreadBroke("the thread ended without an answer")));
    const callOff = (): void => end(() => reject(new CalledOff("called off")));
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => end(() => reject(new ThreadBroke("the work took too long"))), timeoutMs);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.off("message", heard).off("error", broke).off("exit", ended);
      signal?.removeEventListener("abort", callOff);
      settle();
    };
    if (signal?.aborted) return callOff();
    worker.on("message", heard).on("error", broke).on("exit", ended);
    signal?.addEventListener("abort", callOff);
    worker.postMessage({ ...job, module: join(projectFolder(), job.module) });
  });
}

const errorOf = ({ reason, refusal }: Failed): Error => (refusal ? new DomainError(refusal.code, refusal) : new Error(reason));

/** The files stand beside this source, but not beside its build. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "app/lib/threads/start.mjs")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
