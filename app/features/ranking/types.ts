import type { Quantity } from "#app/features/competitions/definition/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Variances } from "#app/features/ranking/calibration/types.ts";
import type { ErrorParams } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

export type ListId = Id<"list">;
export type ListStatus = "draft" | "signed" | "provisional" | "final" | "superseded";

/** What is to be done next about a list; `link`: nothing links all of its assessors, so that nobody may sign it yet. */
export type ListStep = "compute" | "link" | "sign" | "approve" | "wait" | "decide" | "finalise" | "done";

/** One version of an award list, with everything that was said and signed about it. */
export type RankingList = {
  id: ListId;
  editionId: EditionId;
  listKey: string;
  version: number;
  status: ListStatus;
  size: number;
  computedBy: Id<"user">;
  computedAt: number;
  minutes: string;
  minutesNumber: string;
  signedBy: Id<"user"> | null;
  signedAt: number | null;
  approvedBy: Id<"user"> | null;
  publishedAt: number | null;
  objectionsCloseAt: number | null;
  decreeNumber: string | null;
  decreeDate: string | null;
  finalisedBy: Id<"user"> | null;
  finalisedAt: number | null;
  digest: string;
  quantity: Quantity;
  model: ListModel | null;
  waiverReason: string | null;
  waivedBy: Id<"user"> | null;
  waivedAt: number | null;
  abstentions: Abstention[];
  publicNote: string | null;
};

/** Somebody who signs or approves a list without deciding of some entries on it or in its reserve, by their numbers. */
export type Abstention = { act: "sign" | "check" | "approve"; userId: Id<"user">; numbers: number[] };

/** What the fit of one counting stage says of all of it; points of the mark. */
export type StageModel = {
  stage: string;
  weightBp: number;
  entries: number;
  assessors: number;
  marks: number;
  /** Whether leniency could be told from quality; without it the stage counts as marked. */
  estimable: boolean;
  reml: number | null;
  variance: Variances | null;
  /** What each panel gave above the others, an empty name for marks given before none; only where that can be told from everything else. */
  panels?: { panel: string; marks: number; leniency: number; se: number }[];
  /** Mean of each stratum, by its key: category and group; by the first model also the panel. */
  means: Record<string, number> | null;
  connectivity: { components: number; contrastVariance: number | null; ideal: number | null; fiedler: number | null };
  reliability: { single: number | null; meanRaw: number | null; meanCalibrated: number | null; alphaInterval: number | null };
};

export const warningCodes = ["notEstimable", "disconnected", "boundaryEntry", "boundaryAssessor", "boundaryPanel", "panelsUntold", "constant", "placeholder", "extreme"] as const;

/** Something to look at before a list is signed; `assessor` is the number by which the person goes in the edition. */
export type ListWarning = { code: (typeof warningCodes)[number]; stage: string; assessor: number | null; count: number | null };

/** How the figures of a version came about: enough to draw them again. */
export type ListModel = { seed: number; draws: number; stages: StageModel[]; warnings: ListWarning[] };

export type RunId = Id<"run">;
export type RunStatus = "queued" | "running" | "done" | "failed";
export const runSteps = ["read", "calibrate", "draw", "save"] as const;
export type RunStep = (typeof runSteps)[number];

/** Why a computation was refused, as its message is called. */
export type RunRefusal = { code: string; params: ErrorParams };

/** An exact number n/d with d > 0. */
export type Fraction = { n: bigint; d: bigint };

/** Marks of one locked sheet, hundredths of a point by criterion. */
export type SheetMarks = Readonly<Record<string, number>>;

/** An entry with its locked sheets, by stage key. */
export type ScoredEntry = {
  proposalId: Id<"proposal">;
  number: number;
  sheets: Readonly<Record<string, readonly SheetMarks[]>>;
  /** Instant of the submission that stands; asked only where a list parts equals by it. */
  submittedAt?: number;
};

export type RankedRow = {
  proposalId: Id<"proposal">;
  number: number;
  rank: number;
  /** The composed score, exact, in hundredths of a point x 10^8. */
  value: Fraction;
  /** The same in hundredths of a point, rounded half up once, for print. */
  score: number;
  /** Locked sheets behind it. */
  reads: number;
  /** What decided between equals: a criterion's key, the key of a tie rule, `draw`, or null when nothing had to. */
  tieBrokenBy: string | null;
  /** What is held against the pass mark, where that is not the value itself; same unit. */
  judged?: Fraction;
};

/** `listedBy`: the share or minimum without which the row would not be listed (`share:agencyKind:kota`); null = its place alone. */
export type CutRow = RankedRow & { listed: boolean; reserve: boolean; nominee: boolean; listedBy: string | null };
