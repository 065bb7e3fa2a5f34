import { and, eq, isNull, or } from "drizzle-orm";
import { erasedName } from "#app/features/agencies/appointments/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencyMembers, appointments } from "#db/schema/agencies.ts";

export function endMemberships(ctx: Pick<Ctx, "db" | "now">, userId: Id<"user">): number {
  const standing = and(eq(agencyMembers.userId, userId), isNull(agencyMembers.removedAt));
  return ctx.db.update(agencyMembers).set({ removedAt: ctx.now }).where(standing).run().changes;
}

/** Who the letter names goes; the file, which names them too, is taken away afterwards by the act `removeLetters`. */
export function pseudonymiseAppointments(ctx: Pick<Ctx, "db">, person: { userId: Id<"user">; email: string; pseudonym: { name: string; email: string } }): number {
  const { name, email } = person.pseudonym;
  const theirs = or(eq(appointments.userId, person.userId), eq(appointments.email, person.email));
  return ctx.db.update(appointments).set({ name, email, position: "-", phone: "-", fileName: erasedName }).where(theirs).run().changes;
}
