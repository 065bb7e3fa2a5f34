import type { AddedReading, EndedReading, PlanChange, PlanResult, StandingReading } from "#app/features/assignment/plans/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import type { PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** Moves a transaction: some fifty milliseconds in which nobody else can write. */
export const movesAtOnce = 500;

/** Moves from which a plan is written by the worker, a part at a time; below, all of it or nothing while the person waits. */
export const partsFrom = 2_000;

export type Part = { ended: readonly EndedReading[]; added: readonly AddedReading[] };

export const countMoves = ({ added, ended }: Part): number => added.length + ended.length;

/** The `size` moves after the first `from`: those that end come first. */
export function partOf({ added, ended }: Pick<PlanResult, "added" | "ended">, from: number, size: number): Part {
  const to = from + size;
  return { ended: ended.slice(from, to), added: added.slice(Math.max(0, from - ended.length), Math.max(0, to - ended.length)) };
}

/** How things stand for the moves of one part. */
export type PartFacts = {
  seated: ReadonlySet<Id<"user">>;
  /** Entries that may be read at the stage, with whose they are. */
  entries: ReadonlyMap<Id<"proposal">, Id<"agency">>;
  standing: readonly StandingReading[];
  isBarred: (userId: Id<"user">, of: { proposalId: Id<"proposal">; agencyId: Id<"agency"> }) => boolean;
};

/**
 * The moves that may still be made: who begins still sits, may read and does not yet, and what ends stands and has not been begun (by
 * somebody who is replaced: not locked). The others were overtaken while earlier parts were written, and are left as they are.
 */
export function stillFitting({ ended, added }: Part, kind: PlanChange["kind"], { seated, entries, standing, isBarred }: PartFacts): Part & { left: { proposalId: Id<"proposal">; userId: Id<"user"> }[] } {
  const states = new Map(standing.map(({ id, state }) => [id, state]));
  const reading = new Set<PairKey>(standing.map(({ userId, proposalId }) => pairKey(userId, proposalId)));
  const ends = ({ id }: EndedReading): boolean => states.get(id) === "untouched" || (kind === "replace" && states.get(id) === "begun");
  const begins = ({ userId, proposalId }: AddedReading): boolean => {
    const agencyId = entries.get(proposalId);
    return agencyId !== undefined && seated.has(userId) && !reading.has(pairKey(userId, proposalId)) && !isBarred(userId, { proposalId, agencyId });
  };
  const left = [...ended.filter((one) => !ends(one)), ...added.filter((one) => !begins(one))].map(({ proposalId, userId }) => ({ proposalId, userId }));
  return { ended: ended.filter(ends), added: added.filter(begins), left };
}
