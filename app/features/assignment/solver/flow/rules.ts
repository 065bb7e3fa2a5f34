import { noWay, Roster } from "#app/features/assignment/solver/roster/rules.ts";
import type { Choice, Costs, Shortage, Table } from "#app/features/assignment/solver/types.ts";

/** `prices`: what one more reading is worth at each reader (dual values), by which a pair's least effect on the cost is known. */
export type Flow = { ok: true; choice: number[][]; cost: number; prices: Float64Array } | { ok: false; shortage: Shortage };

/**
 * Cheapest choice of readers with the loads in their bounds, without the rules about experts and organisations: a minimum cost
 * flow, exact. Everybody is given his cheapest entries first, which nothing could better but for the loads; then units of load
 * go by shortest paths (Dijkstra with potentials; Edmonds and Karp 1972) from whom has too many to whom has room. Refuses with
 * the entries and people whose demand exceeds what can be read.
 */
export function cheapestFlow(table: Table, costs: Costs): Flow {
  const roster = new Roster(table, costs, cheapestEach(table, costs));
  const search = new Search(roster);
  const { least, most } = table;
  const { load, size } = roster;
  for (let from = 0; from < size; from += 1) {
    while ((load[from] as number) > (most[from] as number)) {
      if (!search.push([from], (to) => (load[to] as number) < (most[to] as number))) return { ok: false, shortage: overfull(roster, search) };
    }
  }
  for (let to = 0; to < size; to += 1) {
    while ((load[to] as number) < (least[to] as number)) {
      const givers = Array.from({ length: size }, (_, j) => j).filter((j) => (load[j] as number) > (least[j] as number));
      if (!search.pull(givers, to)) return { ok: false, shortage: idle(roster, search) };
    }
  }
  const choice = roster.choice();
  return { ok: true, choice, cost: costOf(table, costs, choice), prices: search.prices() };
}

/**
 * Pairs that can be part of a result that costs at most `more` above the flow: 1 = they can. By linear duality the use of any
 * other pair costs more than that, whatever further rules there are, so that leaving it out loses nothing.
 */
export function pairsWithin(table: Table, costs: Costs, flow: { choice: Choice; prices: Float64Array }, more: number): Uint8Array {
  const J = table.assessors.length;
  const kept = new Uint8Array(table.open.length);
  flow.choice.forEach((readers, i) => {
    const row = i * J;
    const price = (j: number): number => (costs[row + j] as number) - (flow.prices[j] as number);
    const dearest = readers.reduce((most, j) => (table.fixed[row + j] ? most : Math.max(most, price(j))), -Infinity);
    for (const j of readers) kept[row + j] = 1;
    // All of its readers are fixed: nobody else can come in.
    if (dearest === -Infinity) return;
    for (let j = 0; j < J; j += 1) if (table.open[row + j] && price(j) - dearest <= more) kept[row + j] = 1;
  });
  return kept;
}

export function costOf({ assessors }: Pick<Table, "assessors">, costs: Costs, choice: Choice): number {
  let sum = 0;
  choice.forEach((readers, i) => {
    for (const j of readers) sum += costs[i * assessors.length + j] as number;
  });
  return sum;
}

/** For each entry those fixed and the cheapest others, ties to the lower index. The table has enough eligible for each. */
export function cheapestEach(table: Table, costs: Costs): number[][] {
  const J = table.assessors.length;
  return table.entries.map((_, i) => {
    const row = i * J;
    const eligible = Array.from({ length: J }, (__, j) => j).filter((j) => table.open[row + j]);
    const rank = (j: number): number => (table.fixed[row + j] ? -noWay : (costs[row + j] as number));
    eligible.sort((a, b) => rank(a) - rank(b) || a - b);
    return eligible.slice(0, table.need[i]).sort((a, b) => a - b);
  });
}

/** Shortest paths over readers. Node `size` is the common end into which loads within their bounds drain. */
class Search {
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #before: Int32Array;
  readonly #done: Uint8Array;

  constructor(private readonly roster: Roster) {
    this.#potential = new Float64Array(roster.size + 1);
    this.#distance = new Float64Array(roster.size);
    this.#before = new Int32Array(roster.size);
    this.#done = new Uint8Array(roster.size);
  }

  /** Readers the last search reached. */
  reached = (): number[] => Array.from({ length: this.roster.size }, (_, j) => j).filter((j) => this.#done[j]);

  prices = (): Float64Array => this.#potential.slice(0, this.roster.size);

  /** One unit from its holder along the shortest path to the common end, by way of somebody with room; false when there is none. */
  push(from: readonly number[], hasRoom: (reader: number) => boolean): boolean {
    const end = this.roster.size;
    for (const j of from) this.#begin(j, 0);
    return this.#run(from, (j) => (hasRoom(j) ? Math.max(0, (this.#potential[j] as number) - (this.#potential[end] as number)) : Infinity), null);
  }

  /** One unit from the common end, by way of somebody who can spare it, to a reader; false when nobody can. */
  pull(givers: readonly number[], to: number): boolean {
    const end = this.#potential[this.roster.size] as number;
    return this.#run(givers, (j) => (j === to ? 0 : Infinity), (j) => Math.max(0, end - (this.#potential[j] as number)));
  }

  #begin(j: number, distance: number): void {
    this.#distance[j] = distance;
  }

  #run(from: readonly number[], last: (j: number) => number, first: ((j: number) => number) | null): boolean {
    this.#distance.fill(Infinity);
    this.#before.fill(-1);
    this.#done.fill(0);
    for (const j of from) this.#begin(j, first ? first(j) : 0);
    let [best, end] = [Infinity, -1];
    for (let at = this.#nearest(); at >= 0 && (this.#distance[at] as number) < best; at = this.#nearest()) {
      this.#done[at] = 1;
      const whole = (this.#distance[at] as number) + last(at);
      if (whole < best) [best, end] = [whole, at];
      this.#relax(at);
    }
    if (end < 0) return false;
    this.#settle(best, first === null ? best : 0);
    this.#carry(end);
    return true;
  }

  #nearest(): number {
    let [best, found] = [Infinity, -1];
    for (let j = 0; j < this.roster.size; j += 1) {
      if (!this.#done[j] && (this.#distance[j] as number) < best) {
        best = this.#distance[j] as number;
        found = j;
      }
    }
    return found;
  }

  #relax(at: number): void {
    const { size, weight } = this.roster;
    const base = (this.#distance[at] as number) + (this.#potential[at] as number);
    for (let to = 0; to < size; to += 1) {
      const price = weight[at * size + to] as number;
      if (price === noWay || this.#done[to]) continue;
      const distance = base + price - (this.#potential[to] as number);
      if (distance < (this.#distance[to] as number)) {
        this.#distance[to] = distance;
        this.#before[to] = at;
      }
    }
  }

  /** Keeps every price along the residual graph from being negative: distances up to that of the end go into the potentials. */
  #settle(best: number, common: number): void {
    for (let j = 0; j < this.roster.size; j += 1) {
      this.#potential[j] = (this.#potential[j] as number) + Math.min(best, this.#distance[j] as number);
    }
    this.#potential[this.roster.size] = (this.#potential[this.roster.size] as number) + common;
  }

  #carry(end: number): void {
    const { size, via } = this.roster;
    const steps: { entry: number; from: number; to: number }[] = [];
    for (let to = end, from = this.#before[to] as number; from >= 0; to = from, from = this.#before[to] as number) {
      steps.push({ entry: via[from * size + to] as number, from, to });
    }
    for (const { entry, from, to } of steps) this.roster.hand(entry, from, to);
  }
}

/** Whoever the search reached is full, and what these people read nobody else may: their entries ask for more than they can read. */
function overfull({ table, heldBy, load }: Roster, search: Search): Shortage {
  const people = search.reached();
  const entries = [...new Set(people.flatMap((j) => [...heldBy(j)]))].sort((a, b) => a - b);
  return {
    kind: "capacity",
    entries: entries.map((i) => table.entries[i] as string),
    assessors: people.map((j) => table.assessors[j] as string),
    needs: people.reduce((sum, j) => sum + (load[j] as number), 0),
    capacity: people.reduce((sum, j) => sum + (table.most[j] as number), 0),
  };
}

/** Nobody can spare a reading for these people: all who might hand them one are at their least. */
function idle({ table, load }: Roster, search: Search): Shortage {
  const reached = new Set(search.reached());
  const people = Array.from({ length: table.assessors.length }, (_, j) => j).filter((j) => !reached.has(j));
  return {
    kind: "idle",
    assessors: people.map((j) => table.assessors[j] as string),
    least: people.reduce((sum, j) => sum + (table.least[j] as number), 0),
    reachable: people.reduce((sum, j) => sum + (load[j] as number), 0),
  };
}
