import type { ConflictRules } from "#app/features/competitions/definition/judging/types.ts";
import type { ConflictState, ConflictStep } from "#app/features/conflicts/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import { instantOfLocal } from "#app/lib/zones.ts";

/** The same instant so many calendar years later; 29 February becomes 1 March. */
function yearsLater(at: number, years: number): number {
  const day = new Date(at);
  return day.setUTCFullYear(day.getUTCFullYear() + years);
}

/** Whether a membership still bars: a present one always, one that ended as long as the edition says (0 years = for ever). */
export const postBars = (removedAt: number | null, { formerPostYears }: Pick<ConflictRules, "formerPostYears">, now: number): boolean =>
  removedAt === null || formerPostYears === 0 || now < yearsLater(removedAt, formerPostYears);

/**
 * When a former post stops barring: so many years after its last day (YYYY-MM-DD) has ended in the edition's zone. null = never:
 * the post is still held, or the edition lets posts bar for ever.
 */
export function expiryOfPost(endedOn: string | null, { formerPostYears }: Pick<ConflictRules, "formerPostYears">, zone: string): number | null {
  if (endedOn === null || formerPostYears === 0) return null;
  const begins = instantOfLocal(zone, `${endedOn}T00:00`);
  return begins === null ? null : yearsLater(begins + 86_400_000, formerPostYears);
}

/** Whether a stored conflict bars now. */
export const standsNow = (row: { state: ConflictState; withdrawnAt: number | null; expiresAt: number | null }, now: number): boolean =>
  row.withdrawnAt === null && (row.state === "declared" || row.state === "confirmed") && (row.expiresAt === null || now < row.expiresAt);

/** Whether an agency's objection bars now: at once or once confirmed, as the edition says; never where it offers none. */
export const objectionBars = (
  row: { state: ConflictState; expiresAt: number | null },
  { byAgency }: Pick<ConflictRules, "byAgency">,
  now: number,
): boolean => {
  const counts = row.state === "confirmed" ? byAgency !== "no" : row.state === "declared" && byAgency === "atOnce";
  return counts && (row.expiresAt === null || now < row.expiresAt);
};

/** The steps of a conflict. What is not in the table cannot happen: nothing that was refused or ended comes back. */
const steps: Record<ConflictState, Partial<Record<ConflictStep, ConflictState>>> = {
  declared: { confirm: "confirmed", reject: "rejected", expire: "expired" },
  confirmed: { reject: "rejected", expire: "expired" },
  rejected: {},
  expired: {},
};

export const canTakeStep = (state: ConflictState, step: ConflictStep): boolean => steps[state][step] !== undefined;

/** The state after a step; refuses `conflicts.settled` (409) for what was decided before. */
export function stateAfter(state: ConflictState, step: ConflictStep): ConflictState {
  const next = steps[state][step];
  if (!next) throw new DomainError("conflicts.settled", { kind: "conflict" });
  return next;
}
