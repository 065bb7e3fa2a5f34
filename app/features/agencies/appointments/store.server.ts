import { and, asc, eq, gt, isNull, lt, lte, ne, or } from "drizzle-orm";
import { askedLifetime, contestedFor, erasedName } from "#app/features/agencies/appointments/rules.ts";
import type { Appointment } from "#app/features/agencies/appointments/types.ts";
import type { AppointmentId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { appointments } from "#db/schema/agencies.ts";

type Reach = Pick<Ctx, "db">;

export function insertAppointment(ctx: Reach, letter: Appointment): void {
  ctx.db.insert(appointments).values(letter).run();
}

export const findAppointment = (ctx: Reach, id: AppointmentId): Appointment | undefined =>
  ctx.db.select().from(appointments).where(eq(appointments.id, id)).get();

/** Changes a letter that is still as it was read; refuses `agencies.appointmentDecided` (409) when somebody was faster. */
export function updateAppointment(ctx: Reach, { id, status }: Pick<Appointment, "id" | "status">, change: Partial<Appointment>): void {
  const { changes } = ctx.db
    .update(appointments)
    .set(change)
    .where(and(eq(appointments.id, id), eq(appointments.status, status)))
    .run();
  if (changes !== 1) throw new DomainError("agencies.appointmentDecided", { kind: "conflict" });
}

/** Letters whose file is kept and, by `isFileNeeded`, no longer needed; the earliest first. */
export const findUnneeded = (ctx: Pick<Ctx, "db" | "now">, limit: number): Appointment[] => {
  const { status, sha256, fileName, userId, createdAt, decidedAt } = appointments;
  const refused = and(eq(status, "refused"), lte(decidedAt, ctx.now - contestedFor));
  const lapsed = and(eq(status, "expired"), isNull(userId), lte(createdAt, ctx.now - askedLifetime - contestedFor));
  return ctx.db
    .select()
    .from(appointments)
    .where(and(ne(sha256, ""), or(refused, lapsed, eq(fileName, erasedName))))
    .orderBy(asc(createdAt), asc(appointments.id))
    .limit(limit)
    .all();
};

export const findLettersWith = (ctx: Reach, sha256: string): Appointment[] =>
  ctx.db.select().from(appointments).where(eq(appointments.sha256, sha256)).all();

/** Letters on which time may have run out, the oldest first. East of all zones the day begins first. */
export const findOverdue = (ctx: Pick<Ctx, "db" | "now">, limit: number): Appointment[] =>
  ctx.db
    .select()
    .from(appointments)
    .where(
      or(
        and(eq(appointments.status, "asked"), lte(appointments.createdAt, ctx.now - askedLifetime)),
        and(eq(appointments.status, "verified"), lt(appointments.termEndsOn, dayOfInstant("Asia/Jayapura", ctx.now))),
      ),
    )
    .orderBy(asc(appointments.termEndsOn), asc(appointments.createdAt), asc(appointments.id))
    .limit(limit)
    .all();

/** Verified letters whose term ends by a day (YYYY-MM-DD) and whose nearer warning is not written, the nearest end first. */
export const findEnding = (ctx: Reach, by: string, limit: number): Appointment[] =>
  ctx.db
    .select()
    .from(appointments)
    .where(and(eq(appointments.status, "verified"), lte(appointments.termEndsOn, by), or(isNull(appointments.warnedDays), gt(appointments.warnedDays, 7))))
    .orderBy(asc(appointments.termEndsOn), asc(appointments.id))
    .limit(limit)
    .all();

/** Whether another verified letter carries the same person in the same agency. */
export const hasOtherTerm = (ctx: Reach, { id, agencyId, userId }: Pick<Appointment, "id" | "agencyId" | "userId">): boolean =>
  userId !== null &&
  ctx.db
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.agencyId, agencyId), eq(appointments.userId, userId), eq(appointments.status, "verified"), ne(appointments.id, id)))
    .get() !== undefined;
