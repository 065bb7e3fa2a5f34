import type { AlarmAnswer } from "#app/features/scoring/alarms/types.ts";
import type { AlarmStep, Signal } from "#app/features/scoring/signals/types.ts";

/**
 * What is to be done when an alarm rings, in this order; explaining it away is always open, with a reason. Marks are never dropped for
 * it. A steady difference needs no sheet looked at again: calibration takes it out. What somebody does not mark by himself, as with
 * copying or a leaning in one category, calls for another pair of eyes.
 */
export const stepsFor: Record<Signal, readonly AlarmStep[]> = {
  severity: ["talked"],
  spread: ["talked", "reopened"],
  halo: ["talked", "reopened"],
  identical: ["reopened", "replaced"],
  speed: ["reopened", "replaced"],
  drift: ["talked", "reopened"],
  bias: ["reread", "replaced"],
  copying: ["reread", "replaced"],
};

/** The latest answer to an alarm of a person; undefined where nobody has answered. `answers` are newest first. */
export const lastAnswer = (answers: readonly AlarmAnswer[], of: { assessor: string; signal: Signal }): AlarmAnswer | undefined =>
  answers.find(({ assessor, signal }) => assessor === of.assessor && signal === of.signal);
