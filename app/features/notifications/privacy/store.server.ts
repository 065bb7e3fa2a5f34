import { and, eq, lt, ne, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { notices, outbox } from "#db/schema/notifications.ts";

export function deleteNoticesOf(ctx: Pick<Ctx, "db">, userId: Id<"user">): void {
  ctx.db.delete(notices).where(eq(notices.userId, userId)).run();
}

/** Empties the letters of an address and keeps that they were written; what still waits is not sent any more. */
export function blankLettersTo(ctx: Pick<Ctx, "db">, email: string, pseudonym: string): void {
  ctx.db
    .update(outbox)
    .set({
      recipient: pseudonym,
      params: {},
      dedupeKey: sql`'erased:' || ${outbox.id}`,
      lastError: null,
      status: sql`case when ${outbox.status} = 'queued' then 'failed' else ${outbox.status} end`,
    })
    .where(eq(outbox.recipient, email))
    .run();
}

/** Empties letters of a template that were sent, or that wait since before `since` (UTC ms). */
export function blankLettersOf(ctx: Pick<Ctx, "db">, input: { template: string; recipient: string; since: number }): void {
  const done = or(ne(outbox.status, "queued"), lt(outbox.createdAt, input.since));
  ctx.db
    .update(outbox)
    .set({ recipient: input.recipient, params: {}, status: sql`case when ${outbox.status} = 'queued' then 'failed' else ${outbox.status} end` })
    .where(and(eq(outbox.template, input.template), ne(outbox.recipient, input.recipient), done))
    .run();
}
