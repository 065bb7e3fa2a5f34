import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import { rubricOf } from "#app/features/competitions/rules.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { type DeskWorld, evaluators, type Key } from "#tests/e2e/desk/desk-world.ts";

export type Held = { id: AssignmentId; proposalId: Id<"proposal">; userId: Id<"user">; key: Key };

/** What stands at the desk, read beside the running product, and what people do there without a browser. */
export class Desk {
  readonly where: { editionId: DeskWorld["editionId"]; stage: string };
  /** Keys of the criteria, in the order of the sheet. */
  readonly criteria: string[];

  constructor(private readonly world: DeskWorld) {
    this.where = { editionId: world.editionId, stage: world.stage };
    this.criteria = rubricOf(world.season.definition, world.stage).criteria.map(({ key }) => key);
  }

  as = (key: Key, now = Date.now()): Ctx => this.world.season.world.as(this.world.actor(key), now);

  entries = () => listEntries(this.as("organiser"), { editionId: this.where.editionId, reach: ["passed"] });

  readings(): Held[] {
    const keys = new Map(evaluators.map((key) => [this.world.userOf(key), key]));
    return listAssignments(this.as("organiser"), this.where).map((one) => ({ ...one, key: keys.get(one.userId) as Key }));
  }

  readersOf = (proposalId: Id<"proposal">): Held[] => this.readings().filter((one) => one.proposalId === proposalId);

  /** Readings that nobody has locked. */
  open(): Held[] {
    const locked = new Set(this.#db().prepare("select assignment_id from score_sheets where status = 'locked'").pluck().all());
    return this.readings().filter(({ id }) => !locked.has(id));
  }

  /** An entry whose every reading is locked. */
  entryReadByAll(): Held {
    const open = new Set(this.open().map(({ proposalId }) => proposalId));
    return this.readings().find(({ proposalId }) => !open.has(proposalId)) as Held;
  }

  openOf = (key: Key): Held[] => this.open().filter((one) => one.key === key);

  /** An entry with its two readers. */
  entryReadByTwo(): { proposalId: Id<"proposal">; first: Held; second: Held } {
    const proposalId = this.entries()[0]?.id as Id<"proposal">;
    const [first, second] = this.readersOf(proposalId) as [Held, Held];
    return { proposalId, first, second };
  }

  /** Whoever has most to lock, but for the given. */
  busiest(without: readonly Key[]): Key {
    const others = evaluators.filter((key) => !without.includes(key));
    return others.toSorted((one, other) => this.openOf(other).length - this.openOf(one).length)[0] as Key;
  }

  /** Hundredths of a point in the order of the sheet. */
  marksOf(id: AssignmentId): (number | null)[] {
    const rows = this.#db()
      .prepare("select m.criterion_key as key, m.mark from marks m join score_sheets s on s.id = m.sheet_id where s.assignment_id = ?")
      .all(id) as { key: string; mark: number | null }[];
    return this.criteria.map((key) => rows.find((row) => row.key === key)?.mark ?? null);
  }

  /** Its reader gives every criterion one mark and locks the sheet. */
  lock(id: AssignmentId, mark: number): void {
    const { key } = this.readings().find((one) => one.id === id) as Held;
    const marks = Object.fromEntries(this.criteria.map((criterion) => [criterion, mark]));
    lockSheet(this.as(key), { assignmentId: id, revision: 0, marks, notes: {}, note: "Bukti sebelum dan sesudah kuat (data latihan)." });
  }

  /** Locks what is open but one reading of an entry that somebody else has locked; answers with that one. */
  lockAllButOne(without: readonly Key[]): Held {
    const late = this.open().find(({ key }) => !without.includes(key)) as Held;
    for (const { id } of this.open()) if (id !== late.id) this.lock(id, 7_000);
    return late;
  }

  #db = () => this.world.season.world.house.db.$client;
}
