import type { Id } from "#app/lib/ids.ts";

export type SheetId = Id<"sheet">;

export type SheetStatus = "draft" | "locked";

/** Steps of a sheet: the assessor saves and locks it, the chair reopens it. */
export type SheetStep = "save" | "lock" | "reopen";

/** Marks in hundredths of a point by criterion; null or absent = not marked yet. */
export type Marks = Readonly<Record<string, number | null | undefined>>;

/**
 * What an assessor sends, and the revision of the sheet he saw (0 = none yet). A criterion that is not among the marks keeps
 * what was saved of it, mark and note.
 */
export type SheetEntry = {
  assignmentId: Id<"assignment">;
  revision: number;
  marks: Record<string, number | null>;
  /** Notes by criterion, read by the agency after the results are public. */
  notes: Record<string, string>;
  /** Note on the whole sheet, read by the agency as the others are. */
  note: string;
  /** For the assessor's own eyes; left out, what was kept stays. */
  privateNote?: string;
  /** Names of the page that sends it and of lost ones whose text it took over, its own first; none without scripts. */
  pages?: readonly string[];
};

export type Saved = { sheetId: SheetId; revision: number; savedAt: number };

export type LockedSheet = { proposalId: Id<"proposal">; userId: Id<"user">; marks: Record<string, number> };

/** Where a reading stands in an assessor's queue. */
export const readingStates = ["todo", "draft", "locked"] as const;
export type ReadingState = (typeof readingStates)[number];

/** A reading that was not locked when its desk was closed. */
export type MissingReading = { assignmentId: Id<"assignment">; proposalId: Id<"proposal">; userId: Id<"user"> };

/** The total of one independent sheet at the time of a meeting: hundredths of a point x basis points. */
export type AgreedSource = { userId: Id<"user">; total: number };

/** The mark a training text is worth on one criterion, hundredths of a point, and why. */
export type Anchor = { criterion: string; mark: number; reason: string };

export type RoundId = Id<"round">;
export type AgreementId = Id<"agreement">;
export type TrainingId = Id<"training">;
