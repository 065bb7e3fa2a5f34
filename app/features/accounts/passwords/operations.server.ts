import { hash } from "@node-rs/argon2";
import { requireGoodPassword } from "#app/features/accounts/passwords/rules.ts";
import { accountLetter } from "#app/features/accounts/rules.ts";
import { checkPassword } from "#app/features/accounts/sessions/operations.server.ts";
import type { Sessions } from "#app/features/accounts/sessions/store.server.ts";
import * as store from "#app/features/accounts/store.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Changes the signed-in person's password, ends their other sessions and tells them by letter. Refuses
 * `accounts.wrongPassword` when the present one does not match, a poor one beside its field, and `accounts.throttled` after
 * five tries. `accepted`: passwords that need not be good.
 */
export async function changePassword(
  ctx: Ctx & { actor: Actor },
  sessions: Pick<Sessions, "now">,
  input: { currentPassword: string; password: string; sessionId: string; accepted: readonly string[] },
): Promise<void> {
  const { userId, name, email } = ctx.actor;
  await checkPassword(ctx, sessions, { purpose: "change", password: input.currentPassword, refusal: "accounts.wrongPassword" });
  await requireGoodPassword(input.password, { about: [name, email], accepted: input.accepted });
  const passwordHash = await hash(input.password);
  inTransaction(ctx, () => {
    store.updateUser(ctx, userId, { passwordHash });
    store.deleteSessionsOf(ctx, userId, input.sessionId);
    store.voidInvitations(ctx, userId);
    const user = store.findUser(ctx, userId);
    if (user) queueMail(ctx, accountLetter(ctx, user, "passwordChanged"));
    recordAudit(ctx, { action: "accounts.setPassword", subject: { kind: "user", id: userId } });
  });
}
