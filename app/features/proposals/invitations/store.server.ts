import { and, eq, isNull } from "drizzle-orm";
import type { EntryInvitation, EntryInvitationId } from "#app/features/proposals/invitations/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { proposalInvitations } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;

export const findInvitation = (ctx: Base, id: EntryInvitationId): EntryInvitation | undefined =>
  ctx.db.select().from(proposalInvitations).where(eq(proposalInvitations.id, id)).get();

/** Refuses `proposals.alreadyInvited` (409) while the same invitation stands. */
export function insertInvitation(ctx: Base, row: EntryInvitation): void {
  const { changes } = ctx.db.insert(proposalInvitations).values(row).onConflictDoNothing().run();
  if (changes !== 1) throw new DomainError("proposals.alreadyInvited", { kind: "conflict" });
}

/** Refuses `proposals.invitationWithdrawn` (409) when it does not stand any more. */
export function markWithdrawn(ctx: Ctx, id: EntryInvitationId, by: { userId: EntryInvitation["invitedBy"]; reason: string }): void {
  const { changes } = ctx.db
    .update(proposalInvitations)
    .set({ withdrawnBy: by.userId, withdrawnAt: ctx.now, withdrawnReason: by.reason })
    .where(and(eq(proposalInvitations.id, id), isNull(proposalInvitations.withdrawnAt)))
    .run();
  if (changes !== 1) throw new DomainError("proposals.invitationWithdrawn", { kind: "conflict" });
}
