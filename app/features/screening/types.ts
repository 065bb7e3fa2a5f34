import type { Id } from "#app/lib/ids.ts";
import type { ErrorParams } from "#app/lib/errors.ts";

export type ScreeningId = Id<"screening">;

export const outcomes = ["passed", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

/** What a screener looks at, in this order. */
export const checkKeys = ["age", "completeness", "statementLetters", "title", "category"] as const;
export type CheckKey = (typeof checkKeys)[number];

/** A screener's finding on one check; the note stays inside the committee. */
export type Check = { key: CheckKey; passed: boolean; note: string };

/** What the machine can say about a check: in order, not in order, or only a person can tell. */
export type HintState = "ok" | "attention" | "look";

/** `hint` is a key below `screening.hints`. */
export type ChecklistItem = { key: CheckKey; state: HintState; hint: HintKey; params: ErrorParams };

export type HintKey =
  | "ageEnough"
  | "ageShort"
  | "ageUnknown"
  | "complete"
  | "incomplete"
  | "lettersThere"
  | "lettersMissing"
  | "titleUnique"
  | "titleRepeated"
  | "categoryLook";

/** Where an entry stands in the queue. */
export const queueStates = ["undecided", "passed", "failed"] as const;
export type QueueState = (typeof queueStates)[number];

export type Decision = {
  version: number;
  outcome: Outcome;
  checks: Check[];
  /** Read by the agency. */
  reason: string;
  decidedAt: number;
  decidedBy: Id<"user">;
};
