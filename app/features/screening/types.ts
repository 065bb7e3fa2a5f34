import type { Words } from "#app/features/competitions/definition/types.ts";
import type { Id } from "#app/lib/ids.ts";
import type { ErrorParams } from "#app/lib/errors.ts";

export type ScreeningId = Id<"screening">;
export type AppealId = Id<"appeal">;

export const outcomes = ["passed", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

/** Checks of an edition that names no requirements of its own, in this order. */
export const plainChecks = ["age", "completeness", "statementLetters", "title", "category"] as const;
export type PlainCheck = (typeof plainChecks)[number];

/** The key of a requirement, or of a plain check. */
export type CheckKey = string;

/** A screener's finding on one check; the note stays inside the committee. */
export type Check = { key: CheckKey; passed: boolean; note: string };

/** What the machine can say about a check: in order, not in order, or only a person can tell. */
export type HintState = "ok" | "attention" | "look";

export type MachineHint = { state: HintState; hint: HintKey; params: ErrorParams };

/** One line of the checklist. `name` null = the product's own word; `fields`: the questions its evidence stands at. */
export type ChecklistItem = MachineHint & { key: CheckKey; name: Words | null; help: Words | null; fields: string[] };

/** A key below `screening.hints`. */
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
  | "categoryLook"
  | "awardsNone"
  | "awardsFound"
  | "similarNone"
  | "similarFound"
  | "personLook";

/** Where a case stands: see the table in rules.ts and the diagram in the README. */
export type CaseState =
  | "open"
  | "proposed"
  | "disputed"
  | "returned"
  | "passed"
  | "failed"
  | "admitted"
  | "rejected"
  | "appealed"
  | "upheld"
  | "dismissed";

/** What can happen to a case. */
export type CaseStep =
  | "pass"
  | "fail"
  | "propose"
  | "confirm"
  | "disagree"
  | "settlePass"
  | "settleFail"
  | "return"
  | "resume"
  | "undo"
  | "announce"
  | "appeal"
  | "uphold"
  | "dismiss";

export type VerdictKind = "decide" | "propose" | "confirm" | "disagree" | "settle" | "undo" | "uphold" | "dismiss";

/** A case as it is kept; an entry nobody has touched has none and counts as open in its first round. */
export type ScreeningCase = {
  proposalId: Id<"proposal">;
  editionId: Id<"edition">;
  state: CaseState;
  round: number;
  screeningId: ScreeningId | null;
  handlerId: Id<"user"> | null;
  changedAt: number;
  announcedAt: number | null;
};

/** Where an entry stands in the queue of the person who asks. */
export const queueStates = ["mine", "free", "taken", "second", "returned", "decided", "appealed"] as const;
export type QueueState = (typeof queueStates)[number];

/** How far an entry is for whoever counts: waiting for a decision, decided, told. */
export type Progress = { undecided: number; passed: number; failed: number };

export type Decision = {
  version: number;
  outcome: Outcome;
  checks: Check[];
  reasonKeys: string[];
  /** Read by the agency once announced. */
  reason: string;
  decidedAt: number;
  decidedBy: Id<"user">;
};
