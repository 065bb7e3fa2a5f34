import { countComponents } from "#app/features/ranking/calibration/pieces/rules.ts";
import type { Design } from "#app/features/ranking/calibration/types.ts";

/**
 * Whether the marks can tell leniency from quality at all: some reading to spare after a level for every entry and assessor, more
 * entries than strata (else a stratum's mean is its one entry), and marks that differ within a stratum. Where not, the raw mean
 * ranks.
 */
export function isEstimable(design: Design): boolean {
  return spareReads(design) > 0 && design.entries.length > design.strata.length && differWithin(design);
}

/** Whether any two marks of one stratum differ. */
function differWithin({ strata, stratumOf, first, values }: Design): boolean {
  const seen = new Float64Array(strata.length).fill(NaN);
  return stratumOf.some((g, i) => {
    if (Number.isNaN(seen[g])) seen[g] = values[first[i] as number] as number;
    return values.subarray(first[i], first[i + 1]).some((value) => value !== seen[g]);
  });
}

/** Degrees of freedom left after a level for every entry and every assessor: 0 when every entry is read once. */
export function spareReads(design: Design): number {
  const { entries, assessors, values } = design;
  return values.length - entries.length - (assessors.length - countComponents(design));
}
