import { deleteFactor } from "#app/features/accounts/factors/store.server.ts";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { accountLetter, invitationLifetime } from "#app/features/accounts/rules.ts";
import * as store from "#app/features/accounts/store.server.ts";
import type { SystemRole, UserId } from "#app/features/accounts/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/** The account an admin acts on: known and not erased. */
function accountFor(ctx: Ctx, userId: UserId): store.UserRow {
  authorize(mayManageAccounts(ctx.actor));
  const user = store.findUser(ctx, userId);
  if (!user) throw notFound("accounts.userUnknown");
  if (user.erasedAt !== null) throw new DomainError("accounts.erased", { kind: "conflict" });
  return user;
}

function refuseOneself(ctx: Ctx, userId: UserId): void {
  if (ctx.actor?.userId === userId) throw new DomainError("accounts.notYourself", { kind: "conflict" });
}

/**
 * Locks an account: nobody signs in with it and its sessions end. The person reads the reason in a letter. Only a system admin
 * does; refuses one's own (`accounts.notYourself`) and one that is locked (`accounts.locked`, 409).
 */
export function lockAccount(ctx: Ctx, input: { userId: UserId; reason: string }): void {
  inTransaction(ctx, () => {
    const user = accountFor(ctx, input.userId);
    refuseOneself(ctx, user.id);
    if (user.lockedAt !== null) throw new DomainError("accounts.locked", { kind: "conflict" });
    store.updateUser(ctx, user.id, { lockedAt: ctx.now, lockReason: input.reason });
    store.deleteSessionsOf(ctx, user.id);
    store.voidInvitations(ctx, user.id);
    queueMail(ctx, accountLetter(ctx, user, "accountLocked", { reason: input.reason }));
    recordAudit(ctx, { action: "accounts.lock", subject: { kind: "user", id: user.id }, data: { reason: input.reason } });
  });
}

/** Lets a locked account sign in again, and tells its person. Refuses one that is not locked (`accounts.notLocked`, 409). */
export function unlockAccount(ctx: Ctx, input: { userId: UserId }): void {
  inTransaction(ctx, () => {
    const user = accountFor(ctx, input.userId);
    if (user.lockedAt === null) throw new DomainError("accounts.notLocked", { kind: "conflict" });
    store.updateUser(ctx, user.id, { lockedAt: null, lockReason: null });
    queueMail(ctx, accountLetter(ctx, user, "accountUnlocked"));
    recordAudit(ctx, { action: "accounts.unlock", subject: { kind: "user", id: user.id } });
  });
}

/** Sends a new link to a person who never set a password; older links are void. Refuses `accounts.invitationDone` (409) otherwise. */
export function resendInvitation(ctx: Ctx, input: { userId: UserId }): void {
  inTransaction(ctx, () => {
    const user = accountFor(ctx, input.userId);
    if (user.passwordHash !== null || user.lockedAt !== null) throw new DomainError("accounts.invitationDone", { kind: "conflict" });
    store.voidInvitations(ctx, user.id);
    const token = store.issueToken(ctx, user.id, { kind: "account" }, invitationLifetime);
    queueMail(ctx, accountLetter(ctx, user, "invitedAgain", { link: `${ctx.baseUrl}/invitations/${token}` }));
    recordAudit(ctx, { action: "accounts.resendInvitation", subject: { kind: "user", id: user.id } });
  });
}

/** Ends every session of an account; returns how many. */
export function endSessionsOfAccount(ctx: Ctx, input: { userId: UserId }): number {
  return inTransaction(ctx, () => {
    const user = accountFor(ctx, input.userId);
    const ended = store.deleteSessionsOf(ctx, user.id);
    recordAudit(ctx, { action: "accounts.endSessions", subject: { kind: "user", id: user.id }, data: { ended } });
    return ended;
  });
}

/**
 * Takes a second factor away from somebody who lost theirs, with a reason that is recorded and that the person reads in a letter.
 * Their sessions end. Refuses one's own, and `accounts.factorNotBegun` (409) where none stands.
 */
export function resetSecondFactor(ctx: Ctx, input: { userId: UserId; reason: string }): void {
  inTransaction(ctx, () => {
    const user = accountFor(ctx, input.userId);
    refuseOneself(ctx, user.id);
    if (!hasSecondFactor(ctx, user.id)) throw new DomainError("accounts.factorNotBegun", { kind: "conflict" });
    deleteFactor(ctx, user.id);
    store.deleteSessionsOf(ctx, user.id);
    queueMail(ctx, accountLetter(ctx, user, "secondFactorReset", { reason: input.reason }));
    recordAudit(ctx, { action: "accounts.resetSecondFactor", subject: { kind: "user", id: user.id }, data: { reason: input.reason } });
  });
}

/** Gives an account a role of the system, or takes it; never one's own, so that one admin always stays. The person is told. */
export function setSystemRole(ctx: Ctx, input: { userId: UserId; role: SystemRole }): void {
  inTransaction(ctx, () => {
    const user = accountFor(ctx, input.userId);
    refuseOneself(ctx, user.id);
    if (user.systemRole === input.role) return;
    store.updateUser(ctx, user.id, { systemRole: input.role });
    queueMail(ctx, accountLetter(ctx, user, "systemRoleChanged"));
    const data = { from: user.systemRole, to: input.role };
    recordAudit(ctx, { action: "accounts.setSystemRole", subject: { kind: "user", id: user.id }, data });
  });
}
