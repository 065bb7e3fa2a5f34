import { compareEntry } from "#app/features/screening/similarity/operations.server.ts";
import { listUncompared } from "#app/features/screening/similarity/stored/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Entries of one run: about ten seconds, so that letters and other jobs are not kept waiting. */
const entriesARun = 500;

/**
 * Compares what was submitted since the last run: new entries, new versions, and whatever stood before this was built. Each
 * entry is a transaction of its own, and the worker breathes between two of them.
 */
export async function compareNewEntries(ctx: Ctx): Promise<void> {
  for (const proposalId of listUncompared(ctx, entriesARun)) {
    compareEntry(ctx, { proposalId });
    await new Promise((resolve) => setImmediate(resolve));
  }
}
