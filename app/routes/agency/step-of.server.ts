import type { Params } from "@remix-run/react";
import { redirect } from "@remix-run/node";
import { getProposalPage, type ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";

/** The proposal before a step; whoever cannot take it now is shown the proposal instead, where its position stands. */
export function pageBefore(ctx: SignedInCtx, params: Params, step: keyof ProposalPage["may"]): ProposalPage {
  const page = getProposalPage(ctx, proposalIdOf(params));
  if (!page.may[step]) throw redirect(`/proposals/${page.id}`);
  return page;
}

/** What a page of a step shows of its proposal. */
export const stepProposal = ({ id, identity }: ProposalPage) => ({ id, title: identity.title });
