import { countingOf, loadsOf, needOf } from "#app/features/assignment/plans/situation/rules.ts";
import type { AddedReading, PlanRules, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import { costsOf } from "#app/features/assignment/solver/costs/rules.ts";
import { cheapestFlow } from "#app/features/assignment/solver/flow/rules.ts";
import { reasonsOf } from "#app/features/assignment/solver/reasons/rules.ts";
import { repair, SideRules } from "#app/features/assignment/solver/repair/rules.ts";
import { tableOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Instance, PairReason, Table } from "#app/features/assignment/solver/types.ts";
import type { Lacking } from "#app/features/assignment/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import type { Id } from "#app/lib/ids.ts";

type Freed = {
  rules: Pick<PlanRules, "expertPerEntry" | "oneSeatPerOrganisation">;
  seed: number;
  ended: readonly StandingReading[];
  /** Reads nothing new. */
  without: Id<"user"> | null;
  /** Entries that are filled; without, those that lose a reading. */
  only?: ReadonlySet<Id<"proposal">>;
};

/**
 * Fills the seats that are free, all other readings fixed: the same costs as the whole, loads as even as the rest allows, experts
 * and organisations as the rules say. An entry that too few may read gets all of them and is reported as lacking.
 */
export function fillFreed(situation: Situation, freed: Freed): { added: AddedReading[]; lacking: Lacking[] } {
  const gone = new Set(freed.ended.map(({ id }) => id));
  const kept = countingOf(situation).filter(({ id }) => !gone.has(id));
  const entries = freed.only ?? new Set(freed.ended.map(({ proposalId }) => proposalId));
  const keptBy = readersBy(kept, entries);
  const open = seatsOf(situation, freed, keptBy, entries);
  const filled = open.length === 0 ? [] : choose(situation, freed, kept, open);
  const filledBy = readersBy(filled, entries);
  const lacking = [...entries].sort().flatMap((proposalId): Lacking[] => {
    const has = (keptBy.get(proposalId)?.length ?? 0) + (filledBy.get(proposalId)?.length ?? 0);
    const missing = needOf(situation, proposalId) - has;
    return missing > 0 ? [{ proposalId, missing }] : [];
  });
  return { added: filled, lacking };
}

/** Who reads each of some entries: looked up in one pass, since a plan may touch hundreds of entries beside a hundred thousand readings. */
function readersBy(readings: readonly { proposalId: Id<"proposal">; userId: Id<"user"> }[], entries: ReadonlySet<Id<"proposal">>): Map<Id<"proposal">, Id<"user">[]> {
  const found = new Map<Id<"proposal">, Id<"user">[]>();
  for (const { proposalId, userId } of readings) {
    if (!entries.has(proposalId)) continue;
    const known = found.get(proposalId);
    if (known) known.push(userId);
    else found.set(proposalId, [userId]);
  }
  return found;
}

type Open = { id: Id<"proposal">; category: string; need: number; fixed: Id<"user">[] };

/** Entries with free seats, each asking for no more than may read it. */
function seatsOf(situation: Situation, { without }: Freed, kept: ReadonlyMap<Id<"proposal">, Id<"user">[]>, entries: ReadonlySet<Id<"proposal">>): Open[] {
  return situation.entries.flatMap(({ id, category }): Open[] => {
    if (!entries.has(id)) return [];
    const fixed = kept.get(id) ?? [];
    const free = situation.people.filter(({ userId }) => userId !== without && !fixed.includes(userId) && !situation.conflicts.has(pairKey(userId, id))).length;
    const need = Math.min(needOf(situation, id), fixed.length + free);
    return need > fixed.length ? [{ id, category, need, fixed }] : [];
  });
}

function choose(situation: Situation, freed: Freed, kept: readonly StandingReading[], open: readonly Open[]): AddedReading[] {
  const load = loadsOf(kept);
  const seats = open.reduce((sum, { need, fixed }) => sum + need - fixed.length, 0);
  const total = kept.length + seats;
  const even = Math.ceil(total / Math.max(1, situation.people.length));
  // The lowest ceiling of loads under which everybody is served; own bounds give way last.
  for (let ceiling = even; ; ceiling += 1) {
    const table = tableOf(instanceOf(situation, freed, { load, open, ceiling, strict: ceiling <= even + seats }));
    const costs = costsOf(table, freed.seed, 0);
    const flow = cheapestFlow(table, costs);
    if (!flow.ok) continue;
    const { choice } = repair(table, costs, flow.choice, null);
    const reasons = reasonsOf({ table, costs, choice, seed: freed.seed, linking: 0 });
    return readingsOf(table, withoutBreaches(table, choice), reasons, load);
  }
}

type Parts = { load: ReadonlyMap<Id<"user">, number>; open: readonly Open[]; ceiling: number; strict: boolean };

function instanceOf(situation: Situation, { rules, without }: Freed, { load, open, ceiling, strict }: Parts): Instance {
  const inside = loadsOf(open.flatMap(({ fixed }) => fixed.map((userId) => ({ userId }))));
  const absent = [...inside.keys()].filter((userId) => !situation.people.some((person) => person.userId === userId));
  const ids = new Set(open.map(({ id }) => id));
  const people = situation.people.map(({ userId, organisation, bounds, expertise }) => {
    const [fixed, own] = [inside.get(userId) ?? 0, strict ? (bounds?.most ?? Infinity) : Infinity];
    const elsewhere = (load.get(userId) ?? 0) - fixed;
    const most = userId === without ? fixed : Math.max(fixed, Math.min(ceiling, own) - elsewhere);
    return { id: userId, organisation, expertise, load: { min: 0, max: most } };
  });
  return {
    readers: 1,
    load: { min: 0, max: 0 },
    entries: open.map(({ id, category, need }) => ({ id, category, readers: need })),
    assessors: [...people, ...absent.map((id) => ({ id, load: { min: 0, max: inside.get(id) ?? 0 } }))],
    conflicts: [...situation.conflicts].flatMap((pair): [string, string][] => {
      const [userId, proposalId] = pair.split(" ") as [string, Id<"proposal">];
      return ids.has(proposalId) && situation.people.some((person) => person.userId === userId) ? [[userId, proposalId]] : [];
    }),
    fixed: open.flatMap(({ id, fixed }) => fixed.map((userId): [string, string] => [id, userId])),
    rules: { ...rules, sameRegionConflict: false },
  };
}

/** A seat that only somebody of an organisation already there could take stays free. */
function withoutBreaches(table: Table, choice: readonly (readonly number[])[]): number[][] {
  const rules = new SideRules({ ...table, instance: { ...table.instance, rules: { ...table.instance.rules, expertPerEntry: false } } }, null);
  return choice.map((readers, i) => {
    let left = [...readers];
    for (const j of readers.toReversed()) {
      if (rules.breaches(i, left) <= rules.unavoidable(i)) break;
      if (!table.fixed[i * table.assessors.length + j]) left = left.filter((one) => one !== j);
    }
    return left;
  });
}

function readingsOf(table: Table, choice: readonly (readonly number[])[], reasons: Record<string, Record<string, PairReason>>, load: ReadonlyMap<Id<"user">, number>): AddedReading[] {
  const found = choice.flatMap((readers, i) =>
    readers.flatMap((j): AddedReading[] => {
      if (table.fixed[i * table.assessors.length + j]) return [];
      const [proposalId, userId] = [table.entries[i] as Id<"proposal">, table.assessors[j] as Id<"user">];
      return [{ proposalId, userId, reason: reasons[proposalId]?.[userId] as PairReason }];
    }),
  );
  const more = loadsOf(found);
  // The sentence tells the whole load, not that of the freed seats alone.
  return found.map((reading) => {
    const whole = (load.get(reading.userId) ?? 0) + (more.get(reading.userId) ?? 0);
    return { ...reading, reason: { ...reading.reason, load: whole, most: Math.max(whole, reading.reason.most) } };
  });
}
