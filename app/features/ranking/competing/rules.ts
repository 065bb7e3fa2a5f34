import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import type { PartsOf } from "#app/features/ranking/cut/types.ts";

/** To which part each entry belongs, as it was submitted last. */
export function partsOf(entries: readonly Entry[]): (row: { proposalId: ProposalId }) => PartsOf {
  const parts = new Map(entries.map(({ id, groupKey, categoryKey, agencyKind }) => [id, { group: groupKey, category: categoryKey, agencyKind }]));
  return ({ proposalId }) => parts.get(proposalId) as PartsOf;
}
