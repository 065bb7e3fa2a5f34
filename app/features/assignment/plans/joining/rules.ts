import { countingOf, loadsOf, type Moves, needOf } from "#app/features/assignment/plans/situation/rules.ts";
import type { AddedReading, PlanRules, Reader, Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import type { PairReason } from "#app/features/assignment/solver/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";

type Joining = { userId: Id<"user">; share: number; seed: number; rules: Pick<PlanRules, "expertPerEntry" | "oneSeatPerOrganisation"> };

/**
 * Gives a person `share` readings, first those that are missing, then readings nobody has begun, always from whoever has the
 * heaviest load, so that exactly as many readings move as he takes on. Of one person's entries he gets those he knows best, ties
 * by lot. Refuses `assignment.notSeated`.
 */
export function joinIn(situation: Situation, joining: Joining): Moves {
  const person = situation.people.find(({ userId }) => userId === joining.userId);
  if (!person) throw new DomainError("assignment.notSeated", { kind: "conflict", params: { count: 1 } });
  const table = new Desk(situation, person, joining);
  const moves: Moves = { added: [], ended: [], lacking: [], targets: [] };
  while (moves.added.length < joining.share) {
    const next = table.missing() ?? table.handOver();
    if (!next) break;
    moves.added.push(next.added);
    if (next.ended) moves.ended.push(next.ended);
  }
  return { ...moves, added: moves.added.map((one) => ({ ...one, reason: { ...one.reason, load: table.load } })) };
}

type Move = { added: AddedReading; ended: StandingReading | null };

/** What the person who joins may still take. */
class Desk {
  load: number;
  readonly #readers: Map<Id<"proposal">, StandingReading[]>;
  readonly #loads: Map<Id<"user">, number>;
  readonly #lot: Map<Id<"proposal">, number>;
  readonly #people: Map<Id<"user">, Reader>;
  readonly #category: Map<Id<"proposal">, string>;

  constructor(
    private readonly situation: Situation,
    private readonly person: Reader,
    private readonly joining: Joining,
  ) {
    const counting = countingOf(situation);
    this.#loads = loadsOf(counting);
    this.load = this.#loads.get(person.userId) ?? 0;
    this.#readers = new Map(situation.entries.map(({ id }) => [id, []]));
    for (const reading of counting) this.#readers.get(reading.proposalId)?.push(reading);
    const random = seededRandom(joining.seed);
    this.#lot = new Map(situation.entries.map(({ id }) => id).sort().map((id) => [id, random()]));
    this.#people = new Map(situation.people.map((one) => [one.userId, one]));
    this.#category = new Map(situation.entries.map(({ id, category }) => [id, category]));
  }

  /** An entry that lacks a reader. */
  missing(): Move | null {
    const entry = this.#best((id) => (this.#readers.get(id)?.length ?? 0) < needOf(this.situation, id), null);
    return entry ? this.#take(entry, null) : null;
  }

  /** An entry of whoever has the most to read, and more than the person himself. */
  handOver(): Move | null {
    const heaviest = [...this.#loads].filter(([userId, load]) => userId !== this.person.userId && load > this.load).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [userId] of heaviest) {
      const held = (id: Id<"proposal">): StandingReading | undefined => this.#readers.get(id)?.find((one) => one.userId === userId && one.state === "untouched");
      const entry = this.#best((id) => held(id) !== undefined && this.#keepsExpert(id, userId), userId);
      if (entry) return this.#take(entry, held(entry.id) ?? null);
    }
    return null;
  }

  #best(fits: (id: Id<"proposal">) => boolean, leaving: Id<"user"> | null): Situation["entries"][number] | undefined {
    const rank = { expert: 0, able: 1, no: 2 };
    return this.situation.entries
      .filter(({ id }) => fits(id) && this.#mayRead(id, leaving))
      .sort((a, b) => rank[this.#band(a.category)] - rank[this.#band(b.category)] || (this.#lot.get(a.id) ?? 0) - (this.#lot.get(b.id) ?? 0))[0];
  }

  #band = (category: string): "expert" | "able" | "no" => this.person.expertise[category] ?? "no";

  #mayRead(id: Id<"proposal">, leaving: Id<"user"> | null): boolean {
    const readers = this.#readers.get(id) ?? [];
    if (readers.some(({ userId }) => userId === this.person.userId) || this.situation.conflicts.has(pairKey(this.person.userId, id))) return false;
    if (!this.joining.rules.oneSeatPerOrganisation || this.person.organisation === "") return true;
    return !readers.some(({ userId }) => userId !== leaving && this.#people.get(userId)?.organisation === this.person.organisation);
  }

  /** Whether an entry still has an expert when one reader hands it to the person. */
  #keepsExpert(id: Id<"proposal">, leaving: Id<"user">): boolean {
    const category = this.#category.get(id) ?? "";
    const isExpert = (userId: Id<"user">): boolean => this.#people.get(userId)?.expertise[category] === "expert";
    if (!this.joining.rules.expertPerEntry || !isExpert(leaving) || this.#band(category) === "expert") return true;
    return (this.#readers.get(id) ?? []).some(({ userId }) => userId !== leaving && isExpert(userId));
  }

  #take({ id, category }: Situation["entries"][number], ended: StandingReading | null): Move {
    const { userId } = this.person;
    const left = (this.#readers.get(id) ?? []).filter((one) => one !== ended);
    this.#readers.set(id, [...left, { id: "" as StandingReading["id"], proposalId: id, userId, state: "begun" }]);
    if (ended) this.#loads.set(ended.userId, (this.#loads.get(ended.userId) ?? 1) - 1);
    this.load += 1;
    this.#loads.set(userId, this.load);
    const most = Math.max(this.person.bounds?.most ?? 0, this.joining.share, this.load);
    const reason: PairReason = { ground: this.#band(category), value: null, category, load: this.load, most, linking: false, next: null };
    return { added: { proposalId: id, userId, reason }, ended };
  }
}
