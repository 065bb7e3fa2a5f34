import { parentPort } from "node:worker_threads";
import { doSheetTask } from "#app/lib/spreadsheets/tasks.ts";
import type { SheetTask } from "#app/lib/spreadsheets/types.ts";

/** One question, one answer. */
parentPort?.on("message", (task: SheetTask) => {
  void doSheetTask(task).then((answer) => parentPort?.postMessage(answer));
});
