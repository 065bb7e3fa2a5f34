import { afterFailure } from "#app/features/notifications/rules.ts";
import { insertMail, insertNotice, updateMail } from "#app/features/notifications/store.server.ts";
import type { Letter, NewNotice } from "#app/features/notifications/types.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Writes a letter to the outbox in the caller's transaction; the worker sends it. A known dedupeKey is not written twice. */
export function queueMail(ctx: Ctx, letter: Letter): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a letter belongs to the transaction of its act");
  insertMail(ctx, letter);
}

/** Leaves a notice for a person, in the caller's transaction. */
export function leaveNotice(ctx: Ctx, notice: NewNotice): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a notice belongs to the transaction of its act");
  insertNotice(ctx, notice);
}

/** Notes that a letter was handed to the mail server. Only the system does. */
export function recordDelivery(ctx: Ctx, letter: { id: Id<"mail">; attempts: number }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    updateMail(ctx, letter.id, { status: "sent", sentAt: ctx.now, attempts: letter.attempts + 1, lastError: null });
  });
}

/** Notes that a try failed: the letter waits longer each time and fails for good at the eighth. Only the system does. */
export function recordFailedDelivery(ctx: Ctx, letter: { id: Id<"mail">; attempts: number; reason: string }): void {
  const attempts = letter.attempts + 1;
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    updateMail(ctx, letter.id, { ...afterFailure(attempts, ctx.now), attempts, lastError: letter.reason.slice(0, 500) });
  });
}

/** Puts a letter aside that no mail server could deliver. Only the system does. */
export function refuseDelivery(ctx: Ctx, letter: { id: Id<"mail">; reason: string }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    updateMail(ctx, letter.id, { status: "failed", lastError: letter.reason });
  });
}
