import { rawMeans, readsOf } from "#app/features/ranking/calibration/design/rules.ts";
import type { Design } from "#app/features/ranking/calibration/types.ts";

/** Fewest marks of an entry of which the highest and the lowest are left out (METHODS 1.6). */
const leastMarks = 5;

export type Trimmed = {
  /** Mean of the marks as given without the highest and the lowest, points; the plain mean of an entry with fewer than five. */
  values: Float64Array;
  isTrimmed: boolean[];
};

/** What stands beside a ranking to show whether one mark alone carries an entry; nothing is ranked by it. */
export function trimmedMeans(design: Design): Trimmed {
  const raw = rawMeans(design);
  const isTrimmed = design.entries.map((_, i) => readsOf(design, i) >= leastMarks);
  return { isTrimmed, values: raw.map((mean, i) => (isTrimmed[i] ? withoutEnds(design.values.subarray(design.first[i], design.first[i + 1])) : mean)) };
}

function withoutEnds(marks: Float64Array): number {
  const kept = marks.toSorted().subarray(1, -1);
  return kept.reduce((sum, mark) => sum + mark, 0) / kept.length;
}
