import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { mayWriteProposal } from "#app/features/proposals/policy.ts";
import { getOwnProposal } from "#app/features/proposals/queries.server.ts";
import { requireDrafting } from "#app/features/proposals/rules.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";

export type Scene = { proposal: Proposal; edition: Edition };

/** A proposal of the asking person's agency with its edition; 404 for everybody else. */
export function getScene(ctx: Ctx, id: ProposalId): Scene {
  const proposal = getOwnProposal(ctx, id);
  return { proposal, edition: getEdition(ctx, proposal.editionId) };
}

/**
 * The same for whoever is about to write into it. Refuses `proposals.alreadySubmitted` (409), whoever may not write at its
 * present position (403), and any instant outside registration (409).
 */
export function getOpenDraft(ctx: Ctx, id: ProposalId): Scene {
  const scene = getScene(ctx, id);
  if (scene.proposal.status === "submitted") throw new DomainError("proposals.alreadySubmitted", { kind: "conflict" });
  authorize(mayWriteProposal(ctx.actor, scene.proposal));
  requireDrafting(scene.edition, ctx.now);
  return scene;
}
