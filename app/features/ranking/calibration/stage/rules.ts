import { type Connectivity, connectivityOf } from "#app/features/ranking/calibration/connectivity/rules.ts";
import { designOf, marksGiven, rawMeans } from "#app/features/ranking/calibration/design/rules.ts";
import { isEstimable } from "#app/features/ranking/calibration/estimable/rules.ts";
import { calibratedMeans, fitCalibration, qualities } from "#app/features/ranking/calibration/fit/rules.ts";
import { type Flag, flagsOf, leniencyErrors } from "#app/features/ranking/calibration/guards/rules.ts";
import type { Design, Fit, Mark } from "#app/features/ranking/calibration/types.ts";
import { type Trimmed, trimmedMeans } from "#app/features/ranking/calibration/trimming/rules.ts";
import { withinEntryMeans } from "#app/features/ranking/calibration/within/rules.ts";

/** All marks of one stage, calibrated together; values in points, by index of the design's entries or assessors; `errors` of its panels behind those. */
export type StageCalibration = {
  stage: string;
  design: Design;
  /** null where nothing tells leniency from quality: then the values are the raw ones. */
  fit: Fit | null;
  connectivity: Connectivity;
  flags: Flag[][];
  given: Int32Array;
  errors: Float64Array | null;
  raw: Float64Array;
  calibrated: Float64Array;
  quality: Float64Array;
  within: Float64Array;
  trimmed: Trimmed;
  /** Calibrated values without the flagged assessors, by entry; null where nobody is flagged or nothing is left to fit. */
  unflagged: ReadonlyMap<string, number> | null;
};

/** Calibrates one stage. A flag drops no mark: the fit holds all of them, the one without the flagged stands beside it. */
export function calibrateStage(stage: string, marks: readonly Mark[]): StageCalibration {
  const design = designOf(marks);
  const fit = isEstimable(design) ? fitCalibration(design) : null;
  const flags = flagsOf(design);
  const raw = rawMeans(design);
  return {
    ...{ stage, design, fit, flags, raw },
    connectivity: connectivityOf(design),
    given: marksGiven(design),
    errors: fit && leniencyErrors(fit),
    calibrated: fit ? calibratedMeans(fit) : raw,
    quality: fit ? qualities(fit) : raw,
    within: fit ? withinEntryMeans(design) : raw,
    trimmed: trimmedMeans(design),
    unflagged: fit && withoutFlagged(marks, { design, flags }),
  };
}

function withoutFlagged(marks: readonly Mark[], { design, flags }: Pick<StageCalibration, "design" | "flags">): Map<string, number> | null {
  const flagged = new Set(design.assessors.filter((_, j) => (flags[j]?.length ?? 0) > 0));
  const kept = marks.filter(({ assessor }) => !flagged.has(assessor));
  if (flagged.size === 0 || kept.length === 0) return null;
  const rest = designOf(kept);
  if (!isEstimable(rest)) return null;
  const values = calibratedMeans(fitCalibration(rest));
  return new Map(rest.entries.map((entry, i) => [entry, values[i] as number]));
}
