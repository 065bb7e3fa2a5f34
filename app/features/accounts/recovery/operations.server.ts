import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { accountLetter, checkInvitation, emailLifetime, resetLifetime, resetLimit, resetPause } from "#app/features/accounts/rules.ts";
import type { Sessions } from "#app/features/accounts/sessions/store.server.ts";
import * as store from "#app/features/accounts/store.server.ts";
import { countTry } from "#app/features/accounts/throttle/operations.server.ts";
import { letterKeys } from "#app/features/accounts/throttle/rules.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

type OwnCtx = Ctx & { actor: Actor };
export const resetJob = "accounts.passwordReset";

/**
 * Asks for a link to set a new password. The same is written for a known and an unknown address, so that neither the answer nor
 * its time tells them apart; the worker looks. Refuses `accounts.throttled` after sixty an hour from one network.
 */
export function requestPasswordReset(ctx: Ctx, sessions: Pick<Sessions, "now">, input: { email: string; network: string }): void {
  countTry(ctx, letterKeys(input.network), sessions.now());
  inTransaction(ctx, () => enqueue(ctx, { kind: resetJob, payload: { email: input.email } }));
}

/** Writes the letter when the address has an account that may sign in, at most three an hour. Only the system does. */
export function sendPasswordReset(ctx: Ctx, email: string): void {
  inTransaction(ctx, () => {
    authorize(mayManageAccounts(ctx.actor));
    const user = store.findUserByEmail(ctx, email);
    if (!user || user.lockedAt !== null || isAskedTooOften(ctx, user)) return;
    const link = `${ctx.baseUrl}/invitations/${store.issueToken(ctx, user.id, { kind: "passwordReset" }, resetLifetime)}`;
    queueMail(ctx, accountLetter(ctx, user, "passwordReset", { link }));
    recordAudit(ctx, { action: "accounts.requestReset", subject: { kind: "user", id: user.id } });
  });
}

const isAskedTooOften = (ctx: Ctx, user: store.UserRow): boolean =>
  store.countInvitationsSince(ctx, user.id, ctx.now - resetPause) >= resetLimit;

/**
 * Sends a link to an address the signed-in person says is theirs: the present one, to verify it, or a new one, to change to.
 * Says the same when another account has the address; its owner is told so. Refuses `accounts.tooManyLetters` (429) after three
 * an hour.
 */
export function requestEmail(ctx: OwnCtx, email: string): void {
  inTransaction(ctx, () => {
    const user = store.findUser(ctx, ctx.actor.userId);
    if (!user) throw notFound("accounts.userUnknown");
    if (isAskedTooOften(ctx, user)) throw new DomainError("accounts.tooManyLetters", { kind: "tooMany" });
    const token = store.issueToken(ctx, user.id, { kind: "email", email }, emailLifetime);
    const owner = store.findUserByEmail(ctx, email);
    const letter =
      owner && owner.id !== user.id
        ? accountLetter(ctx, owner, "emailInUse")
        : accountLetter(ctx, { ...user, email }, "emailCheck", { link: `${ctx.baseUrl}/email-confirmations/${token}` });
    queueMail(ctx, letter);
    recordAudit(ctx, { action: "accounts.requestEmail", subject: { kind: "user", id: user.id } });
  });
}

/**
 * Follows the link of such a letter: the address is the person's from now on and known to reach them. A changed address is told
 * to the old one, and voids every other link. Refuses an unknown link (404), a used or expired one, and `accounts.emailTaken` when
 * somebody was faster (409).
 */
export function confirmEmail(ctx: Ctx, token: string): void {
  inTransaction(ctx, () => {
    const link = store.findInvitationByHash(ctx, sha256Hex(token));
    const user = link && store.findUser(ctx, link.userId);
    if (!link || !user || link.grant.kind !== "email" || user.lockedAt !== null) throw notFound("accounts.emailLinkUnknown");
    checkInvitation(link, ctx.now);
    const { email } = link.grant;
    const owner = store.findUserByEmail(ctx, email);
    if (owner && owner.id !== user.id) throw new DomainError("accounts.emailTaken", { kind: "conflict", params: { email } });
    store.voidInvitations(ctx, user.id);
    store.updateUser(ctx, user.id, { email, emailVerifiedAt: ctx.now });
    if (email !== user.email) queueMail(ctx, accountLetter(ctx, user, "emailChanged", { email }));
    const action = email === user.email ? "accounts.verifyEmail" : "accounts.changeEmail";
    recordAudit(ctx, { action, subject: { kind: "user", id: user.id } });
  });
}
