import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listCorrections } from "#app/features/proposals/corrections/queries.server.ts";
import { isRunning } from "#app/features/proposals/corrections/rules.ts";
import type { Correction } from "#app/features/proposals/corrections/types.ts";
import { getOwnProposal } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { getAppealForm } from "#app/features/screening/appeals/queries.server.ts";
import { findAnnounced } from "#app/features/screening/cases/queries.server.ts";
import { reasonText } from "#app/features/screening/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type ScreeningNews = {
  /** A correction that runs: its end, UTC ms. */
  correction: { dueAt: number } | null;
  /** Every correction that was asked for, the first first. */
  corrections: { number: number; dueAt: number; closedAt: number | null; state: "running" | "answered" | "lapsed" }[];
  outcome: { passed: boolean; reasons: string; announcedAt: number } | null;
  /** There is an appeal to see, or to file until `closesAt`. */
  appeal: { closesAt: number | null } | null;
};

/** What the agency of an entry may know of its screening now; 404 for everybody else. Nothing of a decision before it is announced. */
export function getScreeningNews(ctx: Ctx, proposalId: ProposalId): ScreeningNews {
  const proposal = getOwnProposal(ctx, proposalId);
  const corrections = listCorrections(ctx, proposalId).reverse().map((correction) => correctionOf(correction, ctx.now));
  const announced = findAnnounced(ctx, proposalId);
  const { screening } = getEdition(ctx, proposal.editionId).definition;
  return {
    correction: corrections.find(({ state }) => state === "running") ?? null,
    corrections,
    outcome: announced ? { passed: announced.outcome === "passed", reasons: reasonText(screening, announced, ctx.locale), announcedAt: announced.announcedAt } : null,
    appeal: announced ? appealOf(ctx, proposalId) : null,
  };
}

/** When a correction ended is the agency's to know; who asked for it is not. */
function correctionOf(correction: Correction, now: number): ScreeningNews["corrections"][number] {
  const { number, dueAt, closedAt, outcome } = correction;
  return { number, dueAt, closedAt, state: isRunning(correction, now) ? "running" : (outcome ?? "lapsed") };
}

function appealOf(ctx: Ctx, proposalId: ProposalId): ScreeningNews["appeal"] {
  const { appeal, mayFile, closesAt } = getAppealForm(ctx, proposalId);
  if (appeal) return { closesAt: null };
  return mayFile ? { closesAt } : null;
}
