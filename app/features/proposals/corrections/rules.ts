import type { Correction } from "#app/features/proposals/corrections/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Whether a correction still runs: open, and before its last instant. */
export const isRunning = (correction: Pick<Correction, "closedAt" | "dueAt"> | undefined, now: number): boolean =>
  correction !== undefined && correction.closedAt === null && now < correction.dueAt;

/** Whether a part may be changed: every part where none is named. */
export const isPartOpen = (correction: Pick<Correction, "fields">, part: string): boolean =>
  correction.fields.length === 0 || correction.fields.includes(part);

/** Refuses `proposals.partNotOpen` (409) when a part is touched that was not given back. */
export function checkParts(correction: Pick<Correction, "fields">, parts: readonly string[]): void {
  if (parts.some((part) => !isPartOpen(correction, part))) throw new DomainError("proposals.partNotOpen", { kind: "conflict" });
}

/** A later end than the present one; refuses `proposals.correctionNotLater` (422). */
export function checkExtension(correction: Pick<Correction, "dueAt">, dueAt: number, now: number): void {
  if (dueAt <= correction.dueAt || dueAt <= now) throw new DomainError("proposals.correctionNotLater");
}
