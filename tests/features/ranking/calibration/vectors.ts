import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { root } from "#tests/architecture/sources.ts";

/** Marks and what lme4 made of them; the names of R. */
type CalibrationVector = {
  input: { rows: { p: string; e: string; g?: string; y: number }[] };
  expected: {
    REMLcrit: number;
    mu?: number;
    category_mean?: Record<string, number>;
    var_proposal: number;
    var_evaluator: number;
    var_residual: number;
    evaluator_effect: Record<string, number>;
    adjusted_mean: Record<string, number>;
    raw_mean: Record<string, number>;
    proposal_blup?: Record<string, number>;
    theta?: Record<string, number>;
  } & Record<string, unknown>;
  tolerance: { variance_rel: number; effects_abs: number; p_top_abs: number };
};

export const readVector = <T>(name: string): T => JSON.parse(readFileSync(join(root, "tests/vectors", `${name}.json`), "utf8")) as T;

/** A worked example computed by lme4, and its marks as the calibration takes them. */
export function calibrationVector(name: string): CalibrationVector & { marks: Mark[] } {
  const vector = readVector<CalibrationVector>(`calib_${name}`);
  const marks = vector.input.rows.map(({ p, e, g, y }) => ({ entry: p, assessor: e, stratum: g ?? "", value: y }));
  return { ...vector, marks };
}
