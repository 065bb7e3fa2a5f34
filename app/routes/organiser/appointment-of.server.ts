import type { Params } from "@remix-run/react";
import { type AppointmentPage, getAppointment } from "#app/features/agencies/appointments/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The letter of appointment of an address; 404 for whoever may not answer it. */
export function appointmentOf(ctx: Ctx, params: Params): AppointmentPage {
  const id = parseId("appointment", params.appointmentId);
  if (!id) throw notFound("agencies.appointmentUnknown");
  return getAppointment(ctx, id);
}
