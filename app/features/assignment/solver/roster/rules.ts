import type { Choice, Costs, Table } from "#app/features/assignment/solver/types.ts";

/** Whether an entry with these readers may go from one of them to another person, as far as rules about them together go. */
export type MayMove = (entry: number, readers: readonly number[], from: number, to: number) => boolean;

/** No way from one reader to another. */
export const noWay = 0x3fffffff;

/**
 * Who reads what while it is being improved. For every two readers it knows the cheapest entry to hand from one to the other:
 * `weight[from * J + to]` costs, `via` the entry; both are kept up as entries move, so that a path over readers, a few hundred,
 * stands for a path over all pairs, some millions.
 */
export class Roster {
  readonly size: number;
  readonly load: Int32Array;
  readonly weight: Int32Array;
  readonly via: Int32Array;
  readonly #held: number[][];
  readonly #readers: number[][];
  readonly #reads: Uint8Array;

  constructor(
    readonly table: Table,
    readonly costs: Costs,
    choice: Choice,
    readonly mayMove: MayMove | null = null,
  ) {
    this.size = table.assessors.length;
    this.load = new Int32Array(this.size);
    this.weight = new Int32Array(this.size * this.size);
    this.via = new Int32Array(this.size * this.size);
    this.#held = Array.from({ length: this.size }, () => []);
    this.#readers = choice.map((readers) => [...readers]);
    this.#reads = new Uint8Array(table.open.length);
    choice.forEach((readers, i) => {
      for (const j of readers) {
        this.#reads[i * this.size + j] = 1;
        this.load[j] = (this.load[j] as number) + 1;
        (this.#held[j] as number[]).push(i);
      }
    });
    for (let j = 0; j < this.size; j += 1) for (let to = 0; to < this.size; to += 1) this.#look(j, to);
  }

  readersOf = (entry: number): readonly number[] => this.#readers[entry] as number[];
  heldBy = (reader: number): readonly number[] => this.#held[reader] as number[];
  reads = (entry: number, reader: number): boolean => this.#reads[entry * this.size + reader] === 1;

  /** Whether an entry may be handed on between two readers. */
  canHand(entry: number, from: number, to: number): boolean {
    const { open, fixed } = this.table;
    const row = entry * this.size;
    if (!open[row + to] || this.#reads[row + to] || fixed[row + from]) return false;
    return this.mayMove === null || this.mayMove(entry, this.readersOf(entry), from, to);
  }

  /** Hands an entry on and keeps every weight right. */
  hand(entry: number, from: number, to: number): void {
    const row = entry * this.size;
    this.#reads[row + from] = 0;
    this.#reads[row + to] = 1;
    this.load[from] = (this.load[from] as number) - 1;
    this.load[to] = (this.load[to] as number) + 1;
    const held = this.#held[from] as number[];
    held.splice(held.indexOf(entry), 1);
    (this.#held[to] as number[]).push(entry);
    const readers = this.#readers[entry] as number[];
    readers[readers.indexOf(from)] = to;
    this.#forget(from, entry);
    for (const reader of readers) {
      this.#forget(reader, entry);
      this.#offer(reader, entry);
    }
  }

  choice = (): number[][] => this.#readers.map((readers) => [...readers].sort((a, b) => a - b));

  /** Looks again where the entry was the cheapest to hand on. */
  #forget(from: number, entry: number): void {
    const row = from * this.size;
    for (let to = 0; to < this.size; to += 1) if (this.via[row + to] === entry) this.#look(from, to);
  }

  #offer(from: number, entry: number): void {
    const row = from * this.size;
    const own = this.costs[entry * this.size + from] as number;
    for (let to = 0; to < this.size; to += 1) {
      const price = (this.costs[entry * this.size + to] as number) - own;
      const known = this.weight[row + to] as number;
      // The lower entry wins a tie, so that the way here does not show in the result.
      if (price > known || (price === known && entry >= (this.via[row + to] as number))) continue;
      if (!this.canHand(entry, from, to)) continue;
      this.weight[row + to] = price;
      this.via[row + to] = entry;
    }
  }

  #look(from: number, to: number): void {
    let [best, found] = [noWay, -1];
    if (from !== to) {
      for (const entry of this.#held[from] as number[]) {
        const price = (this.costs[entry * this.size + to] as number) - (this.costs[entry * this.size + from] as number);
        if (price > best || (price === best && entry > found) || !this.canHand(entry, from, to)) continue;
        best = price;
        found = entry;
      }
    }
    this.weight[from * this.size + to] = best;
    this.via[from * this.size + to] = found;
  }
}
