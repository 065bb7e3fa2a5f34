import { inviteAccount } from "#app/features/accounts/operations.server.ts";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getOrganised, listSeats } from "#app/features/competitions/queries.server.ts";
import { invitationStates } from "#app/features/competitions/seating/queries.server.ts";
import type { EditionId, SeatId } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { inLocale } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Writes the invitation of a seat once more, with a new link. Only the edition's organiser does; refuses `competitions.seatUnknown`
 * and whoever has an account already (`competitions.invitationDone`, 409).
 */
export function inviteSeatAgain(ctx: Ctx, input: { editionId: EditionId; seatId: SeatId }): void {
  inTransaction(ctx, () => {
    const { id: editionId, definition } = getOrganised(ctx, input.editionId);
    const seat = listSeats(ctx, editionId).find(({ seatId }) => seatId === input.seatId);
    if (!seat) throw notFound("competitions.seatUnknown");
    if (invitationStates(ctx, editionId).get(seat.userId) === "accepted") throw new DomainError("competitions.invitationDone", { kind: "conflict" });
    const { email, name, role } = seat;
    const locale = addressOf(ctx, seat.userId)?.locale ?? "id";
    const place = `${translators[locale](`competitions.roles.${role}`)}, ${inLocale(locale, definition.name)}`;
    inviteAccount(ctx, { email, name, grant: { kind: "seat", editionId, role }, place });
    recordAudit(ctx, { action: "competitions.inviteAgain", subject: { kind: "seat", id: seat.seatId }, editionId, data: { userId: seat.userId } });
  });
}
