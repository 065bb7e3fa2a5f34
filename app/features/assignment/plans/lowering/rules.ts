import { countingOf, loadsOf } from "#app/features/assignment/plans/situation/rules.ts";
import type { PlanRules, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";

export type Lowered = {
  ended: StandingReading[];
  /** Entries that keep more readings than they need. */
  beyond: number;
};

/** Of one entry: readings nobody has begun, kept or given up, and those that stay whatever happens. */
type Cell = { category: string; kept: StandingReading[]; given: StandingReading[]; begun: StandingReading[] };

type Given = { rules: Pick<PlanRules, "expertPerEntry">; seed: number };

/**
 * The readings that end when every entry without a number of its own needs `situation.readers`: only such as nobody has begun, as
 * few as that takes, chosen so that the sum of squared loads is the least there is (cost-reducing paths, as in Harvey, Ladner,
 * Lovasz and Tamir, Semi-matchings for bipartite graphs and load balancing, 2006). Ties fall by lot. Where each entry must have an
 * expert, its last one stays.
 */
export function lower(situation: Situation, { rules, seed }: Given): Lowered {
  const cells = new Cells(situation, rules.expertPerEntry);
  const random = seededRandom(seed);
  const lot = new Map(cells.ids.map((id) => [id, random()]));
  const order = [...cells.ids].sort((a, b) => (lot.get(a) as number) - (lot.get(b) as number));
  for (const id of order) cells.giveUp(id, situation.readers);
  while (cells.even()) continue;
  return { ended: cells.ids.flatMap((id) => cells.of(id).given), beyond: cells.ids.filter((id) => cells.count(id) > situation.readers).length };
}

class Cells {
  /** Entries without a number of their own, in the order of their ids. */
  readonly ids: Id<"proposal">[];
  readonly #cells = new Map<Id<"proposal">, Cell>();
  readonly #load: Map<Id<"user">, number>;
  readonly #experts: Map<Id<"user">, Readonly<Record<string, string>>>;

  constructor(
    situation: Situation,
    private readonly keepsExpert: boolean,
  ) {
    const counting = countingOf(situation);
    this.#load = loadsOf(counting);
    this.#experts = new Map(situation.people.map(({ userId, expertise }) => [userId, expertise]));
    this.ids = situation.entries.map(({ id }) => id).filter((id) => !situation.targets.has(id)).sort();
    for (const { id, category } of situation.entries) if (!situation.targets.has(id)) this.#cells.set(id, { category, kept: [], given: [], begun: [] });
    for (const reading of counting) {
      const cell = this.#cells.get(reading.proposalId);
      if (cell) (reading.state === "untouched" ? cell.kept : cell.begun).push(reading);
    }
  }

  of = (id: Id<"proposal">): Cell => this.#cells.get(id) as Cell;
  count = (id: Id<"proposal">): number => this.of(id).kept.length + this.of(id).begun.length;

  /** Gives up what an entry has beyond its need, from the heaviest loads first. */
  giveUp(id: Id<"proposal">, need: number): void {
    const cell = this.of(id);
    while (this.count(id) > need) {
      const loose = cell.kept.filter((reading) => !this.#isLastExpert(cell, reading, null));
      const [heaviest] = loose.sort((a, b) => this.#loadOf(b) - this.#loadOf(a) || (a.id < b.id ? -1 : 1));
      if (!heaviest) return;
      this.#move(cell, heaviest, "given");
    }
  }

  /** Takes one step towards even loads: along entries, from a heavy load to one that is lighter by two or more. False at the end. */
  even(): boolean {
    const edges = this.#edges();
    const heaviest = [...edges.keys()].sort((a, b) => (this.#load.get(b) ?? 0) - (this.#load.get(a) ?? 0) || (a < b ? -1 : 1));
    for (const from of heaviest) {
      const path = this.#pathFrom(from, edges);
      if (!path) continue;
      for (const { cell, out, back } of path) {
        this.#move(cell, out, "given");
        this.#move(cell, back, "kept");
      }
      return true;
    }
    return false;
  }

  /** Who could hand which reading to whom. */
  #edges(): Map<Id<"user">, Edge[]> {
    const edges = new Map<Id<"user">, Edge[]>();
    for (const id of this.ids) {
      const cell = this.of(id);
      for (const out of cell.kept) {
        for (const back of cell.given) {
          if (this.#isLastExpert(cell, out, back)) continue;
          const own = edges.get(out.userId);
          if (own) own.push({ cell, out, back });
          else edges.set(out.userId, [{ cell, out, back }]);
        }
      }
    }
    return edges;
  }

  /** The shortest way, so that no entry stands on it twice. */
  #pathFrom(from: Id<"user">, edges: ReadonlyMap<Id<"user">, Edge[]>): Edge[] | null {
    const light = (this.#load.get(from) ?? 0) - 2;
    const cameBy = new Map<Id<"user">, Edge | null>([[from, null]]);
    const queue = [from];
    for (let at = 0; at < queue.length; at += 1) {
      for (const edge of edges.get(queue[at] as Id<"user">) ?? []) {
        const to = edge.back.userId;
        if (cameBy.has(to)) continue;
        cameBy.set(to, edge);
        if ((this.#load.get(to) ?? 0) <= light) return wayTo(to, cameBy);
        queue.push(to);
      }
    }
    return null;
  }

  #isLastExpert({ category, kept, begun }: Cell, out: StandingReading, back: StandingReading | null): boolean {
    if (!this.keepsExpert || !this.#isExpert(out, category) || (back && this.#isExpert(back, category))) return false;
    return ![...kept, ...begun].some((other) => other !== out && this.#isExpert(other, category));
  }

  #isExpert = ({ userId }: StandingReading, category: string): boolean => this.#experts.get(userId)?.[category] === "expert";
  #loadOf = ({ userId }: StandingReading): number => this.#load.get(userId) ?? 0;

  #move(cell: Cell, reading: StandingReading, to: "kept" | "given"): void {
    const from = to === "kept" ? "given" : "kept";
    cell[from] = cell[from].filter((one) => one !== reading);
    cell[to].push(reading);
    this.#load.set(reading.userId, this.#loadOf(reading) + (to === "kept" ? 1 : -1));
  }
}

type Edge = { cell: Cell; out: StandingReading; back: StandingReading };

function wayTo(end: Id<"user">, cameBy: ReadonlyMap<Id<"user">, Edge | null>): Edge[] {
  const way: Edge[] = [];
  for (let edge = cameBy.get(end); edge; edge = cameBy.get(edge.out.userId)) way.unshift(edge);
  return way;
}
