import { asksForExpert } from "#app/features/assignment/solver/feasibility/rules.ts";
import { noWay, Roster } from "#app/features/assignment/solver/roster/rules.ts";
import { pointsOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Choice, Costs, Table } from "#app/features/assignment/solver/types.ts";

/** Hands passed on, at most, to make room for one exchange. */
const longestChain = 3;
/** Rounds over the entries that still break a rule. */
const rounds = 4;

/** The rules about the readers of one entry together. */
export class SideRules {
  readonly #asks: Uint8Array;
  readonly #floor: Float64Array | null;

  /** `floor`: least sum of points of an entry with the most readers, fewer readers in proportion; null = none. */
  constructor(
    private readonly table: Table,
    floor: number | null,
  ) {
    this.#asks = Uint8Array.from(table.entries, (_, i) => (asksForExpert(table, i) ? 1 : 0));
    this.#floor = floor === null ? null : floorsOf(table, floor);
  }

  /** How often the readers of an entry break a rule, one of them replaced; `from` -1 = as they are. */
  breaches(entry: number, readers: readonly number[], from = -1, to = -1): number {
    const { table } = this;
    const row = entry * table.assessors.length;
    let [count, expert, points] = [0, false, 0];
    for (let a = 0; a < readers.length; a += 1) {
      const one = readers[a] === from ? to : (readers[a] as number);
      expert ||= table.band[row + one] === 2;
      if (this.#floor) points += pointsOf(table, row + one);
      if (table.instance.rules.oneSeatPerOrganisation) count += this.#shares(readers, { upTo: a, one, from, to });
    }
    if (this.#asks[entry] && !expert) count += 1;
    if (this.#floor && points < (this.#floor[entry] as number)) count += 1;
    return count;
  }

  #shares(readers: readonly number[], { upTo, one, from, to }: { upTo: number; one: number; from: number; to: number }): number {
    const own = this.table.organisation[one];
    if (own === -1) return 0;
    let count = 0;
    for (let b = 0; b < upTo; b += 1) {
      const other = readers[b] === from ? to : (readers[b] as number);
      if (this.table.organisation[other] === own) count += 1;
    }
    return count;
  }

  /** Breaches that fixed readers bring by themselves: nothing can be done about them. */
  unavoidable(entry: number): number {
    const { assessors, fixed } = this.table;
    const kept = Array.from({ length: assessors.length }, (_, j) => j).filter((j) => fixed[entry * assessors.length + j]);
    if (!this.table.instance.rules.oneSeatPerOrganisation) return 0;
    return kept.reduce((sum, one, a) => sum + this.#shares(kept, { upTo: a, one, from: -1, to: -1 }), 0);
  }
}

/** Least sum of points asked of each entry; never more than its fixed readers leave possible. */
export function floorsOf(table: Table, floor: number): Float64Array {
  const J = table.assessors.length;
  const widest = table.need.reduce((most, need) => Math.max(most, need), 1);
  return Float64Array.from(table.entries, (_, i) => {
    const need = table.need[i] as number;
    const pairs = Array.from({ length: J }, (__, j) => i * J + j).filter((pair) => table.open[pair]);
    const kept = pairs.filter((pair) => table.fixed[pair]).map((pair) => pointsOf(table, pair));
    const free = pairs.filter((pair) => !table.fixed[pair]).map((pair) => pointsOf(table, pair)).sort((a, b) => b - a);
    const best = [...kept, ...free.slice(0, Math.max(0, need - kept.length))].reduce((sum, points) => sum + points, 0);
    return Math.min((floor * need) / widest, best);
  });
}

export type Repaired = { choice: number[][]; broken: number[] };

/**
 * Exchanges readers where an entry breaks a rule about its readers together, each time the cheapest exchange with the chain of
 * at most three hands that keeps all loads in their bounds, and never breaking another rule. Not exact: the flow's cost bounds
 * how far from the best it can be. `broken` = entries it could not mend.
 */
export function repair(table: Table, costs: Costs, choice: Choice, floor: number | null): Repaired {
  const rules = new SideRules(table, floor);
  const roster = new Roster(table, costs, choice, (entry, readers, from, to) => rules.breaches(entry, readers, from, to) <= rules.breaches(entry, readers));
  let broken = table.entries.map((_, i) => i).filter((i) => rules.breaches(i, roster.readersOf(i)) > rules.unavoidable(i));
  for (let round = 0; round < rounds && broken.length > 0; round += 1) {
    for (const entry of broken) mend(roster, rules, entry);
    broken = table.entries.map((_, i) => i).filter((i) => rules.breaches(i, roster.readersOf(i)) > rules.unavoidable(i));
  }
  return { choice: roster.choice(), broken };
}

type Exchange = { from: number; to: number; price: number; ways: Ways };

/** Exchanges readers of one entry until it breaks nothing or nothing helps. */
function mend(roster: Roster, rules: SideRules, entry: number): void {
  const least = rules.unavoidable(entry);
  for (let before = rules.breaches(entry, roster.readersOf(entry)); before > least; ) {
    const tries = exchangesOf(roster, rules, entry, before);
    if (!tries.some((exchange) => carryOut(roster, entry, exchange))) return;
    before = rules.breaches(entry, roster.readersOf(entry));
  }
}

/** The cheapest exchanges that mend something, best first. */
function exchangesOf(roster: Roster, rules: SideRules, entry: number, before: number): Exchange[] {
  const { size, costs, table } = roster;
  const readers = roster.readersOf(entry);
  const found: Exchange[] = [];
  for (const from of readers) {
    if (table.fixed[entry * size + from]) continue;
    let ways: Ways | null = null;
    for (let to = 0; to < size; to += 1) {
      if (!table.open[entry * size + to] || roster.reads(entry, to)) continue;
      if (rules.breaches(entry, readers, from, to) >= before) continue;
      ways ??= waysTo(roster, from);
      const onward = ways.distance[longestChain]?.[to] ?? noWay;
      if (onward >= noWay) continue;
      found.push({ from, to, ways, price: (costs[entry * size + to] as number) - (costs[entry * size + from] as number) + onward });
    }
  }
  return found.sort((a, b) => a.price - b.price || a.from - b.from || a.to - b.to).slice(0, 12);
}

/** For each number of hands and each reader: price of the cheapest chain to where a unit of load may end, and the next reader. */
type Ways = { distance: Float64Array[]; next: Int32Array[] };

/** Chains to whoever has room, or back to the reader who lost the entry where he may lose none. */
function waysTo({ size, weight, load, table }: Roster, loser: number): Ways {
  const spares = (load[loser] as number) > (table.least[loser] as number);
  const ends = Float64Array.from({ length: size }, (_, j) => (j === loser || (spares && (load[j] as number) < (table.most[j] as number)) ? 0 : noWay));
  const ways: Ways = { distance: [ends], next: [new Int32Array(size).fill(-1)] };
  for (let hands = 1; hands <= longestChain; hands += 1) {
    const before = ways.distance[hands - 1] as Float64Array;
    const distance = before.slice();
    const next = new Int32Array(size).fill(-1);
    for (let from = 0; from < size; from += 1) {
      for (let to = 0; to < size; to += 1) {
        const price = (weight[from * size + to] as number) + (before[to] as number);
        if (price < (distance[from] as number)) {
          distance[from] = price;
          next[from] = to;
        }
      }
    }
    ways.distance.push(distance);
    ways.next.push(next);
  }
  return ways;
}

type Step = { entry: number; from: number; to: number };

/** Does an exchange with its chain; undoes it and says false where one hand rules out another. */
function carryOut(roster: Roster, entry: number, { from, to, ways }: Exchange): boolean {
  const done: Step[] = [];
  const hand = (step: Step): boolean => {
    if (!roster.reads(step.entry, step.from) || !roster.canHand(step.entry, step.from, step.to)) return false;
    roster.hand(step.entry, step.from, step.to);
    done.push(step);
    return true;
  };
  let fits = hand({ entry, from, to });
  for (let hands = longestChain, at = to; fits && hands > 0; hands -= 1) {
    const next = ways.next[hands]?.[at] ?? -1;
    if (next < 0) continue;
    const via = roster.via[at * roster.size + next] as number;
    fits = via >= 0 && via !== entry && hand({ entry: via, from: at, to: next });
    at = next;
  }
  const inBounds = done.every((step) => [step.from, step.to].every((j) => withinBounds(roster, j)));
  if (fits && inBounds) return true;
  for (const step of done.toReversed()) roster.hand(step.entry, step.to, step.from);
  return false;
}

const withinBounds = ({ load, table }: Roster, j: number): boolean =>
  (load[j] as number) <= (table.most[j] as number) && (load[j] as number) >= (table.least[j] as number);
