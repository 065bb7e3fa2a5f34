import type { PlanChange } from "#app/features/assignment/plans/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

/** Difference between the highest and the lowest total of one entry, in hundredths of a point; 0 for one sheet. */
export const differenceOf = (totals: readonly number[]): number => (totals.length === 0 ? 0 : (Math.max(...totals) - Math.min(...totals)) / 10_000);

/**
 * Whether the independent totals of an entry (hundredths of a point x basis points) lie further apart than the edition bears.
 * One sheet diverges from nothing; without a threshold nothing does.
 */
export const diverges = (totals: readonly number[], threshold: number | null): boolean =>
  threshold !== null && totals.length >= 2 && differenceOf(totals) > threshold;

/**
 * Whether a lock calls one more reader: every reading of the entry that was handed out is locked, there are no more of them than
 * the edition asks for, and they diverge. Once a further reader has been called the entry calls no other by itself.
 */
export const callsAnother = (entry: { totals: readonly number[]; standing: number; readers: number | null; threshold: number | null }): boolean =>
  entry.totals.length === entry.standing && entry.standing <= (entry.readers ?? 0) && diverges(entry.totals, entry.threshold);

/** One reader more for each entry chosen; refuses one that no longer waits for any (`scoring.noLongerAwaiting`). */
export function furtherReaders(awaiting: readonly { proposalId: Id<"proposal"> }[], chosen: readonly Id<"proposal">[]): PlanChange {
  const known = new Set(awaiting.map(({ proposalId }) => proposalId));
  if (!chosen.every((id) => known.has(id))) throw new DomainError("scoring.noLongerAwaiting", { kind: "conflict" });
  return { kind: "more", wants: [...new Set(chosen)].map((proposalId) => ({ proposalId, more: 1 })) };
}
