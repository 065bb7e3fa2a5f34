import type { Params } from "@remix-run/react";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The proposal of the address; 404 when it is no proposal's id. Whether it may be seen is the operation's to say. */
export function proposalIdOf(params: Params): ProposalId {
  const id = parseId("proposal", params.proposalId);
  if (!id) throw notFound("proposals.unknown");
  return id;
}
