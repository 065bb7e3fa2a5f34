import { and, count, eq, isNull } from "drizzle-orm";
import { agenciesByIds, getAgency, listPredecessors } from "#app/features/agencies/queries.server.ts";
import { listAwardsOf } from "#app/features/archive/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { metExclusions } from "#app/features/proposals/eligibility/rules.ts";
import type { MetExclusion, Standing } from "#app/features/proposals/eligibility/types.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { findSubmittedNeighbours } from "#app/features/proposals/store.server.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { withinReach } from "#app/features/proposals/units/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { proposalInvitations } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

/**
 * Where the agency of a proposal stands in its edition, the proposal itself left out; for a writer confined to a unit as far as
 * that unit's entries go, so that no count or title tells of others. The caller has authorised.
 */
export function getStanding(ctx: Pick<Ctx, "db" | "actor">, proposal: Proposal): Standing {
  const { id, kind, code, name } = getAgency(ctx, proposal.agencyId);
  const gone = [...agenciesByIds(ctx, listPredecessors(ctx, id).map((one) => one.id)).values()];
  const others = findSubmittedNeighbours(ctx, proposal, withinReach(ctx, proposal.agencyId));
  return {
    agency: { codes: [code, ...gone.map((one) => one.code)], kind },
    sameTitle: others.find((other) => other.titleKey === proposal.titleKey)?.number ?? null,
    submitted: tally(others.map(({ groupKey }) => groupKey)),
    invitations: countInvitations(ctx, proposal),
    awards: listAwardsOf(ctx, { id, name }),
  };
}

function tally(keys: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const key of keys) sums[key] = (sums[key] ?? 0) + 1;
  return sums;
}

/** Standing invitations of an agency in an edition, by group. The caller has authorised. */
export function countInvitations(ctx: Reach, of: Pick<Proposal, "agencyId" | "editionId">): Record<string, number> {
  const rows = ctx.db
    .select({ groupKey: proposalInvitations.groupKey, n: count() })
    .from(proposalInvitations)
    .where(
      and(
        eq(proposalInvitations.agencyId, of.agencyId),
        eq(proposalInvitations.editionId, of.editionId),
        isNull(proposalInvitations.withdrawnAt),
      ),
    )
    .groupBy(proposalInvitations.groupKey)
    .all();
  return Object.fromEntries(rows.map(({ groupKey, n }) => [groupKey, n]));
}

/**
 * The exclusions a submitted entry meets, refusing and flagging ones alike, with the awards they rest on: what a screener is
 * told beside the checklist. The caller has authorised.
 */
export function listMetExclusions(ctx: Reach, id: ProposalId): MetExclusion[] {
  const proposal = getProposal(ctx, id);
  const { definition } = getEdition(ctx, proposal.editionId);
  if (definition.exclusions.length === 0) return [];
  const agency = getAgency(ctx, proposal.agencyId);
  return metExclusions(definition, getSubmittedContent(ctx, id), listAwardsOf(ctx, agency));
}
