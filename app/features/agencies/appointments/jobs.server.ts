import { expireAppointments } from "#app/features/agencies/appointments/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Ends letters of appointment on which time has run out, a few at a time until none is left. */
export function sweepAppointments(ctx: Ctx): void {
  while (expireAppointments(ctx) > 0);
}
