import type { ReadingRules } from "#app/features/competitions/definition/judging/types.ts";
import type { AgreedSource } from "#app/features/scoring/types.ts";
import { DomainError } from "#app/lib/errors.ts";

type Meeting = {
  reading: ReadingRules;
  /** Readings of the entry that stand, and totals of those that are locked. */
  standing: number;
  sources: readonly AgreedSource[];
  present: readonly string[];
  heldOn: string;
  today: string;
};

/** Fewest people who can agree. */
const fewest = 2;

/**
 * A small group agrees only after its members have marked alone: refuses editions that foresee no agreed value
 * (`scoring.agreementNotUsed`), an entry with an open or with fewer than two independent sheets (`scoring.agreementEarly`), fewer
 * than two people there (`scoring.agreementAlone`) and a day to come (`scoring.agreementToCome`). METHODS 1.1: the independent
 * marks are stored and frozen first, or reliability cannot be measured.
 */
export function checkAgreement({ reading, standing, sources, present, heldOn, today }: Meeting): void {
  if (reading.agreedValue === "none") throw new DomainError("scoring.agreementNotUsed", { kind: "conflict" });
  if (sources.length < fewest || sources.length < standing) throw new DomainError("scoring.agreementEarly", { kind: "conflict" });
  if (new Set(present).size < fewest) throw new DomainError("scoring.agreementAlone");
  if (heldOn > today) throw new DomainError("scoring.agreementToCome");
}

/** Whether the independent sheets are still those the group had before it: a reading that came or changed since makes it meet again. */
export const isCurrent = (then: readonly AgreedSource[], now: readonly AgreedSource[]): boolean => keyOf(then) === keyOf(now);

const keyOf = (sources: readonly AgreedSource[]): string =>
  sources.map(({ userId, total }) => `${userId} ${total}`).sort().join("\n");
