import { asc, eq, or } from "drizzle-orm";
import { addressOf, isEmailVerified } from "#app/features/accounts/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { agencies, agencyMembers, appointments } from "#db/schema/agencies.ts";

/** Agencies a person belongs or belonged to, and letters that appoint him: by account, and by an address known to be his. */
export const personalRecords = (ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] => [...memberships(ctx, userId), ...letters(ctx, userId)];

function letters(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const email = isEmailVerified(ctx, userId) ? addressOf(ctx, userId)?.email : undefined;
  const { name, position, phone, fileName, sha256, status, reason, termEndsOn } = appointments;
  const rows = ctx.db
    .select({ agency: agencies.name, name, email: appointments.email, position, phone, fileName, sha256, status, reason, termEndsOn, at: appointments.createdAt })
    .from(appointments)
    .innerJoin(agencies, eq(agencies.id, appointments.agencyId))
    .where(or(eq(appointments.userId, userId), email === undefined ? undefined : eq(appointments.email, email)))
    .orderBy(asc(appointments.createdAt), asc(appointments.id))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "appointment", at, facts }));
}

function memberships(ctx: Pick<Ctx, "db">, userId: Id<"user">): PersonalRecord[] {
  const rows = ctx.db
    .select({ agency: agencies.name, role: agencyMembers.role, unit: agencyMembers.unit, at: agencyMembers.createdAt, removedAt: agencyMembers.removedAt })
    .from(agencyMembers)
    .innerJoin(agencies, eq(agencies.id, agencyMembers.agencyId))
    .where(eq(agencyMembers.userId, userId))
    .orderBy(asc(agencyMembers.createdAt))
    .all();
  return rows.map(({ at, ...facts }) => ({ kind: "membership", at, facts }));
}
