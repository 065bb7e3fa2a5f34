import { blankLettersOf, blankLettersTo, deleteNoticesOf } from "#app/features/notifications/privacy/store.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Deletes a person's notices and empties the letters to their address; that letters were sent stays known. Only a system admin does. */
export function eraseWordsTo(ctx: Ctx, person: { userId: Id<"user">; email: string; pseudonym: string }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    deleteNoticesOf(ctx, person.userId);
    blankLettersTo(ctx, person.email, person.pseudonym);
  });
}

const patience = 30 * 86_400_000;

/** Empties the last letters to people whose account was erased, once they were sent or have waited for thirty days. Only the system does. */
export function sweepFarewells(ctx: Ctx): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    blankLettersOf(ctx, { template: "erasureDone", recipient: "penerima@terhapus.invalid", since: ctx.now - patience });
  });
}
