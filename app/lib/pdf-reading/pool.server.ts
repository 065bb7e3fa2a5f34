import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { PdfAnswers, PdfTask } from "#app/lib/pdf-reading/types.ts";

/** Threads that read PDFs at the same time: one fewer than the usual machine has cores, so that pages are answered meanwhile. */
const threads = 2;
/** Ms after which an idle thread is ended and its memory given back. */
const idleMs = 30_000;
/** Most tasks that wait for a thread; beyond them the asker is told to come back. */
const queueLimit = 64;

/** A document took too long, asked for too much memory, or broke its reader. */
export class PdfTooHard extends Error {}
/** So many documents wait that another would not be read in time. */
export class PdfQueueFull extends Error {}

type Waiting = { task: PdfTask; timeoutMs: number; resolve: (answer: unknown) => void; reject: (error: Error) => void };

const idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
const waiting: Waiting[] = [];
let busy = 0;

/** Has a thread of its own do the task; throws PdfTooHard after `timeoutMs`, when memory runs out, or when the reader breaks. */
export function askPdfReader<T extends PdfTask>(task: T, timeoutMs: number): Promise<PdfAnswers[T["kind"]]> {
  if (waiting.length >= queueLimit) return Promise.reject(new PdfQueueFull("too many documents wait"));
  return new Promise((resolve, reject) => {
    waiting.push({ task, timeoutMs, resolve: resolve as (answer: unknown) => void, reject });
    startNext();
  });
}

function startNext(): void {
  if (busy >= threads) return;
  const next = waiting.shift();
  if (!next) return;
  busy += 1;
  void run(next).finally(() => {
    busy -= 1;
    startNext();
  });
}

type Said = { answer: unknown } | { failed: string };

/** Ends the thread unless it answered properly: what broke once is not used again. */
async function run({ task, timeoutMs, resolve, reject }: Waiting): Promise<void> {
  const worker = takeWorker();
  const said = await hear(worker, task, timeoutMs);
  if ("answer" in said) {
    keepWorker(worker);
    return resolve(said.answer);
  }
  await worker.terminate();
  reject(new PdfTooHard(said.failed));
}

function hear(worker: Worker, task: PdfTask, timeoutMs: number): Promise<Said> {
  return new Promise((resolve) => {
    const end = (said: Said): void => {
      clearTimeout(timer);
      worker.off("message", end).off("error", broke).off("exit", ended);
      resolve(said);
    };
    const broke = (error: Error): void => end({ failed: error.message });
    const ended = (): void => end({ failed: "the reader ended" });
    const timer = setTimeout(() => end({ failed: "the document took too long" }), timeoutMs);
    worker.on("message", end).on("error", broke).on("exit", ended);
    worker.postMessage(task);
  });
}

function takeWorker(): Worker {
  const kept = idle.pop();
  if (!kept) return openWorker();
  clearTimeout(kept.timer);
  kept.worker.ref();
  return kept.worker;
}

function keepWorker(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    forget(worker);
    void worker.terminate();
  }, idleMs);
  timer.unref();
  idle.push({ worker, timer });
}

function forget(worker: Worker): void {
  const at = idle.findIndex((one) => one.worker === worker);
  if (at >= 0) idle.splice(at, 1);
}

function openWorker(): Worker {
  const worker = new Worker(workerFile(), {
    // What the reader prints about broken documents is of no use to anybody.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.on("exit", () => forget(worker));
  // A thread may still complain while it ends; an error without a listener would end the process.
  return worker.on("error", () => undefined);
}

/** The file stands beside this source, but not beside its build. */
function workerFile(): string {
  const path = "app/lib/pdf-reading/start.mjs";
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path)) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, path);
}
