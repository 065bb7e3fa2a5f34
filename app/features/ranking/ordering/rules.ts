import type { Quantity } from "#app/features/competitions/definition/types.ts";
import type { EntryFigures } from "#app/features/ranking/composition/types.ts";
import { equality, orderBy } from "#app/features/ranking/recount/order/rules.ts";
import { composeScores, countingStages, rankEntries, type RankingInput } from "#app/features/ranking/rules.ts";
import { tieSteps } from "#app/features/ranking/ties/rules.ts";
import type { Fraction, RankedRow, ScoredEntry } from "#app/features/ranking/types.ts";
import { DomainError } from "#app/lib/errors.ts";

export type Ordering = RankingInput & {
  quantity: Quantity;
  passOn: Quantity;
  /** What the marks say of each entry, by number. */
  figures: ReadonlyMap<number, EntryFigures>;
};

/** Points as a row carries them: hundredths of a point x 10^8. */
const fractionOf = (points: number): Fraction => ({ n: BigInt(Math.round(points * 1e10)), d: 1n });

/**
 * Orders entries by the quantity the list names. Raw values are compared as exact fractions. The others come from a fit: they
 * are equal within 1e-6, then the list's tie rules decide (without any the raw mean, then the criteria of the first counting
 * stage), then the draw. Refuses as `rankEntries`.
 */
export function orderEntries(given: Ordering): RankedRow[] {
  const exact = rankEntries(given);
  const rows = given.quantity === "raw" ? exact : reordered(given, exact);
  if (given.passOn === "raw") {
    const values = new Map(exact.map(({ number, value }) => [number, value]));
    return rows.map((row) => ({ ...row, judged: values.get(row.number) ?? row.value }));
  }
  // A fitted value that misses the pass mark by less than counts as a difference has reached it.
  return rows.map((row) => ({ ...row, judged: fractionOf(valueOf(given.figures, row.number, given.passOn) + equality) }));
}

/** The value an entry ranks by, points. Where nothing could be fitted every quantity is the raw one. */
export function valueOf(figures: ReadonlyMap<number, EntryFigures>, number: number, quantity: Quantity): number {
  const own = figures.get(number);
  if (!own) throw new DomainError("ranking.sheetsMissing", { kind: "conflict", params: { count: 1 } });
  if (quantity === "quality") return own.quality ?? own.calibrated;
  return quantity === "raw" ? own.raw : own.calibrated;
}

function reordered({ entries, figures, quantity, composition, rubrics, ties, tieSeed }: Ordering, exact: readonly RankedRow[]): RankedRow[] {
  const rows = new Map(exact.map((row) => [row.number, row]));
  const stages = countingStages({ composition, rubrics });
  const first = stages[0]?.rubric as (typeof stages)[number]["rubric"];
  const own = tieSteps(ties ?? [], { first, rubrics });
  const raw = { key: "rawMean", of: (entry: ScoredEntry) => ratioOf(composeScores(entry, stages)) };
  const named = (ties ?? []).length > 0 ? own.map(toNumber) : [raw, ...own.map(toNumber)];
  const steps = named.map(({ key, of }) => ({ key, of: (at: number) => of(entries[at] as ScoredEntry) }));
  const values = entries.map(({ number }) => valueOf(figures, number, quantity));
  const { order, separatedBy } = orderBy(values, { names: entries.map(({ number }) => String(number)), steps, seed: tieSeed });
  return order.map((at, index) => {
    const row = rows.get(entries[at]?.number ?? -1) as RankedRow;
    const value = values[at] as number;
    return { ...row, rank: index + 1, value: fractionOf(value), score: Math.round(value * 100), tieBrokenBy: separatedBy[at] ?? null };
  });
}

type Numbered = { key: string; of: (entry: ScoredEntry) => number };

const toNumber = ({ key, of }: ReturnType<typeof tieSteps>[number]): Numbered => ({
  key,
  of: (entry) => {
    const { sum, reads } = of(entry);
    return sum / reads;
  },
});

/** Hundredths of a point: 10^8 of a value are one. */
const ratioOf = ({ n, d }: Fraction): number => Number(n) / Number(d) / 1e8;
