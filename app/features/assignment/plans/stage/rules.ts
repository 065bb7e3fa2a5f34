import { lower } from "#app/features/assignment/plans/lowering/rules.ts";
import { countingOf, effectOf, evenBounds, loadsOf, needOf } from "#app/features/assignment/plans/situation/rules.ts";
import type { AddedReading, PlanResult, PlanRules, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";

export type StageChange = {
  /** The stage as it is once the surplus has ended. */
  base: Situation;
  ended: StandingReading[];
  beyond: number;
  /** Whether an entry lacks a reader then, so that the solver is asked. */
  isShort: boolean;
  /** Bounds of the loads to try in turn: the even share and a tenth, then none. */
  attempts: Pick<PlanRules, "least" | "most">[];
};

/**
 * Every entry without a number of its own needs `readers`: all that stands stays but for what is beyond that and not begun, and
 * only what is then missing is added, so that as few readings as possible move.
 */
export function changeOfStage(situation: Situation, readers: number, given: { rules: Pick<PlanRules, "expertPerEntry">; seed: number }): StageChange {
  const changed: Situation = { ...situation, readers, planned: readers };
  const { ended, beyond } = lower(changed, given);
  const gone = new Set(ended.map(({ id }) => id));
  const base = { ...changed, standing: changed.standing.filter(({ id }) => !gone.has(id)) };
  const even = evenBounds(base);
  // Whoever stands above the even share today is no reason to find nothing.
  const heaviest = Math.max(even.most, ...loadsOf(countingOf(base)).values());
  return { base, ended, beyond, isShort: lacks(base), attempts: [even.most, heaviest, base.entries.length].map((most) => ({ least: 0, most })) };
}

function lacks(situation: Situation): boolean {
  const has = new Map<string, number>();
  for (const { proposalId } of countingOf(situation)) has.set(proposalId, (has.get(proposalId) ?? 0) + 1);
  return situation.entries.some(({ id }) => (has.get(id) ?? 0) < needOf(situation, id));
}

/** The whole effect of the change on what stands now. */
export const stageResult = (situation: Situation, { base, ended, beyond }: StageChange, found: { added: AddedReading[]; solved: PlanResult["solved"] }): PlanResult => ({
  ...effectOf({ ...situation, readers: base.readers }, { added: found.added, ended, lacking: [], targets: [] }, found.solved),
  stageReaders: { before: situation.planned, after: base.readers, beyond },
});
