import { fillFreed } from "#app/features/assignment/plans/freed/rules.ts";
import { joinIn } from "#app/features/assignment/plans/joining/rules.ts";
import { countingOf, effectOf, loadsOf, type Moves, needOf } from "#app/features/assignment/plans/situation/rules.ts";
import type { PlanChange, PlanResult, PlanRules, PlanStatus, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

/** Changes the worker solves; the others touch few entries and are worked out at once. */
export const isSolvedByWorker = (change: PlanChange): boolean => change.kind === "fill" || change.kind === "afresh" || change.kind === "stage";

/**
 * Works out a change that moves as few readings as possible: all others stay where they are. Never ends a locked reading. Refuses
 * `assignment.notSeated`, `assignment.notAnEntry`, and `assignment.alreadyRead` where fewer readers are asked for than have begun.
 */
export function workOut(situation: Situation, change: PlanChange, given: { rules: Pick<PlanRules, "expertPerEntry" | "oneSeatPerOrganisation">; seed: number }): PlanResult {
  switch (change.kind) {
    case "replace": {
      const ended = situation.standing.filter(({ userId, state }) => userId === change.userId && state !== "locked");
      return effectOf(situation, { ...fillFreed(situation, { ...given, ended, without: change.userId }), ended, targets: [] });
    }
    case "join":
      return effectOf(situation, joinIn(situation, { ...change, ...given }));
    case "readers":
      return effectOf(situation, withTargets(situation, new Map([[requireEntry(situation, change.proposalId), change.readers]]), given));
    case "more": {
      const wanted = new Map(change.wants.map(({ proposalId, more }) => [requireEntry(situation, proposalId), Math.max(needOf(situation, proposalId), countOf(situation, proposalId)) + more]));
      return effectOf(situation, withTargets(situation, wanted, given));
    }
    case "refill": {
      const only = new Set([requireEntry(situation, change.proposalId)]);
      return effectOf(situation, { ...fillFreed(situation, { ...given, ended: [], without: null, only }), ended: [], targets: [] });
    }
    case "fill":
    case "afresh":
    case "stage":
      throw new RangeError("the worker solves this change");
  }
}

function requireEntry({ entries }: Situation, id: Id<"proposal">): Id<"proposal"> {
  if (!entries.some((entry) => entry.id === id)) throw new DomainError("assignment.notAnEntry", { kind: "conflict", params: { count: 1 } });
  return id;
}

const countOf = (situation: Situation, entry: Id<"proposal">): number => countingOf(situation).filter(({ proposalId }) => proposalId === entry).length;

function withTargets(situation: Situation, wanted: ReadonlyMap<Id<"proposal">, number>, given: Parameters<typeof workOut>[2]): Moves {
  const targets = [...wanted].map(([proposalId, after]) => ({ proposalId, before: situation.targets.get(proposalId) ?? null, after }));
  const changed = { ...situation, targets: new Map([...situation.targets, ...wanted]) };
  const ended = [...wanted].flatMap(([proposalId, readers]) => surplusOf(situation, proposalId, readers));
  return { ...fillFreed(changed, { ...given, ended, without: null, only: new Set(wanted.keys()) }), ended, targets };
}

/** Readings an entry no longer needs: those not begun, from the heaviest loads first; with none needed, drafts too. */
function surplusOf(situation: Situation, entry: Id<"proposal">, readers: number): StandingReading[] {
  const own = countingOf(situation).filter(({ proposalId }) => proposalId === entry);
  if (readers === 0) return own.filter(({ state }) => state !== "locked");
  const kept = own.filter(({ state }) => state !== "untouched").length;
  if (kept > readers) throw new DomainError("assignment.alreadyRead", { kind: "conflict", params: { begun: kept, readers } });
  const load = loadsOf(countingOf(situation));
  const loose = own.filter(({ state }) => state === "untouched").sort((a, b) => (load.get(b.userId) ?? 0) - (load.get(a.userId) ?? 0) || (a.id < b.id ? -1 : 1));
  return loose.slice(0, Math.max(0, own.length - readers));
}

/**
 * What a result rests on, as plain data: which readings its entries have, the state of those that end, and whether those who
 * begin still sit, may read and do not yet. When it is another at applying, the preview is stale.
 */
export function basisOf(situation: Situation, { added, ended, targets, stageReaders }: PlanResult) {
  const touched = new Set([...added, ...ended, ...targets].map(({ proposalId }) => proposalId));
  const ending = new Set(ended.map(({ id }) => id));
  const seated = new Set(situation.people.map(({ userId }) => userId));
  const present = new Set(situation.entries.map(({ id }) => id));
  const readings = situation.standing
    .filter(({ proposalId }) => touched.has(proposalId))
    .map(({ id, state }) => `${id} ${ending.has(id) ? state : ""}`)
    .sort();
  const readers = added.map(({ proposalId, userId }) => [proposalId, userId, seated.has(userId), present.has(proposalId), situation.conflicts.has(pairKey(userId, proposalId))]);
  const needs = targets.map(({ proposalId }) => [proposalId, situation.targets.get(proposalId) ?? null]);
  return { readings, readers, needs, ...(stageReaders ? { stage: [situation.planned, situation.readers] } : {}) };
}

/** What becomes of a plan; anything else is refused. */
const steps: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  queued: ["running", "cancelled"],
  running: ["ready", "failed", "cancelled", "queued"],
  ready: ["applied", "applying", "discarded"],
  failed: ["discarded"],
  cancelled: [],
  discarded: [],
  applying: ["applied", "ready"],
  applied: ["undone", "undoing"],
  undoing: ["undone", "applied"],
  undone: [],
};

export const mayStep = (from: PlanStatus, to: PlanStatus): boolean => steps[from].includes(to);

/** Refuses `assignment.planMovedOn` (409) where a plan is no longer what the page showed. */
export function requireStep(from: PlanStatus, to: PlanStatus): void {
  if (!mayStep(from, to)) throw new DomainError("assignment.planMovedOn", { kind: "conflict" });
}
