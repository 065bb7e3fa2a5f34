import type { AssignmentId, Lacking, ReaderPair } from "#app/features/assignment/types.ts";
import type { Band, Checks, PairReason, Phase, Shortage } from "#app/features/assignment/solver/types.ts";
import type { PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type PlanId = Id<"assignmentPlan">;

/**
 * What is to change. fill: what is missing; afresh: everything that nobody has begun; replace: whatever a person has not locked
 * goes to others; join: a person takes `share` readings that others have not begun; readers: an entry needs another number of
 * readers, 0 = it is taken out; stage: all entries without a number of their own need another one; more: so many readers more for
 * each entry; refill: an entry that lost a reader gets another.
 */
export type PlanChange =
  | { kind: "fill"; rules: PlanRules }
  | { kind: "afresh"; rules: PlanRules }
  | { kind: "replace"; userId: Id<"user"> }
  | { kind: "join"; userId: Id<"user">; share: number }
  | { kind: "readers"; proposalId: Id<"proposal">; readers: number }
  | { kind: "stage"; readers: number }
  | { kind: "refill"; proposalId: Id<"proposal"> }
  | { kind: "more"; wants: Want[] };

export type Want = { proposalId: Id<"proposal">; more: number };

export type PlanRules = { expertPerEntry: boolean; oneSeatPerOrganisation: boolean; least: number; most: number };

export type PlanStatus = "queued" | "running" | "ready" | "failed" | "cancelled" | "discarded" | "applying" | "applied" | "undoing" | "undone";
export type PlanCause = "organiser" | "divergence" | "greyZone" | "recusal";

export type AddedReading = ReaderPair & { reason: PairReason };
export type EndedReading = ReaderPair & { id: AssignmentId };

/** What comes of a plan: readings that begin and end, loads and linkage before and after, and what could not be done. */
export type PlanResult = {
  added: AddedReading[];
  ended: EndedReading[];
  /** Readers an entry needs from then on, and before (null = what the stage says). */
  targets: { proposalId: Id<"proposal">; before: number | null; after: number }[];
  /** Readers of the whole stage from then on, before (null = what the rules say), and entries that keep more because those have begun. */
  stageReaders?: { before: number | null; after: number; beyond: number };
  lacking: Lacking[];
  shortages: Shortage[];
  loads: { userId: Id<"user">; before: number; after: number }[];
  linkage: { before: PlanLinkage; after: PlanLinkage };
  /** Of a solved whole: how it was found and what the checker counted; null where only freed cells were filled. */
  solved: { status: "optimal" | "feasible"; method: "flow" | "repair" | "program"; gap: number; linking: number; checks: Checks } | null;
};

/** `worst`: the contrast variance of the two readers who are compared worst, against the ideal; plans from before it was kept have none. */
export type PlanLinkage = { components: number; ratio: number | null; worst?: number | null };

/** Moves of a plan that is written a part at a time: all of them, those dealt with, and those of them left as they are because something changed meanwhile. */
export type PlanProgress = { moves: number; done: number; left: number };

export type Plan = {
  id: PlanId;
  editionId: Id<"edition">;
  stage: string;
  change: PlanChange;
  cause: PlanCause;
  reason: string;
  status: PlanStatus;
  seed: number;
  phase: Phase | null;
  result: PlanResult | null;
  basis: string | null;
  digest: string | null;
  createdBy: Id<"user">;
  createdAt: number;
  finishedAt: number | null;
  appliedBy: Id<"user"> | null;
  appliedAt: number | null;
  undoneAt: number | null;
  progress: PlanProgress | null;
  refusal: string | null;
};


/** untouched: no mark yet; begun: a draft; locked: it counts and nobody takes it away. */
export type StandingReading = ReaderPair & { id: AssignmentId; state: "untouched" | "begun" | "locked" };

export type Reader = {
  userId: Id<"user">;
  name: string;
  organisation: string;
  /** Own bounds of his load; null = those of everybody. */
  bounds: { least: number; most: number } | null;
  /** By category key; a category without a word is one he does not know. */
  expertise: Readonly<Record<string, Band>>;
};

/** Everything a plan of one stage is worked out from. */
export type Situation = {
  /** Readers an entry needs at this stage unless it has a number of its own. */
  readers: number;
  /** The same where a plan has said it; null = the rules say it. */
  planned: number | null;
  entries: { id: Id<"proposal">; category: string }[];
  /** Those who sit. */
  people: Reader[];
  conflicts: ReadonlySet<PairKey>;
  standing: StandingReading[];
  targets: ReadonlyMap<Id<"proposal">, number>;
};
