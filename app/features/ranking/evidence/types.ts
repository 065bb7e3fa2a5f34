import type { Flag } from "#app/features/ranking/calibration/guards/rules.ts";
import type { Interaction, ResidualLevel, ResidualSpread } from "#app/features/ranking/calibration/residuals/rules.ts";
import type { RankingList } from "#app/features/ranking/types.ts";

export type EvidenceRow = {
  number: number;
  title: string;
  categoryKey: string;
  rank: number;
  listed: boolean;
  raw: number | null;
  calibrated: number | null;
  quality: number | null;
  rawRank: number | null;
  calibratedRank: number | null;
  withinRank: number | null;
  unflaggedRank: number | null;
  trimmedRank: number | null;
  pTop: number | null;
  expectedRank: number | null;
  rankLow: number | null;
  rankHigh: number | null;
};

/** `name` is null for whoever may not know who it is. */
export type EvidenceAssessor = { stage: string; number: number; name: string | null; marks: number; leniency: number | null; se: number | null; flags: Flag[] };

/** `expected` is a number of entries, not whole; `open` counts rows with a chance between 5 and 95 %. */
export type Settled = { within: number; expected: number; open: number };

export type Evidence = { list: RankingList; rows: EvidenceRow[]; nearLine: EvidenceRow[]; assessors: EvidenceAssessor[] };

/** A column of figures that is not told whoever may not see every entry. */
type Veiled<Row, Keys extends keyof Row> = Omit<Row, Keys> & { [key in Keys]: Row[key] | null };

export type LevelFigures = Veiled<ResidualLevel, "count">;
export type SpreadFigures = Veiled<Omit<ResidualSpread, "assessor">, "count"> & { number: number; name: string | null };
export type PairFigures = Veiled<Omit<Interaction, "assessor">, "count" | "se"> & { number: number; name: string | null };

/** What the model of a stage leaves of its marks; `pairs` counts assessors in categories, of which `furthest` are shown. */
export type StageResiduals = { stage: string; isWhole: boolean; levels: LevelFigures[]; spreads: SpreadFigures[]; pairs: number; furthest: PairFigures[] };

/** null where a version does not keep what it was computed from. */
export type PageEvidence = Evidence & { residuals: StageResiduals[] | null };
