import type { AssessorTies, EntryOfAgency, PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";

export const pairKey = (userId: Id<"user">, proposalId: Id<"proposal">): PairKey => `${userId} ${proposalId}`;

export const splitPair = (pair: PairKey): [Id<"user">, Id<"proposal">] =>
  pair.split(" ") as [Id<"user">, Id<"proposal">];

/**
 * Pairs that may not meet because the person is or was a member of the entrant's agency. Membership that has ended still
 * counts: who wrote for an agency last year does not judge it this year (PRODUCT, section 2).
 */
export function detectedConflicts(input: {
  assessors: readonly AssessorTies[];
  entries: readonly EntryOfAgency[];
}): Set<PairKey> {
  const entriesOf = new Map<Id<"agency">, Id<"proposal">[]>();
  for (const entry of input.entries) {
    const known = entriesOf.get(entry.agencyId);
    if (known) known.push(entry.id);
    else entriesOf.set(entry.agencyId, [entry.id]);
  }
  const pairs = new Set<PairKey>();
  for (const { userId, agencyIds } of input.assessors) {
    for (const agencyId of agencyIds) {
      for (const proposalId of entriesOf.get(agencyId) ?? []) pairs.add(pairKey(userId, proposalId));
    }
  }
  return pairs;
}

/** Memberships of agencies, one line each, gathered by person. */
export function tiesByPerson(memberships: readonly { agencyId: Id<"agency">; userId: Id<"user"> }[]): AssessorTies[] {
  const ties = new Map<Id<"user">, Id<"agency">[]>();
  for (const { userId, agencyId } of memberships) {
    const known = ties.get(userId);
    if (known) known.push(agencyId);
    else ties.set(userId, [agencyId]);
  }
  return [...ties].map(([userId, agencyIds]) => ({ userId, agencyIds }));
}
