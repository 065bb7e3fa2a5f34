import { keepThreads, ThreadsBusy } from "#app/lib/threads/kept.server.ts";
import type { PdfAnswers, PdfTask } from "#app/lib/pdf-reading/types.ts";

/**
 * Two threads: one fewer than the usual machine has cores, so that pages are answered meanwhile. Beyond 64 waiting documents the asker
 * is told to come back. What the reader prints about broken ones is of no use to anybody.
 */
const ask = keepThreads({ most: 2, waitingMost: 64, idleMs: 30_000, memoryMb: 256, silent: true });

/** A document took too long, asked for too much memory, or broke its reader. */
export class PdfTooHard extends Error {}
/** So many documents wait that another would not be read in time. */
export class PdfQueueFull extends Error {}

/** Has a kept thread do the task; throws PdfTooHard after `timeoutMs`, when memory runs out, or when the reader breaks, and PdfQueueFull. */
export async function askPdfReader<T extends PdfTask>(task: T, timeoutMs: number): Promise<PdfAnswers[T["kind"]]> {
  try {
    return await ask<PdfAnswers[T["kind"]]>({ module: "app/lib/pdf-reading/tasks.ts", name: "doTask", input: task }, { timeoutMs });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw error instanceof ThreadsBusy ? new PdfQueueFull(words) : new PdfTooHard(words);
  }
}
