import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import * as store from "#app/features/agencies/appointments/store.server.ts";
import { isFileNeeded, lastAdminDay, warningDays, warningDue } from "#app/features/agencies/appointments/rules.ts";
import type { Appointment } from "#app/features/agencies/appointments/types.ts";
import { isAgencyMember, mayDecideAppointment } from "#app/features/agencies/policy.ts";
import { countAdmins, getAgency, listAdminIds } from "#app/features/agencies/queries.server.ts";
import type { Agency, AgencyId, AppointmentId, AppointmentStatus } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { agencies, agencyMembers, agencyMerges, appointments } from "#db/schema/agencies.ts";

/** Agencies a letter can be handed in for: all that have not gone up in another, by name. Public as the registry is. */
export const listChoices = (ctx: Pick<Ctx, "db">): { id: AgencyId; name: string }[] =>
  ctx.db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .leftJoin(agencyMerges, eq(agencyMerges.fromId, agencies.id))
    .where(isNull(agencyMerges.fromId))
    .orderBy(asc(agencies.name), asc(agencies.id))
    .all();

export type AppointmentRow = Pick<Appointment, "id" | "name" | "position" | "createdAt" | "status" | "termEndsOn"> & { agencyName: string };
export type AppointmentCounts = Record<AppointmentStatus, number>;

/** Letters of appointment, those that wait longest first and the others latest first. 404 for whoever may not answer them. */
export function listAppointments(
  ctx: Ctx,
  { state, limit, offset }: { state: AppointmentStatus | "all"; limit: number; offset: number },
): { rows: AppointmentRow[]; total: number; counts: AppointmentCounts } {
  if (!mayDecideAppointment(ctx.actor)) throw notFound("agencies.appointmentUnknown");
  const { id, name, position, createdAt, status, termEndsOn } = appointments;
  const order = state === "asked" ? asc(createdAt) : desc(createdAt);
  const rows = ctx.db
    .select({ id, name, position, createdAt, status, termEndsOn, agencyName: agencies.name })
    .from(appointments)
    .innerJoin(agencies, eq(agencies.id, appointments.agencyId))
    .where(state === "all" ? undefined : eq(status, state))
    .orderBy(order, asc(id))
    .limit(limit)
    .offset(offset)
    .all();
  const counts = countByStatus(ctx);
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { rows, counts, total: state === "all" ? all : counts[state] };
}

function countByStatus(ctx: Ctx): AppointmentCounts {
  const counted = ctx.db.select({ status: appointments.status, n: count() }).from(appointments).groupBy(appointments.status).all();
  return { asked: 0, verified: 0, refused: 0, expired: 0, ...Object.fromEntries(counted.map(({ status, n }) => [status, n])) };
}

/** The row itself, for operations and for the letter; 404 for whoever may not answer it. */
export function getAppointmentRow(ctx: Ctx, id: AppointmentId): Appointment {
  const letter = mayDecideAppointment(ctx.actor) ? store.findAppointment(ctx, id) : undefined;
  if (!letter) throw notFound("agencies.appointmentUnknown");
  return letter;
}

export type EndingTerm = { letter: Appointment; agency: Agency; days: number };

/** Terms whose end is to be announced now, with how many days before (30 or 7), those nearest their end first. Only the system asks. */
export function listEndingTerms(ctx: Pick<Ctx, "db" | "now">): EndingTerm[] {
  const horizon = dayOfInstant("Asia/Jayapura", ctx.now + (warningDays[0] + 1) * 86_400_000);
  return store.findEnding(ctx, horizon, 500).flatMap((letter) => {
    const agency = getAgency(ctx, letter.agencyId);
    const days = warningDue(letter, { now: ctx.now, zone: agency.zone });
    return days === null ? [] : [{ letter, agency, days }];
  });
}

export type AdminOutlook = { admins: number; lastDay: string | null };

/** How many local admins an agency has, and the last day it has one when that is near; for its members, 404 for others. */
export function getAdminOutlook(ctx: Ctx, agencyId: AgencyId): AdminOutlook {
  if (!isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  const ids = listAdminIds(ctx, agencyId);
  const own = and(eq(appointments.agencyId, agencyId), eq(appointments.status, "verified"));
  const letters = ctx.db.select({ userId: appointments.userId, term: appointments.termEndsOn }).from(appointments).where(own).all();
  const admins = ids.map((id) => ({ terms: letters.filter(({ userId }) => userId === id).map(({ term }) => term) }));
  return { admins: ids.length, lastDay: lastAdminDay(admins, { now: ctx.now, zone: getAgency(ctx, agencyId).zone }) };
}

export type WithoutAdmin = { id: AgencyId; name: string; writers: number };

/** Standing agencies in which people write and nobody can submit, by name, at most fifty; 404 for whoever may not answer letters. */
export function listAgenciesWithoutAdmin(ctx: Ctx): WithoutAdmin[] {
  if (!mayDecideAppointment(ctx.actor)) throw notFound("agencies.appointmentUnknown");
  const admins = sql<number>`sum(${agencyMembers.role} = 'admin')`;
  return ctx.db
    .select({ id: agencies.id, name: agencies.name, writers: count() })
    .from(agencyMembers)
    .innerJoin(agencies, eq(agencies.id, agencyMembers.agencyId))
    .where(isNull(agencyMembers.removedAt))
    .groupBy(agencies.id)
    .having(sql`${admins} = 0`)
    .orderBy(asc(agencies.name), asc(agencies.id))
    .limit(50)
    .all();
}

export type AppointmentPage = Omit<Appointment, "sha256" | "decidedBy"> & { hasFile: boolean; agency: Agency; admins: number; decidedBy: string };

/** A letter beside what was written to it, and how many local admins its agency has now. 404 like the list. */
export function getAppointment(ctx: Ctx, id: AppointmentId): AppointmentPage {
  const { sha256, decidedBy, ...letter } = getAppointmentRow(ctx, id);
  const agency = getAgency(ctx, letter.agencyId);
  const name = decidedBy && namesOf(ctx, [decidedBy]).get(decidedBy);
  return { ...letter, hasFile: sha256 !== "", agency, admins: countAdmins(ctx, [agency.id]).get(agency.id) ?? 0, decidedBy: name ?? "" };
}

/** The scanned letter, to be handed out. 404 like the list, and once its file was taken away. */
export function getLetterFile(ctx: Ctx, id: AppointmentId): Pick<Appointment, "fileName" | "sha256" | "bytes"> {
  const { fileName, sha256, bytes } = getAppointmentRow(ctx, id);
  if (sha256 === "") throw notFound("agencies.appointmentUnknown");
  return { fileName, sha256, bytes };
}

/** Letters whose file is kept and no longer needed, fifty at most. For the act that takes files away. */
export const listUnneededLetters = (ctx: Pick<Ctx, "db" | "now">): Pick<Appointment, "id" | "sha256">[] => store.findUnneeded(ctx, 50);

/** Whether a letter still needs this content. For the act that takes files away. */
export const isLetterNeeded = (ctx: Pick<Ctx, "db" | "now">, sha256: string): boolean =>
  store.findLettersWith(ctx, sha256).some((letter) => isFileNeeded(letter, ctx.now));
