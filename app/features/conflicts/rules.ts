import type { PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";

export const pairKey = (userId: Id<"user">, proposalId: Id<"proposal">): PairKey => `${userId} ${proposalId}`;

export const splitPair = (pair: PairKey): [Id<"user">, Id<"proposal">] =>
  pair.split(" ") as [Id<"user">, Id<"proposal">];

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

/** Small letters and digits with single spaces. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * Whether the organisation written on a seat is one of the bodies that run the competition: its name, or its name and more, such
 * as a directorate with the name of its ministry.
 */
export const isOfBody = (organisation: string, bodies: readonly { name: string }[]): boolean =>
  bodies.some(({ name }) => plainName(name) !== "" && ` ${plainName(organisation)} `.includes(` ${plainName(name)} `));
