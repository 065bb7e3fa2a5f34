import type { Flag } from "#app/features/ranking/calibration/guards/rules.ts";
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
