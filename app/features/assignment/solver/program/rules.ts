import { asksForExpert } from "#app/features/assignment/solver/feasibility/rules.ts";
import { floorsOf } from "#app/features/assignment/solver/repair/rules.ts";
import { pointsOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Choice, Costs, Table } from "#app/features/assignment/solver/types.ts";
import type { BinaryProgram } from "#app/lib/binary-program.ts";

export type ProgramParts = {
  table: Table;
  costs: Costs;
  /** Pairs that get a column: 1 = kept. */
  kept: Uint8Array;
  floor: number | null;
  start: Choice | null;
  relaxed: boolean;
};

/** The program, the pair each of its columns stands for, and what any pair costs at given prices of the rows. */
export type Built = { program: BinaryProgram; pairs: Int32Array; reducedCost: (pair: number, prices: Float64Array) => number };

/**
 * The whole model as a 0/1 program: a column a kept pair; rows for the number of readers of an entry, the bounds of a
 * load, an expert an entry, one seat an organisation, and the least sum of points. In sparse columns: 235,000 columns of text
 * would be parsed for longer than they are solved.
 */
export function buildProgram(parts: ProgramParts): Built {
  const { table, costs, start, relaxed } = parts;
  const J = table.assessors.length;
  const pairs = Int32Array.from(columnsOf(parts.kept));
  const rows = new Rows(parts);
  const starts = new Int32Array(pairs.length + 1);
  const [indices, values]: [number[], number[]] = [[], []];
  pairs.forEach((pair, column) => {
    rows.entriesOf(Math.floor(pair / J), pair % J, (row, value) => {
      indices.push(row);
      values.push(value);
    });
    starts[column + 1] = indices.length;
  });
  const chosen = start && new Set(start.flatMap((readers, i) => readers.map((j) => i * J + j)));
  return {
    pairs,
    reducedCost: (pair, prices) => {
      let cost = costs[pair] as number;
      rows.entriesOf(Math.floor(pair / J), pair % J, (row, value) => (cost -= value * (prices[row] as number)));
      return cost;
    },
    program: {
      relaxed,
      cost: Float64Array.from(pairs, (pair) => costs[pair] as number),
      columnLower: Float64Array.from(pairs, (pair) => (table.fixed[pair] ? 1 : 0)),
      columnUpper: new Float64Array(pairs.length).fill(1),
      rowLower: Float64Array.from(rows.lower),
      rowUpper: Float64Array.from(rows.upper),
      starts,
      rows: Int32Array.from(indices),
      values: Float64Array.from(values),
      start: chosen && Float64Array.from(pairs, (pair) => (chosen.has(pair) ? 1 : 0)),
    },
  };
}

/** The choice a solved program stands for. */
export function choiceFrom({ pairs }: Built, columns: Float64Array, table: Table): number[][] {
  const J = table.assessors.length;
  const choice: number[][] = table.entries.map(() => []);
  pairs.forEach((pair, column) => {
    if ((columns[column] as number) > 0.5) (choice[Math.floor(pair / J)] as number[]).push(pair % J);
  });
  return choice;
}

function* columnsOf(kept: Uint8Array): Generator<number> {
  for (let pair = 0; pair < kept.length; pair += 1) if (kept[pair]) yield pair;
}

/** Rows of the program and, for a pair, those it stands in. */
class Rows {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly #expert = new Map<number, number>();
  readonly #floor = new Map<number, number>();
  readonly #organisation = new Map<string, number>();
  readonly #people: number;

  constructor(private readonly parts: ProgramParts) {
    const { table, floor } = parts;
    table.need.forEach((need) => this.#add(need, need));
    this.#people = this.lower.length;
    table.least.forEach((least, j) => this.#add(least, table.most[j] as number));
    table.entries.forEach((_, i) => {
      if (asksForExpert(table, i)) this.#expert.set(i, this.#add(1, Infinity));
      if (table.instance.rules.oneSeatPerOrganisation) this.#separate(i);
    });
    if (floor !== null) floorsOf(table, floor).forEach((least, i) => this.#floor.set(i, this.#add(least, Infinity)));
  }

  /** Each row a pair stands in, with its coefficient. */
  entriesOf(i: number, j: number, say: (row: number, value: number) => void): void {
    const { table } = this.parts;
    const pair = i * table.assessors.length + j;
    say(i, 1);
    say(this.#people + j, 1);
    const expert = this.#expert.get(i);
    if (expert !== undefined && table.band[pair] === 2) say(expert, 1);
    const shared = this.#organisation.get(`${i} ${table.organisation[j] as number}`);
    if (shared !== undefined) say(shared, 1);
    const floor = this.#floor.get(i);
    const points = floor === undefined ? 0 : pointsOf(table, pair);
    if (floor !== undefined && points !== 0) say(floor, points);
  }

  /** One row for every organisation with several who may read the entry; fixed readers of one keep their seats. */
  #separate(i: number): void {
    const { fixed, organisation, assessors } = this.parts.table;
    const J = assessors.length;
    const [eligible, kept] = [new Map<number, number>(), new Map<number, number>()];
    for (let j = 0; j < J; j += 1) {
      const own = organisation[j] as number;
      if (own === -1 || !this.parts.kept[i * J + j]) continue;
      eligible.set(own, (eligible.get(own) ?? 0) + 1);
      if (fixed[i * J + j]) kept.set(own, (kept.get(own) ?? 0) + 1);
    }
    for (const [own, count] of eligible) {
      if (count > 1) this.#organisation.set(`${i} ${own}`, this.#add(-Infinity, Math.max(1, kept.get(own) ?? 0)));
    }
  }

  #add(lower: number, upper: number): number {
    this.upper.push(upper);
    return this.lower.push(lower) - 1;
  }
}
