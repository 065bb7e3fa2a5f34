import type { MailPreferences } from "#app/features/notifications/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { mailPreferences } from "#db/schema/notifications.ts";

export function savePreferences(ctx: Ctx, userId: Id<"user">, wanted: MailPreferences): void {
  const set = { ...wanted, updatedAt: ctx.now };
  ctx.db.insert(mailPreferences).values({ userId, ...set }).onConflictDoUpdate({ target: mailPreferences.userId, set }).run();
}
