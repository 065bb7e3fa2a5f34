import type { PartFacts } from "#app/features/assignment/plans/parts/rules.ts";
import type { AddedReading, EndedReading, PlanResult, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import type { Id } from "#app/lib/ids.ts";

/** What stands in the way of taking a plan back, in the order it is told; `count`: readings in conflict that would stand again. */
export type UndoBlock = { code: "assignment.begunSince" | "assignment.changedSince" } | { code: "assignment.inConflict"; count: number };

/** The readings of a plan that stand, and what stands in the way of taking it back. */
export function undoBlock({ added, ended }: PlanResult, { standing, conflicts }: Pick<Situation, "standing" | "conflicts">): { given: StandingReading[]; block: UndoBlock | null } {
  const wanted = new Set(added.map(({ proposalId, userId }) => pairKey(userId, proposalId)));
  const given = standing.filter(({ proposalId, userId }) => wanted.has(pairKey(userId, proposalId)));
  const barred = ended.filter(({ proposalId, userId }) => conflicts.has(pairKey(userId, proposalId))).length;
  if (given.some(({ state }) => state !== "untouched")) return { given, block: { code: "assignment.begunSince" } };
  if (given.length !== added.length) return { given, block: { code: "assignment.changedSince" } };
  return { given, block: barred > 0 ? { code: "assignment.inConflict", count: barred } : null };
}

/** Moves taken back by one transaction: readings that end, then those that stand again. */
export type UndoPart = { added: readonly AddedReading[]; ended: readonly EndedReading[] };

/** The `size` moves after the first `from`, what the plan gave before what it took. */
export function undoPartOf({ added, ended }: Pick<PlanResult, "added" | "ended">, from: number, size: number): UndoPart {
  const to = from + size;
  return { added: added.slice(from, to), ended: ended.slice(Math.max(0, from - added.length), Math.max(0, to - added.length)) };
}

type Pair = { proposalId: Id<"proposal">; userId: Id<"user"> };

/**
 * What of a part can still be taken back: readings that stand and nobody has begun, and those that would stand again of somebody who
 * sits, may read and does not yet. The others were overtaken while earlier parts were written, and are left as they are.
 */
export function stillUndoable({ added, ended }: UndoPart, { seated, entries, standing, isBarred }: PartFacts): { ends: StandingReading[]; again: EndedReading[]; left: Pair[] } {
  const byPair = new Map(standing.map((one) => [pairKey(one.userId, one.proposalId), one]));
  const standingOf = ({ userId, proposalId }: Pair): StandingReading | undefined => byPair.get(pairKey(userId, proposalId));
  const ends = added.flatMap((one) => standingOf(one) ?? []).filter(({ state }) => state === "untouched");
  const mayStand = (one: EndedReading): boolean => {
    const agencyId = entries.get(one.proposalId);
    return agencyId !== undefined && seated.has(one.userId) && !standingOf(one) && !isBarred(one.userId, { proposalId: one.proposalId, agencyId });
  };
  const isLeft = [...added.filter((one) => standingOf(one)?.state !== "untouched"), ...ended.filter((one) => !mayStand(one))];
  return { ends, again: ended.filter(mayStand), left: isLeft.map(({ proposalId, userId }) => ({ proposalId, userId })) };
}
