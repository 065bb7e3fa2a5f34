import type { Params } from "@remix-run/react";
import { getScreeningPage, type ScreeningPage } from "#app/features/screening/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import type { SignedInCtx } from "#app/request.server.ts";

/** The entry of the address as its reader may screen it; 404 for what is none of the edition's. */
export function entryOf(ctx: SignedInCtx, params: Params): ScreeningPage {
  const proposalId = parseId("proposal", params.proposalId);
  if (!proposalId) throw notFound("proposals.unknown");
  const page = getScreeningPage(ctx, proposalId);
  if (page.editionId !== params.editionId) throw notFound("proposals.unknown");
  return page;
}

export const entryPath = ({ editionId, proposal }: Pick<ScreeningPage, "editionId" | "proposal">): string =>
  `/screening/${editionId}/proposals/${proposal.id}`;
