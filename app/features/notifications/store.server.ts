import { and, eq, isNull } from "drizzle-orm";
import type { Letter, NewNotice } from "#app/features/notifications/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { notices, outbox } from "#db/schema/notifications.ts";

export type MailRow = typeof outbox.$inferSelect;

export function insertMail(ctx: Ctx, letter: Letter): void {
  ctx.db
    .insert(outbox)
    .values({ id: ctx.newId("mail"), ...letter, status: "queued", attempts: 0, nextAttemptAt: ctx.now, createdAt: ctx.now })
    .onConflictDoNothing({ target: outbox.dedupeKey })
    .run();
}

export function insertNotice(ctx: Ctx, notice: NewNotice): void {
  ctx.db
    .insert(notices)
    .values({ id: ctx.newId("notice"), ...notice, createdAt: ctx.now })
    .run();
}

export function updateMail(ctx: Ctx, id: Id<"mail">, change: Partial<MailRow>): void {
  ctx.db.update(outbox).set(change).where(eq(outbox.id, id)).run();
}

export function markNoticesRead(ctx: Ctx, userId: Id<"user">): void {
  ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(and(eq(notices.userId, userId), isNull(notices.readAt)))
    .run();
}
