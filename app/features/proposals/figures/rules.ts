import type { ArchivePoint, ClusterRow, CurvePoint, DayRow, Dimension, DraftRisk, Milestones, Place, Stand } from "#app/features/proposals/figures/types.ts";
import type { CompletenessItem, ProposalStatus, Reach } from "#app/features/proposals/types.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Every zone of the world is some quarters of an hour from UTC: figures counted by quarters can be put into any zone's days. */
export const quarterMs = hourMs / 4;

/** Where a proposal stands. What was submitted once is an entry until it is withdrawn, whatever is being redrafted. */
export function placeOf({ status, reach }: { status: ProposalStatus; reach: Reach }): Place {
  if (status === "withdrawn") return "withdrawn";
  if (reach === "passed" || reach === "finalist" || reach === "winner") return "passed";
  if (reach !== "draft" || status === "submitted") return "submitted";
  return status;
}

export type Counted = { status: ProposalStatus; reach: Reach; n: number };

/** How many stand where; withdrawn ones nowhere. */
export function standOf(rows: readonly Counted[]): Stand {
  const stand: Stand = { atUnit: 0, atAgency: 0, submitted: 0, passed: 0 };
  for (const row of rows) {
    const place = placeOf(row);
    if (place !== "withdrawn") stand[place] += row.n;
    if (place === "passed") stand.submitted += row.n;
  }
  return stand;
}

/** One row a key, in the order of `keys`; those of which nothing is known are left out. */
export function clustersOf(rows: readonly (Counted & { key: string })[], keys: readonly string[]): ClusterRow[] {
  const byKey = groupedBy(rows, ({ key }) => key);
  const known = [...keys, ...[...byKey.keys()].filter((key) => !keys.includes(key)).sort()];
  return known.flatMap((key) => {
    const stand = standOf(byKey.get(key) ?? []);
    return stand.atUnit + stand.atAgency + stand.submitted === 0 ? [] : [{ key, ...stand }];
  });
}

export type Quarter = { quarter: number; n: number };

/** One row a day from the first on which anything came until today, the days between included. */
export function daysOf(zone: string, came: Record<keyof Milestones, readonly Quarter[]>, now: number): DayRow[] {
  const byDay = new Map<string, Milestones>();
  for (const key of ["created", "handed", "submitted", "passed"] as const) {
    for (const { quarter, n } of came[key]) {
      const day = dayOfInstant(zone, quarter * quarterMs);
      const row = byDay.get(day) ?? { created: 0, handed: 0, submitted: 0, passed: 0 };
      byDay.set(day, { ...row, [key]: row[key] + n });
    }
  }
  const total: Milestones = { created: 0, handed: 0, submitted: 0, passed: 0 };
  return daysBetween([...byDay.keys()].sort()[0], dayOfInstant(zone, now)).map((day) => {
    const row = byDay.get(day) ?? { created: 0, handed: 0, submitted: 0, passed: 0 };
    for (const key of ["created", "handed", "submitted", "passed"] as const) total[key] += row[key];
    return { day, came: row, total: { ...total } };
  });
}

function daysBetween(first: string | undefined, last: string): string[] {
  if (!first) return [];
  const days: string[] = [];
  for (let at = Date.parse(`${first}T12:00:00Z`); at <= Date.parse(`${last}T12:00:00Z`); at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/**
 * First submissions added up, by whole hours before the close. `until` is the instant up to which the curve is known: now for a
 * registration that runs. Hours before the first submission, and beyond `days` before the close, are left out.
 */
export function curveOf(quarters: readonly Quarter[], { closesAt, until, days }: { closesAt: number; until: number; days: number }): CurvePoint[] {
  const byHour = new Map<number, number>();
  for (const { quarter, n } of quarters) {
    const hours = Math.floor((quarter * quarterMs - closesAt) / hourMs) + 1;
    byHour.set(hours, (byHour.get(hours) ?? 0) + n);
  }
  if (byHour.size === 0) return [];
  const last = Math.max(...byHour.keys(), Math.ceil((Math.min(until, closesAt) - closesAt) / hourMs));
  const points: CurvePoint[] = [];
  let total = 0;
  for (let hours = Math.min(...byHour.keys()) - 1; hours <= last; hours += 1) {
    total += byHour.get(hours) ?? 0;
    if (days === 0 || hours >= -days * 24) points.push({ hours, total });
  }
  return points;
}

/**
 * What was published of KIPP's earlier years while or after they ran: on 10 May 2021 at 13.40 WIB 388 were in, a day and a half
 * before the close.
 */
export const publishedOnTheWay: readonly ArchivePoint[] = [{ year: 2021, hours: -36, total: 388, source: "mmcindonesia, 10 Mei 2021 pukul 13.40" }];

export type Forecast = { perDay: number; left: number; finishAt: number | null };

/**
 * When what is left is done at the pace of the last 24 hours: now + left / pace. Null when nothing was done in them; nothing
 * left is done now.
 */
export function forecastOf({ left, done, now }: { left: number; done: number; now: number }): Forecast {
  if (left === 0) return { perDay: done, left, finishAt: now };
  return { perDay: done, left, finishAt: done === 0 ? null : now + Math.ceil((left / done) * dayMs) };
}

/** How many will be in at the close if as many come an hour as in the last 24 hours. Null without an end ahead. */
export const atTheClose = ({ total, lastDay, now, closesAt }: { total: number; lastDay: number; now: number; closesAt: number | null }): number | null =>
  closesAt === null || closesAt <= now ? null : total + Math.round((lastDay * (closesAt - now)) / dayMs);

/** Days without an edit after which a draft counts as left lying. */
export const staleDays = 3;

export const untouchedDays = (updatedAt: number, now: number): number => Math.max(0, Math.floor((now - updatedAt) / dayMs));

/** High: still at the unit and left lying. Middle: one of the two. Low: at the agency's admin and edited lately. */
export function riskOf({ status, updatedAt }: { status: "atUnit" | "atAgency"; updatedAt: number }, now: number): DraftRisk {
  const signs = Number(status === "atUnit") + Number(untouchedDays(updatedAt, now) >= staleDays);
  return (["low", "middle", "high"] as const)[signs] as DraftRisk;
}

/** Parts that are complete among those that must be filled or were begun, 0 to 1. */
export function completeShare(items: readonly Pick<CompletenessItem, "state">[]): number {
  const asked = items.filter(({ state }) => state !== "empty");
  return asked.length === 0 ? 1 : asked.filter(({ state }) => state === "complete").length / asked.length;
}

/** Things under their keys, in their order. */
export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

export const dimensions: readonly Dimension[] = ["kind", "province", "group", "category"];
