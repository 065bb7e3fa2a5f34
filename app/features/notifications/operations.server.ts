import { insertMail, insertNotice } from "#app/features/notifications/store.server.ts";
import type { Letter, NewNotice } from "#app/features/notifications/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";

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
