import { endAssignmentsOf } from "#app/features/assignment/operations.server.ts";
import { markedStages, seatsFor } from "#app/features/assignment/rules.ts";
import { removeSeat } from "#app/features/competitions/operations.server.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId, SeatId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Ends a seat and with it every reading the person may no longer lock, so that entries wait for another reader instead of for
 * somebody who left. Locked sheets keep counting, and so do readings another of his seats is for. Refuses what `removeSeat`
 * refuses; returns how many readings ended.
 */
export function removeSeatAndReadings(ctx: Ctx, input: { editionId: EditionId; seatId: SeatId; reason: string }): number {
  const { editionId, seatId, reason } = input;
  return inTransaction(ctx, () => {
    const seat = listSeats(ctx, editionId).find((one) => one.seatId === seatId);
    if (!seat) throw notFound("competitions.seatUnknown");
    removeSeat(ctx, { seatId, reason });
    const { userId } = seat;
    const left = listSeats(ctx, editionId).flatMap((one) => (one.userId === userId ? [one.role] : []));
    const stages = markedStages(getEdition(ctx, editionId).definition)
      .filter((stage) => !seatsFor(stage).some((role) => left.includes(role)))
      .map((stage) => stage.key);
    return endAssignmentsOf(ctx, { editionId, userId, stages, reason });
  });
}
