import type { Words } from "#app/features/competitions/definition/types.ts";

/** What later rooms have told the agency of an entry; nothing that is not announced. UTC ms. */
export type Told = {
  submittedAt: number | null;
  version: number;
  /** What was given back for correction, the first first; `running` until it is answered or its end has passed. */
  corrections: { number: number; dueAt: number; closedAt: number | null; state: "running" | "answered" | "lapsed" }[];
  outcome: { passed: boolean; announcedAt: number } | null;
  /** Until when an appeal can be filed, where it can; filed ones are `filed`. */
  appeal: { closesAt: number | null } | null;
  interview: { startsAt: number; confirmed: boolean } | null;
  /** Published lists the entry competed for, with its place on them. */
  lists: { key: string; name: Words; final: boolean; listed: boolean; publishedAt: number }[];
  certificates: { issuedAt: number }[];
};

export type JourneyKey = "submitted" | "screening" | "correction" | "appeal" | "desk" | "interview" | "list" | "certificate";
export type JourneyState = "done" | "running" | "toCome";

/** One station of an entry. `word` is a key below `flow.journey.words`; `at` is when it happened, begins or ends. */
export type JourneyStep = { key: JourneyKey; id: string; name: Words | null; state: JourneyState; word: JourneyWord; at: number | null };

export type JourneyWord =
  | "received"
  | "waiting"
  | "examined"
  | "passed"
  | "failed"
  | "correctUntil"
  | "corrected"
  | "correctionLapsed"
  | "appealUntil"
  | "appealFiled"
  | "reading"
  | "read"
  | "interviewAt"
  | "interviewHeld"
  | "provisional"
  | "listed"
  | "notListed"
  | "issued";
