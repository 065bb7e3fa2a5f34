import { countingOf, effectOf, needOf } from "#app/features/assignment/plans/situation/rules.ts";
import type { AddedReading, PlanResult, PlanRules, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import type { Instance, PairReason, Solution } from "#app/features/assignment/solver/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import type { Id } from "#app/lib/ids.ts";

export type Whole = { kind: "fill" | "afresh"; rules: PlanRules };

/** Readings a whole solution leaves where they are: all of them, or those that have begun. */
const keptBy = (situation: Situation, kind: Whole["kind"]): StandingReading[] =>
  countingOf(situation).filter(({ state }) => kind === "fill" || state !== "untouched");

/**
 * The stage as an instance of the solver. Who left his seat keeps what he locked and gets nothing more; an entry with more readers
 * than it needs keeps them; own bounds go before those of everybody, and give way to what stands.
 */
export function instanceOf(situation: Situation, { kind, rules }: Whole): Instance {
  const kept = keptBy(situation, kind);
  const present = new Set(situation.entries.map(({ id }) => id));
  const fixed = kept.filter(({ proposalId }) => present.has(proposalId));
  const [ofEntry, ofPerson] = [new Map<string, number>(), new Map<string, number>()];
  for (const { proposalId, userId } of fixed) {
    ofEntry.set(proposalId, (ofEntry.get(proposalId) ?? 0) + 1);
    ofPerson.set(userId, (ofPerson.get(userId) ?? 0) + 1);
  }
  const seated = new Set<string>(situation.people.map(({ userId }) => userId));
  const gone = [...ofPerson].filter(([userId]) => !seated.has(userId));
  return {
    readers: situation.readers,
    load: { min: rules.least, max: rules.most },
    entries: situation.entries.map(({ id, category }) => ({ id, category, readers: Math.max(needOf(situation, id), ofEntry.get(id) ?? 0) })),
    assessors: [
      ...situation.people.map(({ userId, organisation, expertise, bounds }) => {
        const [own, stands] = [bounds ?? rules, ofPerson.get(userId) ?? 0];
        return { id: userId, ...(organisation === "" ? {} : { organisation }), expertise, load: { min: own.least, max: Math.max(own.most, stands) } };
      }),
      ...gone.map(([id, count]) => ({ id, load: { min: count, max: count } })),
    ],
    conflicts: situation.entries.flatMap(({ id }) =>
      situation.people.flatMap(({ userId }): [string, string][] => (situation.conflicts.has(pairKey(userId, id)) ? [[userId, id]] : [])),
    ),
    fixed: fixed.map(({ proposalId, userId }): [string, string] => [proposalId, userId]),
    rules: { expertPerEntry: rules.expertPerEntry, oneSeatPerOrganisation: rules.oneSeatPerOrganisation, sameRegionConflict: false },
  };
}

/** What a solution changes in what stands. */
export function resultOf(situation: Situation, kind: Whole["kind"], solution: Solution): PlanResult {
  const wanted = new Set(solution.assignments.map(([entry, person]) => `${entry} ${person}`));
  const standing = new Set(countingOf(situation).map(({ proposalId, userId }) => `${proposalId} ${userId}`));
  const present = new Set(situation.entries.map(({ id }) => id));
  const ended = kind === "fill" ? [] : countingOf(situation).filter(({ proposalId, userId, state }) => state === "untouched" && present.has(proposalId) && !wanted.has(`${proposalId} ${userId}`));
  const added = solution.assignments.flatMap(([entry, person]): AddedReading[] => {
    if (standing.has(`${entry} ${person}`)) return [];
    return [{ proposalId: entry as Id<"proposal">, userId: person as Id<"user">, reason: solution.reasons[entry]?.[person] as PairReason }];
  });
  const { status, method, gap, linking, checks } = solution;
  return effectOf(situation, { added, ended, lacking: [], targets: [] }, { status, method, gap, linking, checks });
}
