import { submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId, SubmissionReceipt } from "#app/features/proposals/types.ts";
import { resumeCase } from "#app/features/screening/corrections/operations.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Submits a proposal; a version that answers a correction brings its entry back to the queue of the screener who asked for it. The
 * worker then compares it with other texts. Refuses what the submission refuses.
 */
export function submitEntry(ctx: Ctx, input: { proposalId: ProposalId; accepted: true }): SubmissionReceipt {
  const { proposalId } = input;
  return inTransaction(ctx, () => {
    const receipt = submitProposal(ctx, input);
    resumeCase(ctx, { proposalId });
    enqueue(ctx, { kind: "screening.entryComparison", payload: { proposalId }, dedupeKey: `compare ${proposalId} ${receipt.version}` });
    return receipt;
  });
}
