import { checkUnseated } from "#app/acts/invite-member.server.ts";
import { verifyAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { getAppointmentRow } from "#app/features/agencies/appointments/queries.server.ts";
import { mayDecideAppointment } from "#app/features/agencies/policy.ts";
import type { AppointmentId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Finds a letter of appointment in order, unless it appoints somebody who screens or judges in an edition that has not closed
 * (`agencies.seatedElsewhere`, 409). Refuses besides what `verifyAppointment` refuses.
 */
export function verifyUnseatedAppointment(ctx: Ctx, input: { appointmentId: AppointmentId; unit: string; termEndsOn: string | null }): Id<"user"> {
  return inTransaction(ctx, () => {
    authorize(mayDecideAppointment(ctx.actor));
    checkUnseated(ctx, getAppointmentRow(ctx, input.appointmentId).email);
    return verifyAppointment(ctx, input);
  });
}
