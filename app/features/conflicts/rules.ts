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

export type AgencyLink = { id: Id<"agency">; parentId: Id<"agency"> | null };

/**
 * The hierarchy of an agency: itself, what stands above it and what stands below it, not its sisters. Whoever belongs to a
 * directorate judges neither its ministry nor its units.
 */
export function kinOf(links: readonly AgencyLink[], agencyId: Id<"agency">): Id<"agency">[] {
  const parents = new Map(links.map(({ id, parentId }) => [id, parentId]));
  return [...new Set([...ancestorsOf(parents, agencyId), ...descendantsOf(links, agencyId)])];
}

function ancestorsOf(parents: ReadonlyMap<Id<"agency">, Id<"agency"> | null>, from: Id<"agency">): Id<"agency">[] {
  const found: Id<"agency">[] = [];
  for (let at: Id<"agency"> | null | undefined = from; at && !found.includes(at); at = parents.get(at)) found.push(at);
  return found;
}

function descendantsOf(links: readonly AgencyLink[], from: Id<"agency">): Id<"agency">[] {
  const found = new Set([from]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { id, parentId } of links) if (parentId && found.has(parentId)) found.add(id);
  }
  return [...found];
}

/** Ties with the hierarchy of every agency in them. */
export const withKin = (ties: readonly AssessorTies[], links: readonly AgencyLink[]): AssessorTies[] =>
  ties.map(({ userId, agencyIds }) => ({ userId, agencyIds: [...new Set(agencyIds.flatMap((id) => kinOf(links, id)))] }));

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * Whether the organisation written on a seat is one of the bodies that run the competition: its name, or its name and more, such
 * as a directorate with the name of its ministry.
 */
export const isOfBody = (organisation: string, bodies: readonly { name: string }[]): boolean =>
  bodies.some(({ name }) => plain(name) !== "" && ` ${plain(organisation)} `.includes(` ${plain(name)} `));
