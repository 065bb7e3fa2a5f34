import type { ObjectionStatus } from "#app/features/objections/types.ts";
import type { ListStatus } from "#app/features/ranking/types.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";

/** Fewest letters of an objection: a ground needs a sentence. */
export const textMinimum = 30;
export const textMaximum = 6_000;
/** Fewest letters of a public note: a reason needs a sentence. */
export const noteMinimum = 20;
/** Most objections of one address in a day, and how long that day is. */
export const dailyLimit = 5;
export const dailyWindow = 24 * 60 * 60_000;

type Examined = { status: ListStatus; objectionsCloseAt: number | null };

/** Whether the public may object now: while the list is provisional and before its window closes (half-open, UTC ms). */
export const isExamined = (list: Examined, now: number): boolean =>
  list.status === "provisional" && list.objectionsCloseAt !== null && now < list.objectionsCloseAt;

/**
 * Refuses an objection outside the public examination: a list not published does not exist for the public (404), after the
 * window `objections.windowClosed`, said as the last minute inside.
 */
export function checkExamined(list: Examined, at: { now: number; zone: string }): void {
  if (isExamined(list, at.now)) return;
  const isPublic = list.status === "provisional" || list.status === "final";
  if (!isPublic || list.objectionsCloseAt === null) throw notFound("objections.noExamination");
  const time = { at: list.objectionsCloseAt - 60_000, zone: at.zone };
  throw new DomainError("objections.windowClosed", { kind: "conflict", params: { time } });
}

/** Refuses `objections.tooMany` (429) from the sixth objection of one address within a day on. */
export function checkDaily(filed: number): void {
  if (filed >= dailyLimit) throw new DomainError("objections.tooMany", { kind: "tooMany", params: { limit: dailyLimit } });
}

/** The status machine: an open objection is decided once. Refuses `objections.alreadyDecided`. */
export function decidedStatus(status: ObjectionStatus, upheld: boolean): ObjectionStatus {
  if (status !== "open") throw new DomainError("objections.alreadyDecided", { kind: "conflict" });
  return upheld ? "upheld" : "rejected";
}

/** `2026/SG/0007`: year of the edition, sanggahan, running number inside the edition. */
export const objectionNumber = (year: number, number: number): string => `${year}/SG/${String(number).padStart(4, "0")}`;

/** Instant by which it should be decided; null when the edition sets no limit. */
export const decisionDue = (filedAt: number, decisionDays: number | null): number | null =>
  decisionDays === null ? null : filedAt + decisionDays * 24 * 60 * 60_000;
