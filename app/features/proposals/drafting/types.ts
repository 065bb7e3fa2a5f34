import type { Identity } from "#app/features/proposals/types.ts";

/** A text as it stands, where two people wrote at the same place; `at` in UTC ms. */
export type StandingText = { value: string; revision: number; at: number; by: string };

/** Two texts of one question that no rule can join: both are shown, and nothing is written until the writer has chosen. */
export type Collision = {
  fieldKey: string;
  /** The text both started from; null when it is no longer kept. */
  base: string | null;
  standing: StandingText;
};

/** What became of the answers of a save. What collided is not in `revisions`: its base stays what it was. */
export type SavedAnswers = {
  savedAt: number;
  /** New revisions by question. */
  revisions: Record<string, number>;
  /** Texts that now hold another person's changes as well. */
  merged: Record<string, string>;
  collisions: Collision[];
};

/** What became of a save of the identity: the revision and the parts that stand now. With collisions nothing was saved. */
export type SavedIdentity = { revision: number; identity: Identity; collisions: { part: keyof Identity; mine: string; theirs: string }[] };

/** A text joined of the same beginning and two continuations, piece by piece; a piece is a paragraph or several. */
export type Piece = { kind: "agreed"; lines: string[] } | { kind: "collision"; mine: string[]; theirs: string[] };

/** A run of words that two texts share, or that only one of them has. */
export type WordRun = { text: string; in: "both" | "first" | "second" };
