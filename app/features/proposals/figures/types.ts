import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** What the control room is narrowed to; empty = everything. `days` is how far back, 0 = from the start. */
export type FigureFilter = { kind: string; group: string; category: string; province: string; days: number };

export type Dimension = "kind" | "group" | "category" | "province";

/** Where a proposal stands for the secretariat: an entry stays submitted while it is redrafted; `passed` is part of what was submitted. */
export type Place = "atUnit" | "atAgency" | "submitted" | "passed" | "withdrawn";

/** How many stand where; `submitted` holds those that passed. */
export type Stand = { atUnit: number; atAgency: number; submitted: number; passed: number };

/** `key` is of the kind, group, category or province; empty = an agency of no province. */
export type ClusterRow = Stand & { key: string };

/** A day of the edition's zone (YYYY-MM-DD): what came on it, each proposal once, and what had come by its end. */
export type DayRow = { day: string; came: Milestones; total: Milestones };
export type Milestones = { created: number; handed: number; submitted: number; passed: number };

/** First submissions by the end of an hour; `hours` before (negative) or after the close. */
export type CurvePoint = { hours: number; total: number };

/** A published figure of an earlier year. `hours` null = by the close. */
export type ArchivePoint = { year: number; hours: number | null; total: number; source: string };

export type DraftRisk = "high" | "middle" | "low";

/** A draft as the secretariat may know of it: never its title or text. */
export type DraftRow = {
  id: ProposalId;
  agencyName: string;
  agencyKind: string;
  unit: string;
  groupKey: string;
  status: "atUnit" | "atAgency";
  updatedAt: number;
  /** Whole days since the last edit. */
  untouched: number;
  risk: DraftRisk;
  /** Answered parts of all that are asked, 0 to 1. */
  complete: number;
  /** Texts over their limit. */
  over: number;
};

/** Somebody of the edition who never signed in, or not for long. */
export type AbsentRow = {
  userId: Id<"user">;
  name: string;
  email: string;
  /** Role of the seat or in the agency. */
  role: string;
  scope: "edition" | "agency";
  place: string;
  since: number;
  lastSignInAt: number | null;
  invitedAt: number | null;
};

export type Watched = Pick<Proposal, "editionId">;
