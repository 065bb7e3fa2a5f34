import { parentPort } from "node:worker_threads";
import { doTask } from "#app/lib/pdf-reading/tasks.ts";
import type { PdfTask } from "#app/lib/pdf-reading/types.ts";

/** One question, one answer. An exception ends the worker: after a failed allocation its memory cannot be trusted. */
parentPort?.on("message", (task: PdfTask) => {
  doTask(task).then(
    (answer) => parentPort?.postMessage({ answer }),
    (error: unknown) => {
      parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
    },
  );
});
