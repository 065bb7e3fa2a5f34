import { solveUpper } from "#app/lib/linear-algebra.ts";
import { readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import { columnsOf } from "#app/features/ranking/calibration/system/rules.ts";
import type { Fit } from "#app/features/ranking/calibration/types.ts";
import { placer } from "#app/features/ranking/calibration/uncertainty/places/rules.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";

/** What the draws say of each entry, by its index. */
export type Uncertainty = {
  /** Share of draws in which the entry is among the best so many, one array a cut. */
  pTop: Map<number, Float64Array>;
  /** Mean rank over the draws, 1 the best. */
  expectedRank: Float64Array;
  /** Ranks that hold the entry in nine draws of ten: a twentieth lies outside on either side. */
  rank90: [number, number][];
};

/**
 * Draws qualities from their joint distribution given the marks and the fitted variances: assessors, panels and means together, then
 * each entry given them. Seeded; about 0.4 s for a thousand draws of 3,156 entries. The standard error of a share p is
 * sqrt(p (1 - p) / draws).
 */
export const drawRanks = (fit: Fit, { cuts, draws, seed }: { cuts: readonly number[]; draws: number; seed: number }): Uncertainty =>
  rankDraws(drawer(fit, normals(seededRandom(seed))), { entries: fit.design.entries.length, cuts, draws });

/** Ranks every draw that `next` gives; what it answers with may be the same array each time. */
export function rankDraws(next: () => Float64Array, { entries, cuts, draws }: { entries: number; cuts: readonly number[]; draws: number }): Uncertainty {
  const places = cuts.map((cut) => ({ cut, shares: new Float64Array(entries) }));
  const rankSums = new Float64Array(entries);
  const ranks = entries < 65_536 ? new Uint16Array(entries * draws) : new Uint32Array(entries * draws);
  const lower = placer(entries);
  for (let draw = 0; draw < draws; draw += 1) {
    const below = lower(next());
    for (let i = 0; i < entries; i += 1) {
      const rank = entries - (below[i] as number);
      rankSums[i] = (rankSums[i] as number) + rank;
      ranks[i * draws + draw] = rank;
      for (const { cut, shares } of places) if (rank <= cut) shares[i] = (shares[i] as number) + 1;
    }
  }
  const middle = middle90(entries);
  return {
    pTop: new Map(places.map(({ cut, shares }) => [cut, shares.map((times) => times / draws)])),
    expectedRank: rankSums.map((sum) => sum / draws),
    rank90: Array.from({ length: entries }, (_, i) => middle(ranks.subarray(i * draws, (i + 1) * draws))),
  };
}

/** The ranks between which nine of ten lie, found by counting how often each occurs: sorting them would take as long as drawing. */
function middle90(most: number): (ranks: Uint16Array | Uint32Array) => [number, number] {
  const times = new Uint32Array(most + 1);
  return (ranks) => {
    for (let at = 0; at < ranks.length; at += 1) times[ranks[at] as number] = (times[ranks[at] as number] as number) + 1;
    const outside = Math.floor(ranks.length * 0.05);
    const found: [number, number] = [rankAfter(times, outside), rankAfter(times, ranks.length - 1 - outside)];
    for (let at = 0; at < ranks.length; at += 1) times[ranks[at] as number] = 0;
    return found;
  };
}

/** The rank that stands behind so many others in ascending order. */
function rankAfter(times: Uint32Array, others: number): number {
  let before = 0;
  let rank = 0;
  while (before + (times[rank] as number) <= others) {
    before += times[rank] as number;
    rank += 1;
  }
  return rank;
}

/** Each call is one draw of every entry's quality. */
export function drawer(fit: Fit, normal: Random): () => Float64Array {
  const { design, means, lenient, variances } = fit;
  const { lambdaEntry, factor, size } = fit.system;
  const { columns, width } = columnsOf(design);
  const scale = Math.sqrt(variances.residual);
  const qualities = new Float64Array(design.entries.length);
  const weights = Float64Array.from(design.entries, (_, i) => 1 / (readsOf(design, i) + lambdaEntry));
  return () => {
    const deviation = solveUpper(factor, size, Float64Array.from({ length: size }, normal));
    for (let i = 0; i < qualities.length; i += 1) {
      const g = design.stratumOf[i] as number;
      const mean = (means[g] as number) + scale * (deviation[lenient.length + g] as number);
      const w = weights[i] as number;
      let sum = 0;
      for (let at = design.first[i] as number; at < (design.first[i + 1] as number); at += 1) {
        let mark = design.values[at] as number;
        for (let part = at * width; part < (at + 1) * width; part += 1) {
          const column = columns[part] as number;
          mark = mark - (lenient[column] as number) - scale * (deviation[column] as number);
        }
        sum += mark - mean;
      }
      // Where entries do not differ, w is a hair above zero and the hair draws lots: equals share the places, none loses them all.
      qualities[i] = mean + w * sum + scale * Math.sqrt(w) * normal();
    }
    return qualities;
  };
}

/** Standard normal deviates by the polar method of Marsaglia and Bray (1964). */
export function normals(random: Random): Random {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const s = x * x + y * y;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = y * factor;
      return x * factor;
    }
  };
}
