import { keepThreads } from "#app/lib/threads/kept.server.ts";
import type { SheetAnswer, SheetTask } from "#app/lib/spreadsheets/types.ts";

/** Ms given to one table. 10,000 rows take about a second. */
const taskMs = 30_000;

/** One table at a time: whoever comes second waits, and the server answers meanwhile. */
const ask = keepThreads({ most: 1, idleMs: 30_000, memoryMb: 384, silent: true });

/** A table that breaks its thread or keeps it too long is `sheetTooHeavy`. */
export async function askSheetThread(task: SheetTask): Promise<SheetAnswer> {
  try {
    return await ask<SheetAnswer>({ module: "app/lib/spreadsheets/tasks.ts", name: "doSheetTask", input: task }, { timeoutMs: taskMs });
  } catch {
    return { fault: "sheetTooHeavy" };
  }
}
