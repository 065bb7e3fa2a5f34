import type { Flag } from "#app/features/ranking/calibration/guards/rules.ts";
import type { Variances } from "#app/features/ranking/calibration/types.ts";

/** One line of a table of marks; `criterion` where an assessor marked by criterion. Empty texts mean none. */
export type MarkRow = { entry: string; assessor: string; mark: number; stratum: string; criterion: string; cluster: string; panel: string };

export type RankedQuantity = "calibrated" | "quality";

export type RecountCut = {
  size: number;
  reserve: number;
  /** Places of each cluster in basis points of the size; empty = the best wherever they come from. */
  shares: Record<string, number>;
  minima: Record<string, number>;
  /** How many are named for each place of a cluster; 0 = nobody. */
  nominees: number;
};

/** The rules of an edition as far as a ranking needs them. */
export type RecountRules = {
  /** Weights in any unit, of criteria that the marks name; empty = every criterion counts alike. */
  criteria: { key: string; weight: number }[];
  cuts: RecountCut[];
  passMark: { value: number; on: "raw" | RankedQuantity } | null;
  /** After equality within 1e-6; the draw comes last in any case. */
  ties: string[];
  quantity: RankedQuantity;
  waivers: { code: "disconnected"; reason: string }[];
  exclude: { assessor: string; reason: string }[];
};

export type Warning = {
  code: "notEstimable" | "disconnected" | "boundary" | "panelsUntold" | "constant" | "placeholder" | "extreme" | "excluded" | "assumedEqualWeights";
  assessor: string | null;
  /** What a sentence about it needs. */
  params: Record<string, string | number>;
};

export type RecountedEntry = {
  entry: string;
  marks: number;
  rawMean: number;
  rawRank: number;
  calibrated: number;
  rank: number;
  quality: number | null;
  pTop: Record<string, number> | null;
  expectedRank: number | null;
  rank90: [number, number] | null;
  band: Record<string, boolean> | null;
  /**
   * Rank when leniency is judged within entries alone, when flagged assessors are left out, and by the raw mean without the highest
   * and lowest mark of every entry that has five; null where there is none, the last for an entry with fewer.
   */
  sensitivity: { withinEntryOnlyRank: number | null; withoutFlaggedRank: number | null; trimmedMeanRank: number | null };
  /** What separated it from an equal: rawMean, a criterion, draw; null where nothing was equal. */
  tie: string | null;
};

export type RecountedCut = { size: number; listed: string[]; reserve: string[]; nominees?: string[] };

export type Recount = {
  model: { seed: number; draws: number; reml: number | null; variance: Variances | null; means: Record<string, number> | null };
  entries: RecountedEntry[];
  assessors: { assessor: string; marks: number; leniency: number | null; se: number | null; flags: Flag[] }[];
  /** Only where panels' leniency is told from everything else. */
  panels?: { panel: string; marks: number; leniency: number; se: number }[];
  connectivity: { components: number; contrastVariance: number | null; ideal: number | null; fiedler: number | null };
  reliability: { single: number | null; meanRaw: number | null; meanCalibrated: number | null; alphaInterval: number | null };
  cuts: RecountedCut[];
  warnings: Warning[];
};
