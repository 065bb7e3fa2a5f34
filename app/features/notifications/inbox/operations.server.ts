import { savePreferences } from "#app/features/notifications/inbox/store.server.ts";
import type { MailPreferences } from "#app/features/notifications/queries.server.ts";
import { markNoticesRead } from "#app/features/notifications/store.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Marks one's own notices as read: the named one, or all. Somebody else's is left as it is. */
export function readNotices(ctx: Ctx, input: { noticeId?: Id<"notice"> } = {}): void {
  inTransaction(ctx, () => markNoticesRead(ctx, personOf(ctx), input.noticeId));
}

/** Chooses what one wants by e-mail. Official letters are always sent and stand in no choice. */
export function chooseMail(ctx: Ctx, wanted: MailPreferences): void {
  inTransaction(ctx, () => savePreferences(ctx, personOf(ctx), wanted));
}

function personOf(ctx: Ctx): Id<"user"> {
  if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
  return ctx.actor.userId;
}
