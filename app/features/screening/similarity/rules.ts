import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { SubmittedContent } from "#app/features/proposals/types.ts";
import { readingOf } from "#app/features/screening/reading/rules.ts";
import type { PairKind, PairState } from "#app/features/screening/similarity/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** What is compared of an entry: the texts it answered in the order of the form, with an empty line between them. */
export const comparedText = (definition: Definition, content: SubmittedContent): string =>
  readingOf(definition, content)
    .filter(({ kind }) => kind === "longText" || kind === "shortText")
    .map(({ text }) => text)
    .filter((text) => text.trim() !== "")
    .join("\n\n");

type Side = { editionId: string; agencyId: string };

/**
 * What the other entry is to the newer one. The same agency in another edition has entered again, which is often allowed: it is
 * asked what is new, not accused.
 */
export function kindOfPair(newer: Side, other: Side): Exclude<PairKind, "archiveTitle"> {
  if (newer.editionId === other.editionId) return "sameEdition";
  return newer.agencyId === other.agencyId ? "resubmission" : "earlierEdition";
}

/** A place in time among entries: the year of the edition, then when the edition was made, then the entry's id. */
export type Place = { year: number; createdAt: number; id: string };

/** Which of two entries a pair belongs to: the newer; of one edition the one with the lesser id, so that a pair is one row. */
export function isNewer(one: Place, other: Place): boolean {
  if (one.year !== other.year) return one.year > other.year;
  if (one.createdAt !== other.createdAt) return one.createdAt > other.createdAt;
  return one.id < other.id;
}

/** A share 0 to 1 in basis points. */
export const basisPoints = (share: number): number => Math.round(share * 10_000);

export type Judged = { shareBp: number; otherShareBp: number; sameTitle: boolean; state: PairState };

/** A judgement outlives a new comparison that says the same; a pair that has changed is looked at afresh. */
export const staysJudged = (before: Judged, now: Omit<Judged, "state">): boolean =>
  before.shareBp === now.shareBp && before.otherShareBp === now.otherShareBp && before.sameTitle === now.sameTitle;

/** Shortest note to a pair that is to be discussed, in letters. */
export const shortestNote = 10;

/** Refuses `similarity.noteMissing` (422): who wants a pair discussed says why. */
export function checkVerdict(verdict: "fair" | "discuss", note: string): void {
  if (verdict === "discuss" && note.trim().length < shortestNote) {
    throw new DomainError("similarity.noteMissing", { params: { minimum: shortestNote } });
  }
}
