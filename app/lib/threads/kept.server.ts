import type { Worker } from "node:worker_threads";
import { CalledOff, errorOf, openThread, standing } from "#app/lib/threads/run.server.ts";
import type { Job, Said } from "#app/lib/threads/types.ts";

/** Ms after which an idle thread is ended and its memory given back. */
const idleMs = 300_000;

let line: Promise<unknown> = Promise.resolve();
let kept: { worker: Worker; timer: NodeJS.Timeout } | undefined;

/**
 * Runs a function of a module in the one thread that a process keeps for such work, one after the other: it has its modules loaded
 * and answers at once. Throws what the function throws, a refusal as it was and else its message, and CalledOff where `signal` came
 * before its turn.
 */
export function askKeptThread<Answer>(job: Job, signal: AbortSignal): Promise<Answer> {
  const answer = line.then(() => {
    if (signal.aborted) throw new CalledOff("called off");
    return run<Answer>(standing(job));
  });
  line = answer.catch(() => undefined);
  return answer;
}

async function run<Answer>(job: Job): Promise<Answer> {
  const worker = takeWorker();
  const said = await hear(worker, job);
  if (!said) {
    await worker.terminate();
    throw new Error("the thread ended without an answer");
  }
  keep(worker);
  if (said.kind === "failed") throw errorOf(said);
  return said.value as Answer;
}

/** Nothing when the thread broke: it is not used again. */
function hear(worker: Worker, job: Job): Promise<Said | undefined> {
  return new Promise((resolve) => {
    const end = (said?: Said): void => {
      worker.off("message", heard).off("error", broke).off("exit", broke);
      resolve(said);
    };
    const heard = (said: Said): void => {
      if (said.kind !== "progress") end(said);
    };
    const broke = (): void => end();
    worker.on("message", heard).on("error", broke).on("exit", broke);
    worker.postMessage(job);
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
  const worker = openThread(null);
  // A thread may still complain while it ends; an error without a listener would end the process.
  return worker.on("error", () => undefined).on("exit", () => {
    if (kept?.worker === worker) kept = undefined;
  });
}
