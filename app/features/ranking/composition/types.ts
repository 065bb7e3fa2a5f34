import type { Flag } from "#app/features/ranking/calibration/guards/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import type { StageModel, warningCodes } from "#app/features/ranking/types.ts";

/** A stage that counts, with every mark of it; entries go by their number in seven digits, so that names sort as numbers do. */
export type CountedStage = { stage: string; weightBp: number; marks: readonly Mark[] };

/** What a list is composed from: the stages, who competes in it, its places, and where the draws begin. */
export type Composing = {
  stages: readonly CountedStage[];
  entries: readonly string[];
  size: number;
  seed: number;
  draws: number;
  /** Whether ranks by trimmed means are told. */
  trims: boolean;
};

/** What the marks say of one entry; values in points, composed by the weights of the stages. */
export type EntryFigures = {
  raw: number;
  calibrated: number;
  /** null where no stage could be calibrated; so are all figures below that rest on the model. */
  quality: number | null;
  rawRank: number;
  calibratedRank: number;
  pTop: number | null;
  expectedRank: number | null;
  rank90: [number, number] | null;
  withinRank: number | null;
  unflaggedRank: number | null;
  /** Rank by raw marks without the highest and lowest of every entry that has five at a stage; null for one that has them at none. */
  trimmedRank: number | null;
};

export type AssessorFigures = { stage: string; assessor: string; marks: number; leniency: number | null; se: number | null; flags: Flag[] };

export type ComposedWarning = { code: (typeof warningCodes)[number]; stage: string; assessor: string | null; count: number | null };

/** A list before it is ordered and cut; `entries` in the order they were given in. */
export type Composed = { stages: StageModel[]; entries: EntryFigures[]; assessors: AssessorFigures[]; warnings: ComposedWarning[] };
