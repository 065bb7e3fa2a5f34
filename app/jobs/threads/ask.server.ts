import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { TaskInput, TaskName, TaskOutput } from "#app/jobs/threads/tasks.ts";
import { DomainError, type ErrorParams, type RefusalKind } from "#app/lib/errors.ts";

/** Ms given to one task; with 31,719 entries and 400 assessors it needs most of a minute. */
const taskMs = 120_000;
const memoryMb = 1_024;
/** Ms after which an idle thread is ended and its memory given back. */
const idleMs = 30_000;

type Answer = { output: unknown } | { refusal: { code: string; kind: RefusalKind; params: ErrorParams } };

let line: Promise<unknown> = Promise.resolve();
let kept: { worker: Worker; timer: NodeJS.Timeout } | undefined;

/**
 * Does a piece of pure work in a thread, one at a time, and answers meanwhile. Throws what the work refuses, and
 * `ranking.tooHeavy` (409) when it broke or took too long.
 */
export async function askThread<N extends TaskName>(name: N, input: TaskInput<N>): Promise<TaskOutput<N>> {
  const answer = line.then(() => run({ name, input }));
  line = answer.catch(() => undefined);
  const heard = await answer;
  if (!heard) throw new DomainError("ranking.tooHeavy", { kind: "conflict" });
  if ("refusal" in heard) throw new DomainError(heard.refusal.code, heard.refusal);
  return heard.output as TaskOutput<N>;
}

/** The thread is kept for the next task only when it answered: what broke once is not used again. */
async function run(task: { name: TaskName; input: unknown }): Promise<Answer | undefined> {
  const worker = takeWorker();
  const answer = await hear(worker, task);
  if (answer) keep(worker);
  else await worker.terminate();
  return answer;
}

function hear(worker: Worker, task: unknown): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const end = (answer?: Answer): void => {
      clearTimeout(timer);
      worker.off("message", end).off("error", broke).off("exit", broke);
      resolve(answer);
    };
    const broke = (): void => end();
    const timer = setTimeout(broke, taskMs);
    worker.on("message", end).on("error", broke).on("exit", broke);
    worker.postMessage(task);
  });
}

function takeWorker(): Worker {
  const last = kept;
  kept = undefined;
  if (!last) return openWorker();
  clearTimeout(last.timer);
  last.worker.ref();
  return last.worker;
}

function keep(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    kept = undefined;
    void worker.terminate();
  }, idleMs);
  timer.unref();
  kept = { worker, timer };
}

function openWorker(): Worker {
  const worker = new Worker(startFile(), { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  // A thread may still complain while it ends; an error without a listener would end the process.
  return worker.on("error", () => undefined).on("exit", () => {
    if (kept?.worker === worker) kept = undefined;
  });
}

/** The file stands beside this source, but not beside its build. */
function startFile(): string {
  const path = "app/jobs/threads/start.mjs";
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path)) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, path);
}
