import { parentPort } from "node:worker_threads";
import { type TaskName, tasks } from "#app/jobs/threads/tasks.ts";
import { DomainError } from "#app/lib/errors.ts";

/** One question, one answer; a refusal travels as data. */
parentPort?.on("message", ({ name, input }: { name: TaskName; input: never }) => {
  try {
    parentPort?.postMessage({ output: tasks[name](input) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    parentPort?.postMessage({ refusal: { code: error.code, kind: error.kind, params: error.params } });
  }
});
