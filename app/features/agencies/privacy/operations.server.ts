import { endMemberships, pseudonymiseAppointments } from "#app/features/agencies/privacy/store.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Ends every membership of a person whose account is erased; what they wrote stays the agency's. Only a system admin does. */
export function endMembershipsOf(ctx: Ctx, userId: Id<"user">): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const ended = endMemberships(ctx, userId);
    recordAudit(ctx, { action: "agencies.endMemberships", subject: { kind: "user", id: userId }, data: { ended } });
  });
}

/** Puts a pseudonym where letters of appointment named a person whose account is erased. Only a system admin does. */
export function eraseAppointmentsOf(ctx: Ctx, person: { userId: Id<"user">; email: string; pseudonym: { name: string; email: string } }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const letters = pseudonymiseAppointments(ctx, person);
    if (letters > 0) recordAudit(ctx, { action: "agencies.eraseAppointments", subject: { kind: "user", id: person.userId }, data: { letters } });
  });
}
