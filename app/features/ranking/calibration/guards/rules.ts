import { inverseDiagonal } from "#app/lib/linear-algebra.ts";
import type { Design, Fit } from "#app/features/ranking/calibration/types.ts";
import { fProbability } from "#app/features/ranking/reliability/distribution/rules.ts";

export type Flag = "constant" | "placeholder" | "extreme";

/** Fewest marks of which a pattern can be told from chance. */
const leastMarks = 5;
/** Two-sided probability of lying five standard deviations off: beyond it, a difference is no longer severity. */
const extremeProbability = 5.7e-7;

/**
 * What looks like no judgement, by assessor: every mark the same (constant), a run of the lowest value there is that others did
 * not share (placeholder), or a mean so far from what the others gave the same entries that no severity explains it (extreme). A
 * flag names a person to look at; it drops no mark.
 */
export function flagsOf(design: Design): Flag[][] {
  const byAssessor: number[][] = design.assessors.map(() => []);
  const differences: number[][] = design.assessors.map(() => []);
  for (let i = 0; i < design.entries.length; i += 1) {
    const [from, to] = [design.first[i] as number, design.first[i + 1] as number];
    for (let at = from; at < to; at += 1) {
      const j = design.readers[at] as number;
      byAssessor[j]?.push(design.values[at] as number);
      if (to - from > 1) differences[j]?.push((design.values[at] as number) - medianOf(others(design, from, to, at)));
    }
  }
  const lowest = design.values.reduce((least, value) => Math.min(least, value), Infinity);
  const typical = differences.map((list) => (list.length >= leastMarks ? medianOf(list) : null));
  return byAssessor.map((marks, j) => {
    const flags: Flag[] = [];
    if (marks.length >= leastMarks && marks.every((mark) => mark === marks[0])) flags.push("constant");
    if (isPlaceholder(marks, differences[j] ?? [], lowest)) flags.push("placeholder");
    if (isExtreme(j, typical)) flags.push("extreme");
    return flags;
  });
}

const others = (design: Design, from: number, to: number, except: number): number[] =>
  Array.from({ length: to - from }, (_, k) => from + k)
    .filter((at) => at !== except)
    .map((at) => design.values[at] as number);

/** At least half of the marks, and three, are the lowest value there is, where the others saw something else. */
function isPlaceholder(marks: readonly number[], differences: readonly number[], lowest: number): boolean {
  const atLowest = marks.filter((mark) => mark === lowest).length;
  if (atLowest < 3 || atLowest * 2 < marks.length) return false;
  return differences.length === 0 || medianOf(differences) < 0;
}

/** Further from the mean of all others than their spread explains, by Student's t: its own distance does not widen the measure. */
function isExtreme(at: number, typical: readonly (number | null)[]): boolean {
  const value = typical[at] ?? null;
  const rest = typical.filter((other, j): other is number => j !== at && other !== null);
  if (value === null || rest.length < leastMarks) return false;
  const mean = rest.reduce((sum, other) => sum + other, 0) / rest.length;
  const spread = Math.sqrt(rest.reduce((sum, other) => sum + (other - mean) ** 2, 0) / (rest.length - 1));
  if (spread === 0) return false;
  const squared = (value - mean) ** 2 / (spread ** 2 * (1 + 1 / rest.length));
  return 1 - fProbability(squared, 1, rest.length - 1) < extremeProbability;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Standard errors of the leniency of assessors and panels, points, from the mixed-model equations; in the order of `lenient`. */
export function leniencyErrors({ lenient, variances, system }: Fit): Float64Array {
  const inverse = inverseDiagonal(system.factor, system.size);
  return lenient.map((_, column) => Math.sqrt(variances.residual * (inverse[column] as number)));
}
