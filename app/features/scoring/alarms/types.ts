import type { AlarmStep, Signal } from "#app/features/scoring/signals/types.ts";

/** One answer of the chair to an alarm, as pages show it. */
export type AlarmAnswer = {
  assessor: string;
  signal: Signal;
  step: AlarmStep;
  reason: string;
  answeredBy: string;
  answeredAt: number;
};
