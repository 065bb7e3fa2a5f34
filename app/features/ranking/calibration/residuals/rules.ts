import type { Fit } from "#app/features/ranking/calibration/types.ts";
import { fProbability } from "#app/features/ranking/reliability/distribution/rules.ts";

/**
 * What the model leaves of one mark, points. `expected` is what it expects there; `freedom` the share of a mark's own variance that
 * is left once the entry's level is taken from its readers: 1 - 1/n.
 */
export type Residual = { assessor: string; stratum: string; expected: number; value: number; freedom: number };

/** Residuals of marks expected on one level of the scale; `sd` is that of a single mark, `se` of the mean. None of fewer than two. */
export type ResidualLevel = { from: number; to: number; count: number; mean: number; sd: number | null; se: number | null };

export type ResidualSpread = { assessor: string; count: number; sd: number; isWide: boolean };

/** Mean residual of an assessor in a category: what severity alone does not explain. */
export type Interaction = { assessor: string; category: string; count: number; mean: number; se: number };

/** Levels of the whole scale. */
const levels = 20;
/** Fewest marks of which a spread is held against that of the others, and of which a mean is shown. */
export const spreadLeast = 10;
export const pairLeast = 5;
/** How seldom chance alone makes an assessor's spread so wide. */
const wideProbability = 0.001;
/** Leniencies are kept to 1e-8 of a point: what is finer is no residual. */
const finest = 1e6;

/**
 * Residuals e = y - mu_g - u_i - b_j (METHODS 1.4, additivity). u_i is the level of the entry among its own readers, not the shrunk
 * prediction: that would leave lambda/n of the quality in every residual, and good entries would seem to be marked too high. So the
 * residuals of an entry add to zero, and an entry read once says nothing and is left out.
 */
export function residualsOf({ design, leniency }: Pick<Fit, "design" | "leniency">): Residual[] {
  const { entries, assessors, strata, stratumOf, first, readers, values } = design;
  return entries.flatMap((_, i) => {
    const [from, to] = [first[i] as number, first[i + 1] as number];
    const reads = Array.from({ length: to - from }, (__, k) => ({ j: readers[from + k] as number, y: values[from + k] as number }));
    if (reads.length < 2) return [];
    const lenientOf = (j: number): number => leniency[j] as number;
    const level = reads.reduce((sum, { j, y }) => sum + y - lenientOf(j), 0) / reads.length;
    return reads.map(({ j, y }) => {
      const expected = level + lenientOf(j);
      const value = Math.round((y - expected) * finest) / finest + 0;
      return { assessor: assessors[j] as string, stratum: strata[stratumOf[i] as number] as string, expected, value, freedom: 1 - 1 / reads.length };
    });
  });
}

/**
 * Residuals on levels of a twentieth of the scale from 0 to `most`, of which marks fill about ten, by the mark the model expects: by
 * the mark that was given, a residual would always rise with it, being a part of it. At a ceiling the top level lies below zero, at a
 * floor the lowest above; levels are narrow enough to part lenient from strict readers of one entry, whose residuals add to zero.
 * Marks may be expected beyond the scale. Levels without marks are left out. Leniencies are shrunk: where assessors have few marks, a
 * little of them stays at the ends.
 */
export function residualLevels(residuals: readonly Residual[], most: number): ResidualLevel[] {
  const step = most / levels;
  const own = grouped(residuals, ({ expected }) => Math.floor(expected / step + 1e-9));
  return [...own].sort(([a], [b]) => a - b).map(([at, those]) => ({ from: at * step, to: (at + 1) * step, ...momentsOf(those) }));
}

function momentsOf(those: readonly Residual[]): Pick<ResidualLevel, "count" | "mean" | "sd" | "se"> {
  const count = those.length;
  const mean = those.reduce((sum, { value }) => sum + value, 0) / count;
  if (count < 2) return { count, mean, sd: null, se: null };
  const variance = those.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (count - 1);
  const freedom = those.reduce((sum, one) => sum + one.freedom, 0) / count;
  return { count, mean, sd: Math.sqrt(variance / freedom), se: Math.sqrt(variance / count) };
}

/**
 * Standard deviation of each assessor's residuals, of a single mark, widest first. Wide is whoever has ten marks and a variance above
 * that of all others' by an F test (Snedecor) at one in a thousand; rarer where the others' residuals on shared entries widen theirs.
 * Part of an assessor's residuals is made by the other readers of the same entries.
 */
export function residualSpreads(residuals: readonly Residual[]): ResidualSpread[] {
  const all = sumsOf(residuals);
  return [...grouped(residuals, ({ assessor }) => assessor)]
    .map(([assessor, own]): ResidualSpread => {
      const { squares, freedom } = sumsOf(own);
      const rest = { squares: all.squares - squares, freedom: all.freedom - freedom };
      const isWide = own.length >= spreadLeast && rest.squares > 0 && 1 - fProbability(squares / freedom / (rest.squares / rest.freedom), own.length - 1, rest.freedom) < wideProbability;
      return { assessor, count: own.length, sd: Math.sqrt(squares / freedom), isWide };
    })
    .sort((a, b) => b.sd - a.sd || (a.assessor < b.assessor ? -1 : 1));
}

/**
 * Mean residual of every assessor in every category with five marks, furthest from zero in its standard error first. The error comes
 * from the spread of all residuals; that each leniency was estimated makes it a little too large. Nothing where one category is all.
 */
export function interactionsOf(residuals: readonly Residual[], categoryOf: (stratum: string) => string): Interaction[] {
  const all = sumsOf(residuals);
  const cells = [...grouped(residuals, ({ stratum }) => categoryOf(stratum))].map(([category, those]) => ({ category, byAssessor: grouped(those, ({ assessor }) => assessor) }));
  if (cells.length < 2) return [];
  return cells
    .flatMap(({ category, byAssessor }) => [...byAssessor].map(([assessor, own]) => ({ category, assessor, own })))
    .filter(({ own }) => own.length >= pairLeast)
    .map(({ own, ...pair }): Interaction => {
      const mean = own.reduce((sum, { value }) => sum + value, 0) / own.length;
      return { ...pair, count: own.length, mean, se: Math.sqrt((all.squares / all.freedom) * sumsOf(own).freedom) / own.length };
    })
    .sort((a, b) => distance(b) - distance(a) || (a.assessor + a.category < b.assessor + b.category ? -1 : 1));
}

/** How many standard errors a mean lies from zero. */
export const distance = ({ mean, se }: Pick<Interaction, "mean" | "se">): number => (se > 0 ? Math.abs(mean) / se : 0);

const sumsOf = (those: readonly Residual[]): { squares: number; freedom: number } => ({
  squares: those.reduce((sum, { value }) => sum + value * value, 0),
  freedom: those.reduce((sum, { freedom }) => sum + freedom, 0),
});

function grouped<Key>(those: readonly Residual[], keyOf: (one: Residual) => Key): Map<Key, Residual[]> {
  const found = new Map<Key, Residual[]>();
  for (const one of those) {
    const own = found.get(keyOf(one));
    if (own) own.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}
