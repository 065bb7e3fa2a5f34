import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { SheetAnswer, SheetTask } from "#app/lib/spreadsheets/types.ts";

/** Ms given to one table. 10,000 rows take about a second. */
const taskMs = 30_000;
const memoryMb = 384;

/** Ms after which an idle thread is ended and its memory given back. */
const idleMs = 30_000;

let line: Promise<unknown> = Promise.resolve();
let kept: { worker: Worker; timer: NodeJS.Timeout } | undefined;

/** One table at a time: whoever comes second waits, and the server answers meanwhile. A thread that breaks or is late is `sheetTooHeavy`. */
export function askSheetThread(task: SheetTask): Promise<SheetAnswer> {
  const answer = line.then(() => run(task));
  line = answer;
  return answer;
}

/** The thread is kept for the next table only when it answered: what broke once is not used again. */
async function run(task: SheetTask): Promise<SheetAnswer> {
  const worker = takeWorker();
  const answer = await hear(worker, task);
  if (answer) keep(worker);
  else await worker.terminate();
  return answer ?? { fault: "sheetTooHeavy" };
}

function hear(worker: Worker, task: SheetTask): Promise<SheetAnswer | undefined> {
  return new Promise((resolve) => {
    const end = (answer?: SheetAnswer): void => {
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
  const worker = new Worker(workerFile(), { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  // A thread may still complain while it ends; an error without a listener would end the process.
  return worker.on("error", () => undefined).on("exit", () => {
    if (kept?.worker === worker) kept = undefined;
  });
}

/** The file stands beside this source, but not beside its build. */
function workerFile(): string {
  const path = "app/lib/spreadsheets/start.mjs";
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path)) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, path);
}
