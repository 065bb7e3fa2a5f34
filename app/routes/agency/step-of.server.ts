import type { Params } from "@remix-run/react";
import { redirect } from "@remix-run/node";
import { getProposalPage, type ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import type { LoadContext, SignedInCtx } from "#app/request.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";

type Before = { params: Params; step: keyof ProposalPage["may"]; context: Pick<LoadContext, "method"> };

/**
 * The proposal before a step; whoever cannot take it now is shown the proposal instead, where its position stands. A form that was
 * sent and refused keeps its page, or nobody would read why: that registration closed a second before is such a refusal.
 */
export function pageBefore(ctx: SignedInCtx, { params, step, context }: Before): ProposalPage {
  const page = getProposalPage(ctx, proposalIdOf(params));
  if (!page.may[step] && context.method === "GET") throw redirect(`/proposals/${page.id}`);
  return page;
}

/** What a page of a step shows of its proposal. */
export const stepProposal = ({ id, identity }: ProposalPage) => ({ id, title: identity.title });
