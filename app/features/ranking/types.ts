import type { EditionId } from "#app/features/competitions/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type ListId = Id<"list">;
export type ListStatus = "draft" | "signed" | "provisional" | "final" | "superseded";

/** What is to be done next about a list. */
export type ListStep = "compute" | "sign" | "approve" | "wait" | "decide" | "finalise" | "done";

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
};

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
};

/** `listedBy`: the share or minimum without which the row would not be listed (`share:agencyKind:kota`); null = its place alone. */
export type CutRow = RankedRow & { listed: boolean; reserve: boolean; listedBy: string | null };
