import type { ReaderPair, ReaderPlan } from "#app/features/assignment/types.ts";
import { splitPair } from "#app/features/conflicts/rules.ts";
import type { PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";
import type { Random } from "#app/lib/random.ts";

type UserId = Id<"user">;
type ProposalId = Id<"proposal">;

export type ReaderProblem = {
  entries: readonly ProposalId[];
  assessors: readonly UserId[];
  /** Readers each entry needs, but for those `needs` names. */
  readers: number;
  needs?: ReadonlyMap<ProposalId, number>;
  forbidden: ReadonlySet<PairKey>;
  /** Pairs that stand already: kept, counted in the loads, never moved. */
  standing?: readonly ReaderPair[];
  random: Random;
};

/**
 * Gives every entry its missing readers: the least loaded who may read it, ties by lot, then evens out until no reader has two
 * entries more than another to whom one could be handed on. Never gives a forbidden pair. An entry whom too few may read gets
 * all of them and is reported as lacking. The same input and the same random stream give the same plan.
 */
export function roundRobin(problem: ReaderProblem): ReaderPlan {
  const table = new Table(problem);
  const plan: ReaderPlan = { pairs: [], lacking: [] };
  for (const entry of byFreedom(table, problem.entries)) {
    const missing = fill(table, entry, problem);
    if (missing > 0) plan.lacking.push({ proposalId: entry, missing });
  }
  evenOut(table);
  const order = new Map(problem.entries.map((entry, index) => [entry, index]));
  const place = (id: ProposalId): number => order.get(id) ?? 0;
  plan.pairs = table.givenPairs().sort((a, b) => place(a.proposalId) - place(b.proposalId));
  plan.lacking.sort((a, b) => place(a.proposalId) - place(b.proposalId));
  return plan;
}

/** Entries that fewer may read choose first; otherwise the order given. */
function byFreedom(table: Table, entries: readonly ProposalId[]): ProposalId[] {
  const freedom = new Map(entries.map((entry) => [entry, table.candidates(entry).length]));
  return [...entries].sort((a, b) => (freedom.get(a) ?? 0) - (freedom.get(b) ?? 0));
}

function fill(table: Table, entry: ProposalId, { readers, needs, random }: ReaderProblem): number {
  let missing = (needs?.get(entry) ?? readers) - table.readersOf(entry);
  while (missing > 0) {
    const free = table.candidates(entry);
    if (free.length === 0) return missing;
    const least = Math.min(...free.map((userId) => table.loadOf(userId)));
    const tied = free.filter((userId) => table.loadOf(userId) === least);
    table.give(entry, tied[Math.floor(random() * tied.length)] as UserId);
    missing -= 1;
  }
  return 0;
}

/** Hands entries on along chains from the most to the least loaded until no chain brings two loads closer. */
function evenOut(table: Table): void {
  for (let chain = table.findChain(); chain; chain = table.findChain()) {
    for (const { entry, from, to } of chain) table.handOn(entry, from, to);
  }
}

type Step = { entry: ProposalId; from: UserId; to: UserId };

/** Who reads what while a plan is being made. */
class Table {
  readonly #assessors: readonly UserId[];
  readonly #barred = new Map<ProposalId, Set<UserId>>();
  readonly #load = new Map<UserId, number>();
  readonly #readers = new Map<ProposalId, Set<UserId>>();
  readonly #given = new Map<UserId, Set<ProposalId>>();

  constructor({ assessors, forbidden, standing = [] }: ReaderProblem) {
    this.#assessors = assessors;
    for (const pair of forbidden) this.#bar(...splitPair(pair));
    for (const userId of assessors) {
      this.#load.set(userId, 0);
      this.#given.set(userId, new Set());
    }
    for (const { proposalId, userId } of standing) this.#add(proposalId, userId);
  }

  readersOf = (entry: ProposalId): number => this.#readers.get(entry)?.size ?? 0;
  loadOf = (userId: UserId): number => this.#load.get(userId) ?? 0;

  candidates(entry: ProposalId): UserId[] {
    return this.#assessors.filter((userId) => this.#mayRead(entry, userId));
  }

  give(entry: ProposalId, userId: UserId): void {
    this.#add(entry, userId);
    this.#given.get(userId)?.add(entry);
  }

  handOn(entry: ProposalId, from: UserId, to: UserId): void {
    this.#readers.get(entry)?.delete(from);
    this.#given.get(from)?.delete(entry);
    this.#load.set(from, this.loadOf(from) - 1);
    this.give(entry, to);
  }

  givenPairs(): ReaderPair[] {
    return this.#assessors.flatMap((userId) => [...(this.#given.get(userId) ?? [])].map((proposalId) => ({ proposalId, userId })));
  }

  /** The shortest chain of hand-overs from a reader to one with at least two entries fewer; undefined when all is even. */
  findChain(): Step[] | undefined {
    const lowest = Math.min(...this.#assessors.map(this.loadOf));
    const heavy = this.#assessors.filter((userId) => this.loadOf(userId) >= lowest + 2);
    for (const start of heavy.sort((a, b) => this.loadOf(b) - this.loadOf(a))) {
      const chain = this.#chainFrom(start);
      if (chain) return chain;
    }
    return undefined;
  }

  #chainFrom(start: UserId): Step[] | undefined {
    const came = new Map<UserId, Step | null>([[start, null]]);
    const queue = [start];
    for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
      if (this.loadOf(from) <= this.loadOf(start) - 2) return trace(came, from);
      for (const to of this.#assessors) {
        const entry = came.has(to) ? undefined : this.#handable(from, to);
        if (entry === undefined) continue;
        came.set(to, { entry, from, to });
        queue.push(to);
      }
    }
    return undefined;
  }

  #handable(from: UserId, to: UserId): ProposalId | undefined {
    for (const entry of this.#given.get(from) ?? []) if (this.#mayRead(entry, to)) return entry;
    return undefined;
  }

  #mayRead = (entry: ProposalId, userId: UserId): boolean =>
    !this.#readers.get(entry)?.has(userId) && !this.#barred.get(entry)?.has(userId);

  #bar(userId: UserId, entry: ProposalId): void {
    const barred = this.#barred.get(entry);
    if (barred) barred.add(userId);
    else this.#barred.set(entry, new Set([userId]));
  }

  #add(entry: ProposalId, userId: UserId): void {
    const readers = this.#readers.get(entry);
    if (readers) readers.add(userId);
    else this.#readers.set(entry, new Set([userId]));
    this.#load.set(userId, this.loadOf(userId) + 1);
  }
}

function trace(came: ReadonlyMap<UserId, Step | null>, end: UserId): Step[] {
  const steps: Step[] = [];
  for (let step = came.get(end); step; step = came.get(step.from)) steps.unshift(step);
  return steps;
}
