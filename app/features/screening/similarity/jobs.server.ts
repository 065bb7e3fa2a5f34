import { setTimeout } from "node:timers/promises";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { readFilesOf } from "#app/features/screening/similarity/files/jobs.server.ts";
import { compareEntry } from "#app/features/screening/similarity/operations.server.ts";
import { isCompared, listUncompared } from "#app/features/screening/similarity/stored/queries.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";

type Payload = Record<string, string | number>;

/** Compares the version that was just submitted; nothing when a sweep was faster. */
export async function compareSubmitted(ctx: Ctx, { proposalId }: Payload): Promise<void> {
  const id = proposalId as ProposalId;
  if (!isCompared(ctx, id)) await compareWithFiles(ctx, id);
}

/** Entries of one batch, about two seconds, so that letters and other jobs are not kept waiting; and of all batches of a run. */
const entriesABatch = 50;
const entriesARun = 5_000;
/** Ms of rest after an entry, some four times what it took: whoever saves or submits meanwhile is not to wait for comparisons. */
const restMs = 40;

/**
 * Compares what no submission asked for: what stood before this was built, entries that were withdrawn, jobs that failed. One
 * batch now and the next behind the other jobs that wait, until `left` entries are done. Each entry is a transaction of its own
 * that holds the lock for the writing only, and the worker rests between two of them.
 */
export async function compareNewEntries(ctx: Ctx, payload: Payload = {}): Promise<void> {
  const left = Number(payload.left ?? entriesARun);
  const batch = listUncompared(ctx, Math.min(left, entriesABatch));
  for (const proposalId of batch) {
    await compareWithFiles(ctx, proposalId);
  }
  const rest = left - batch.length;
  if (batch.length < entriesABatch || rest <= 0) return;
  const kind = "screening.similarityComparison";
  inTransaction(ctx, () => enqueue(ctx, { kind, payload: { left: rest }, dedupeKey: `${kind} ${rest}` }));
}

async function compareWithFiles(ctx: Ctx, proposalId: ProposalId): Promise<void> {
  await readFilesOf(ctx, proposalId);
  compareEntry(ctx, { proposalId });
  await setTimeout(restMs);
}
