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

/**
 * What a try to hand a letter in is counted under: five a day for an address, so that nobody is written to without end; thirty
 * an hour for a network, which a whole office may share.
 */
export const askKeys = (email: string, network: string): AttemptKey[] => [
  { key: `appointmentNetwork:${network}`, limit: 30, window: hour, longest: hour },
  { key: `appointmentEmail:${email}`, limit: 5, window: day, longest: day },
];

/** Whether time has run out on a letter: not looked at in 90 days, or the last day of its term has passed in the agency's zone. */
export function isOver(letter: Pick<Appointment, "status" | "createdAt" | "termEndsOn">, at: { now: number; zone: string }): boolean {
  if (letter.status === "asked") return at.now - letter.createdAt >= askedLifetime;
  return letter.status === "verified" && letter.termEndsOn !== null && letter.termEndsOn < dayOfInstant(at.zone, at.now);
}

/** Refuses `agencies.termOver` for a term whose last day has passed. */
export function checkTerm(termEndsOn: string | null, at: { now: number; zone: string }): void {
  if (termEndsOn !== null && termEndsOn < dayOfInstant(at.zone, at.now)) throw new DomainError("agencies.termOver");
}

/** Signs that are no part of a name on any system. */
const unfit = /[<>:"|?*]/g;

/** Name of the kept letter: without folders, always ending as what it is, at most 120 letters. */
export function letterName(fileName: string): string {
  const last = cleanLine(fileName.split(/[\\/]/).at(-1) ?? "").replaceAll(unfit, "");
  const stem = [...last.replace(/\.pdf$/i, "")].slice(0, 116).join("").replace(/^\.+|[.\s]+$/g, "");
  return `${stem || "surat-penunjukan"}.pdf`;
}
