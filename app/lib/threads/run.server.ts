import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Job, Said } from "#app/lib/threads/types.ts";

/** The work was called off before it ended. */
export class CalledOff extends Error {}

/**
 * Runs a function of a module, named by its path below the project, in a thread of its own, so that minutes of computing stop
 * nothing else; `signal` ends it at once. Throws what the function throws, as its message, and CalledOff.
 */
export function runInThread<Answer>(job: Job, given: { signal: AbortSignal; onProgress: (value: unknown) => void }): Promise<Answer> {
  const root = projectFolder();
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(root, "app/lib/threads/start.mjs"), { workerData: { ...job, module: join(root, job.module) } satisfies Job });
    const end = (settle: () => void): void => {
      given.signal.removeEventListener("abort", callOff);
      void worker.terminate();
      settle();
    };
    const callOff = (): void => end(() => reject(new CalledOff("called off")));
    worker.on("message", (said: Said) => {
      if (said.kind === "progress") given.onProgress(said.value);
      else if (said.kind === "answer") end(() => resolve(said.value as Answer));
      else end(() => reject(new Error(said.reason)));
    });
    worker.on("error", (error) => end(() => reject(error)));
    worker.on("exit", () => end(() => reject(new Error("the thread ended without an answer"))));
    given.signal.addEventListener("abort", callOff);
    if (given.signal.aborted) callOff();
  });
}

/** The file stands beside this source, but not beside its build. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "app/lib/threads/start.mjs")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
