import type { SheetFact } from "#app/features/scoring/signals/types.ts";
import { binomialTail } from "#app/features/scoring/signals/statistics/rules.ts";

/** Fewest shared entries of two assessors of which a pattern can be told from chance. */
const leastShared = 5;

export type Twin = { other: string; share: number; shared: number; chance: number };

type Pair = { a: string; b: string; shared: number; equal: number };

/**
 * For each assessor the other whose rows of marks most often equal his on the entries they share, with the chance of so many
 * equal rows at the rate of all other pairs; the chance is that of any of his pairs being so.
 */
export function twinsOf(sheets: readonly SheetFact[]): Map<string, Twin> {
  const pairs = pairsOf(sheets);
  const all = { shared: sum(pairs, "shared"), equal: sum(pairs, "equal") };
  const twins = new Map<string, Twin>();
  const partners = new Map<string, number>();
  for (const { a, b, shared } of pairs) if (shared >= leastShared) for (const one of [a, b]) partners.set(one, (partners.get(one) ?? 0) + 1);
  for (const pair of pairs) {
    if (pair.shared < leastShared || pair.equal === 0) continue;
    // Half a row is added, so that a rate never seen is small and not impossible.
    const rate = (all.equal - pair.equal + 0.5) / (all.shared - pair.shared + 1);
    const chance = binomialTail(pair.equal, pair.shared, rate);
    keep(twins, pair.a, { ...pair, other: pair.b }, chance * (partners.get(pair.a) ?? 1));
    keep(twins, pair.b, { ...pair, other: pair.a }, chance * (partners.get(pair.b) ?? 1));
  }
  return twins;
}

function keep(twins: Map<string, Twin>, assessor: string, { other, shared, equal }: Pair & { other: string }, chance: number): void {
  const known = twins.get(assessor);
  if (!known || chance < known.chance) twins.set(assessor, { other, shared, share: equal / shared, chance: Math.min(1, chance) });
}

const sum = (pairs: readonly Pair[], key: "shared" | "equal"): number => pairs.reduce((total, pair) => total + pair[key], 0);

function pairsOf(sheets: readonly SheetFact[]): Pair[] {
  const byEntry = new Map<string, SheetFact[]>();
  for (const sheet of sheets) {
    const known = byEntry.get(sheet.entry);
    if (known) known.push(sheet);
    else byEntry.set(sheet.entry, [sheet]);
  }
  const pairs = new Map<string, Pair>();
  for (const readings of byEntry.values()) for (const [a, b] of couples(readings)) count(pairs, a, b);
  return [...pairs.values()];
}

const couples = (readings: readonly SheetFact[]): [SheetFact, SheetFact][] =>
  readings.flatMap((a, at) => readings.slice(at + 1).map((b): [SheetFact, SheetFact] => (a.assessor < b.assessor ? [a, b] : [b, a])));

function count(pairs: Map<string, Pair>, a: SheetFact, b: SheetFact): void {
  const key = `${a.assessor} ${b.assessor}`;
  const pair = pairs.get(key) ?? { a: a.assessor, b: b.assessor, shared: 0, equal: 0 };
  pair.shared += 1;
  if (a.marks.every((mark, at) => mark === b.marks[at])) pair.equal += 1;
  pairs.set(key, pair);
}
