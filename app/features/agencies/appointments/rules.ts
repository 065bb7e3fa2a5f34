import type { AttemptKey } from "#app/features/accounts/throttle/rules.ts";
import type { Appointment, AppointmentStep } from "#app/features/agencies/appointments/types.ts";
import type { AppointmentStatus } from "#app/features/agencies/types.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import { DomainError } from "#app/lib/errors.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

/** Bytes of the scanned letter: 2 MB, enough for three pages in black and white. */
export const letterMost = 2 * 1024 * 1024;

/** A letter nobody has looked at for so long (ms) is no longer current; its agency may have appointed somebody else. */
export const askedLifetime = 90 * day;

/**
 * How long (ms) the file of a letter that came to nothing is kept after that: an objection to the decision may come within 21 working
 * days (UU 30/2014 article 77), which are 45 days at most. Afterwards it serves no purpose (UU 27/2022 article 43).
 */
export const contestedFor = 45 * day;

type Ended = Pick<Appointment, "status" | "sha256" | "fileName" | "userId" | "createdAt" | "decidedAt">;

/**
 * Whether the file of a letter is still needed: while it waits, while or after it carried somebody, and while its refusal or lapse
 * can be contested. That of a person whose account was erased is not.
 */
export function isFileNeeded({ status, fileName, userId, createdAt, decidedAt }: Ended, now: number): boolean {
  if (fileName === erasedName) return false;
  if (status === "asked" || status === "verified" || (status === "expired" && userId !== null)) return true;
  const ended = status === "refused" ? (decidedAt ?? createdAt) : createdAt + askedLifetime;
  return now - ended < contestedFor;
}

/** What stands for the name of a letter's file once the person it names was erased. */
export const erasedName = "-";

/** Fewest letters of the reason of a refusal. */
export const reasonLeast = 10;

const machine: Record<AppointmentStatus, Partial<Record<AppointmentStep, AppointmentStatus>>> = {
  asked: { verify: "verified", refuse: "refused", expire: "expired" },
  verified: { expire: "expired" },
  refused: {},
  expired: {},
};

/** The status after a step. Refuses `agencies.appointmentDecided` (409) where the step is not open. */
export function afterStep(status: AppointmentStatus, step: AppointmentStep): AppointmentStatus {
  const next = machine[status][step];
  if (!next) throw new DomainError("agencies.appointmentDecided", { kind: "conflict" });
  return next;
}

/** What a try to hand a letter in is counted under before it is received: thirty an hour for a network, which a whole office may share. */
export const networkKey = (network: string): AttemptKey => ({ key: `appointmentNetwork:${network}`, limit: 30, window: hour, longest: hour });

/** And once it names an address: five a day, so that nobody is written to without end. */
export const addressKey = (email: string): AttemptKey => ({ key: `appointmentEmail:${email}`, limit: 5, window: day, longest: day });

/** Whether time has run out on a letter: not looked at in 90 days, or the last day of its term has passed in the agency's zone. */
export function isOver(letter: Pick<Appointment, "status" | "createdAt" | "termEndsOn">, at: { now: number; zone: string }): boolean {
  if (letter.status === "asked") return at.now - letter.createdAt >= askedLifetime;
  return letter.status === "verified" && letter.termEndsOn !== null && letter.termEndsOn < dayOfInstant(at.zone, at.now);
}

/** Refuses `agencies.termOver` for a term whose last day has passed. */
export function checkTerm(termEndsOn: string | null, at: { now: number; zone: string }): void {
  if (termEndsOn !== null && termEndsOn < dayOfInstant(at.zone, at.now)) throw new DomainError("agencies.termOver");
}

/** Days before the last day of a term on which its end is announced, the far one first. */
export const warningDays = [30, 7] as const;

type Term = Pick<Appointment, "status" | "termEndsOn" | "warnedDays">;

/** The warning a letter is due for: 30 or 7 days before its last day, in the agency's zone, once each; null for none. */
export function warningDue({ status, termEndsOn, warnedDays }: Term, at: { now: number; zone: string }): number | null {
  if (status !== "verified" || termEndsOn === null) return null;
  const left = daysBetween(dayOfInstant(at.zone, at.now), termEndsOn);
  if (left < 0) return null;
  const due = warningDays.findLast((days) => left <= days) ?? null;
  return due !== null && (warnedDays === null || warnedDays > due) ? due : null;
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

type Carried = { terms: readonly (string | null)[] };

/**
 * The last day on which the agency still has a local admin, when that day is at most 30 days away in its zone; null while one of
 * them has no end, or the end is further. An admin without a verified letter was invited and has no end.
 */
export function lastAdminDay(admins: readonly Carried[], at: { now: number; zone: string }): string | null {
  const ends = admins.map(({ terms }) => (terms.length === 0 || terms.includes(null) ? null : (terms.toSorted().at(-1) ?? null)));
  if (ends.length === 0 || ends.includes(null)) return null;
  const last = ends.toSorted().at(-1) ?? null;
  return last !== null && daysBetween(dayOfInstant(at.zone, at.now), last) <= warningDays[0] ? last : null;
}

/** Signs that are no part of a name on any system. */
const unfit = /[<>:"|?*]/g;

/** Name of the kept letter: without folders, always ending as what it is, at most 120 letters. */
export function letterName(fileName: string): string {
  const last = cleanLine(fileName.split(/[\\/]/).at(-1) ?? "").replaceAll(unfit, "");
  const stem = [...last.replace(/\.pdf$/i, "")].slice(0, 116).join("").replace(/^\.+|[.\s]+$/g, "");
  return `${stem || "surat-penunjukan"}.pdf`;
}
