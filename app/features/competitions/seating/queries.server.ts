import { and, eq, isNull } from "drizzle-orm";
import type { InvitationState } from "#app/features/competitions/seating/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { seats } from "#db/schema/competitions.ts";
import { undeliverableAddresses } from "#db/schema/notifications.ts";

/**
 * How far the invitation of everybody seated in the edition came. accepted: set a password; bounced: a mail server refused the
 * address for good; sent: the letter is under way or read. The caller has asked its policy.
 */
export function invitationStates(ctx: Pick<Ctx, "db">, editionId: EditionId): Map<Id<"user">, InvitationState> {
  const rows = ctx.db
    .selectDistinct({ userId: users.id, passwordHash: users.passwordHash, refused: undeliverableAddresses.address })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .leftJoin(undeliverableAddresses, eq(undeliverableAddresses.address, users.email))
    .where(and(eq(seats.editionId, editionId), isNull(seats.removedAt)))
    .all();
  return new Map(rows.map(({ userId, passwordHash, refused }) => [userId, passwordHash !== null ? "accepted" : refused === null ? "sent" : "bounced"]));
}
