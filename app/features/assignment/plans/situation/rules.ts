import type { AddedReading, PlanResult, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import { linkageOf } from "#app/features/assignment/solver/linkage/rules.ts";
import type { Lacking } from "#app/features/assignment/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** Readers an entry needs. */
export const needOf = ({ readers, targets }: Pick<Situation, "readers" | "targets">, entry: Id<"proposal">): number => targets.get(entry) ?? readers;

/** Readings that count: of people who sit, or locked before they left. */
export function countingOf({ people, standing }: Pick<Situation, "people" | "standing">): StandingReading[] {
  const seated = new Set(people.map(({ userId }) => userId));
  return standing.filter(({ userId, state }) => state === "locked" || seated.has(userId));
}

/** Bounds of a load that nobody set: a tenth below and above the even share. */
export function evenBounds(situation: Situation): { least: number; most: number } {
  const needed = situation.entries.reduce((sum, { id }) => sum + needOf(situation, id), 0);
  const share = situation.people.length === 0 ? 0 : needed / situation.people.length;
  return { least: Math.floor(share * 0.9), most: Math.ceil(share * 1.1) };
}

/** What changes, before its effect on loads and linkage is told. */
export type Moves = { added: AddedReading[]; ended: StandingReading[]; lacking: Lacking[]; targets: PlanResult["targets"] };

/** A change with its effect on loads and linkage. */
export function effectOf(situation: Situation, moves: Moves, solved: PlanResult["solved"] = null): PlanResult {
  const before = countingOf(situation);
  const gone = new Set(moves.ended.map(({ id }) => id));
  const after = [...before.filter(({ id }) => !gone.has(id)), ...moves.added];
  const [was, is] = [loadsOf(before), loadsOf(after)];
  const everybody = [...new Set([...situation.people.map(({ userId }) => userId), ...was.keys(), ...is.keys()])].sort();
  return {
    added: moves.added,
    ended: moves.ended.map(({ id, proposalId, userId }) => ({ id, proposalId, userId })),
    targets: moves.targets,
    lacking: moves.lacking,
    shortages: [],
    loads: everybody.map((userId) => ({ userId, before: was.get(userId) ?? 0, after: is.get(userId) ?? 0 })),
    linkage: { before: linkageBetween(before, everybody), after: linkageBetween(after, everybody) },
    solved,
  };
}

function linkageBetween(readings: readonly { proposalId: Id<"proposal">; userId: Id<"user"> }[], people: readonly Id<"user">[]) {
  const place = new Map(people.map((userId, index) => [userId, index]));
  const choice = new Map<Id<"proposal">, number[]>();
  for (const { proposalId, userId } of readings) choice.set(proposalId, [...(choice.get(proposalId) ?? []), place.get(userId) as number]);
  const { components, ratio, worst } = linkageOf([...choice.values()], people.length);
  return { components, ratio, worst };
}

/** Readings a person. */
export function loadsOf(readings: readonly { userId: Id<"user"> }[]): Map<Id<"user">, number> {
  const load = new Map<Id<"user">, number>();
  for (const { userId } of readings) load.set(userId, (load.get(userId) ?? 0) + 1);
  return load;
}

/** What comes of a plan that cannot be done: nothing, and why. */
export const emptyResult = (situation: Situation, shortages: PlanResult["shortages"]): PlanResult => ({
  ...effectOf(situation, { added: [], ended: [], lacking: [], targets: [] }),
  shortages,
});
