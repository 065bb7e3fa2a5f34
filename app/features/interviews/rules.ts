import type { InterviewRules } from "#app/features/competitions/definition/types.ts";
import type { PanelId, PlannedSlot, ScheduleRequest } from "#app/features/interviews/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import { dayOfInstant, instantOfLocal } from "#app/lib/zones.ts";

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** Monday to Friday of the zone that touch the window, as YYYY-MM-DD. Public holidays are not known here. */
export function workingDays(window: { opensAt: number; closesAt: number }, zone: string): string[] {
  const last = dayOfInstant(zone, window.closesAt - 1);
  const days: string[] = [];
  for (let day = dayOfInstant(zone, window.opensAt); day <= last; day = nextDay(day)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);

type Timing = Pick<ScheduleRequest, "window" | "zone" | "hours" | "minutes" | "bufferMinutes">;

/** Starts of a day's sessions, one after another with the buffer between, each whole inside an hour range and the window. */
export function sessionStarts(day: string, timing: Timing): number[] {
  const { window, zone, hours } = timing;
  const length = timing.minutes * minute;
  const step = length + timing.bufferMinutes * minute;
  return hours.flatMap(([from, to]) => {
    const starts: number[] = [];
    const end = instantOfLocal(zone, `${day}T${to}`) ?? 0;
    for (let at = instantOfLocal(zone, `${day}T${from}`) ?? end; at + length <= end; at += step) {
      if (at >= window.opensAt && at + length <= window.closesAt) starts.push(at);
    }
    return starts;
  });
}

type Cell = { panelId: PanelId; startsAt: number; endsAt: number };

/** Every free cell of the calendar, earliest first, panels in their order within an hour. */
function freeCells(request: ScheduleRequest): Cell[] {
  const length = request.minutes * minute;
  return workingDays(request.window, request.zone).flatMap((day) => {
    const held = new Map(request.panels.map((panelId) => [panelId, heldOn(request, panelId, day)]));
    return sessionStarts(day, request).flatMap((startsAt) =>
      request.panels.flatMap((panelId) => {
        const cell = { panelId, startsAt, endsAt: startsAt + length };
        const sessions = held.get(panelId) ?? 0;
        if (sessions >= request.perDay || request.taken.some((other) => tooClose(cell, other, request.bufferMinutes))) return [];
        held.set(panelId, sessions + 1);
        return [cell];
      }),
    );
  });
}

const heldOn = (request: ScheduleRequest, panelId: PanelId, day: string): number =>
  request.taken.filter((slot) => slot.panelId === panelId && dayOfInstant(request.zone, slot.startsAt) === day).length;

const tooClose = (a: Cell, b: Cell, bufferMinutes: number): boolean =>
  a.panelId === b.panelId &&
  a.startsAt < b.endsAt + bufferMinutes * minute &&
  b.startsAt < a.endsAt + bufferMinutes * minute;

/**
 * Gives every entry, in order, the earliest free session before a panel that may hear it: working days of the edition's zone
 * inside the window, at most `perDay` sessions a panel and day, buffer between sessions. Refuses `interviews.noPanelFree` when
 * every panel is blocked for an entry, and `interviews.notEnoughRoom` with the number of entries left over.
 */
export function firstFit(request: ScheduleRequest): PlannedSlot[] {
  const lost = request.entries.filter(({ blocked }) => request.panels.every((panelId) => blocked.has(panelId)));
  if (lost.length > 0) refuse("interviews.noPanelFree", { count: lost.length });
  const cells = freeCells(request);
  const planned = request.entries.flatMap(({ proposalId, blocked }) => {
    const at = cells.findIndex((cell) => !blocked.has(cell.panelId));
    const [cell] = at === -1 ? [] : cells.splice(at, 1);
    return cell ? [{ proposalId, ...cell }] : [];
  });
  const missing = request.entries.length - planned.length;
  if (missing > 0) refuse("interviews.notEnoughRoom", { missing });
  return planned;
}

function refuse(code: string, params: Record<string, number> = {}): never {
  throw new DomainError(code, { kind: "conflict", params });
}

/** Minutes of a session. Refuses `interviews.rulesMissing` while the edition does not say. */
export function sessionMinutes(rules: InterviewRules): number {
  if (rules.presentationMinutes === null || rules.questionMinutes === null) refuse("interviews.rulesMissing");
  return rules.presentationMinutes + rules.questionMinutes;
}

/** The fixed figures of a schedule. Refuses `interviews.rulesMissing` while one is unknown. */
export function knownFigures(rules: InterviewRules): { minutes: number; perDay: number; confirmHours: number } {
  const { perDay, confirmHoursBefore } = rules;
  if (perDay === null || confirmHoursBefore === null) refuse("interviews.rulesMissing");
  return { minutes: sessionMinutes(rules), perDay, confirmHours: confirmHoursBefore };
}

/**
 * Splits people over panels in turn, so that sizes differ by one at most. Refuses `interviews.notEnoughJurors` when a panel
 * would stay empty.
 */
export function splitOverPanels<T>(people: readonly T[], panels: number): T[][] {
  if (people.length < panels) refuse("interviews.notEnoughJurors", { count: people.length, panels });
  return Array.from({ length: panels }, (_, panel) => people.filter((_person, index) => index % panels === panel));
}

/** First instant at which a session can no longer be confirmed (FACTS.md: at the latest 24 hours before). */
export const confirmUntil = (startsAt: number, hoursBefore: number): number => startsAt - hoursBefore * hour;

/** Refuses `interviews.confirmTooLate` from that instant on; said in the agency's zone. */
export function checkConfirmation(slot: { startsAt: number }, hoursBefore: number, at: { now: number; zone: string }): void {
  const until = confirmUntil(slot.startsAt, hoursBefore);
  if (at.now < until) return;
  throw new DomainError("interviews.confirmTooLate", { kind: "conflict", params: { time: { at: until, zone: at.zone } } });
}

/** Attendance is noted from the start of the session on: refuses `interviews.notBegun`. */
export function checkAttendance(slot: { startsAt: number }, at: { now: number; zone: string }): void {
  if (at.now >= slot.startsAt) return;
  const time = { at: slot.startsAt, zone: at.zone };
  throw new DomainError("interviews.notBegun", { kind: "conflict", params: { time } });
}

/** Letters of panels: A, B, … Z. */
export const panelLetter = (index: number): string => String.fromCharCode(65 + index);
export const mostPanels = 26;

export type SlotState = "held" | "confirmed" | "waiting" | "missed";

/** How a session stands at an instant: over, confirmed, waiting, or past the last instant to confirm without it. */
export function slotState(
  slot: { endsAt: number; confirmUntil: number; confirmedAt: number | null },
  now: number,
): SlotState {
  if (now >= slot.endsAt) return "held";
  if (slot.confirmedAt !== null) return "confirmed";
  return now < slot.confirmUntil ? "waiting" : "missed";
}

/** The day to open a calendar on: the first that is not over, or the last. Days are YYYY-MM-DD in order. */
export const dayToShow = (days: readonly string[], today: string, asked: string | null): string | null =>
  (asked !== null && days.includes(asked) ? asked : days.find((day) => day >= today)) ?? days.at(-1) ?? null;
