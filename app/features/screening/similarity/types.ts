import type { Id } from "#app/lib/ids.ts";

export type SimilarityPairId = Id<"similarity">;

/**
 * The words of a text. Positions count UTF-16 units of the text as given (what JSON and JavaScript count), half-open:
 * `text.slice(from[i], to[i])`. `raw` is the hash of the folded word, `stem` that of its stem.
 */
export type Tokens = { count: number; raw: Uint32Array; stem: Uint32Array; from: Int32Array; to: Int32Array };

/** Where two texts say the same: `[fromA, toA, fromB, toB]` in UTF-16 units of each text as given, half-open. */
export type Passage = [number, number, number, number];

/** Two documents by their place in an index, with the distinct sampled shingles they share. */
export type Match = { a: number; b: number; shared: number };

/** What the other text of a pair is: its place beside the entry in hand. */
export const pairKinds = ["sameEdition", "earlierEdition", "archiveTitle", "resubmission"] as const;
export type PairKind = (typeof pairKinds)[number];

/** What a person made of a pair. The system never does, and no mark ever follows from it. */
export const pairVerdicts = ["fair", "discuss"] as const;
export type PairVerdict = (typeof pairVerdicts)[number];

export const pairStates = ["unseen", ...pairVerdicts] as const;
export type PairState = (typeof pairStates)[number];
