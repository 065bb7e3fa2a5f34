import type { Anchor, TrainingId } from "#app/features/scoring/types.ts";

export type TrainingText = { id: TrainingId; title: string; body: string };

/** A training text as the asking person may see it: the reference only once he has given his own marks. */
export type TrainingPage = TrainingText & {
  own: Record<string, number> | null;
  /** Mean difference of the own marks to the reference, hundredths of a point. */
  difference: number | null;
  anchors: Anchor[] | null;
};
