import { getEdition } from "#app/features/competitions/queries.server.ts";
import { findOpenCorrection } from "#app/features/proposals/corrections/queries.server.ts";
import { isRunning } from "#app/features/proposals/corrections/rules.ts";
import { getOwnProposal } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { getAppealForm } from "#app/features/screening/appeals/queries.server.ts";
import { findAnnounced } from "#app/features/screening/cases/queries.server.ts";
import { reasonText } from "#app/features/screening/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type ScreeningNews = {
  /** A correction that runs: its end, UTC ms. */
  correction: { dueAt: number } | null;
  outcome: { passed: boolean; reasons: string; announcedAt: number } | null;
  /** There is an appeal to see, or to file until `closesAt`. */
  appeal: { closesAt: number | null } | null;
};

/** What the agency of an entry may know of its screening now; 404 for everybody else. Nothing of a decision before it is announced. */
export function getScreeningNews(ctx: Ctx, proposalId: ProposalId): ScreeningNews {
  const proposal = getOwnProposal(ctx, proposalId);
  const correction = findOpenCorrection(ctx, proposalId);
  const announced = findAnnounced(ctx, proposalId);
  const { screening } = getEdition(ctx, proposal.editionId).definition;
  return {
    correction: correction && isRunning(correction, ctx.now) ? { dueAt: correction.dueAt } : null,
    outcome: announced ? { passed: announced.outcome === "passed", reasons: reasonText(screening, announced, ctx.locale), announcedAt: announced.announcedAt } : null,
    appeal: announced ? appealOf(ctx, proposalId) : null,
  };
}

function appealOf(ctx: Ctx, proposalId: ProposalId): ScreeningNews["appeal"] {
  const { appeal, mayFile, closesAt } = getAppealForm(ctx, proposalId);
  if (appeal) return { closesAt: null };
  return mayFile ? { closesAt } : null;
}
