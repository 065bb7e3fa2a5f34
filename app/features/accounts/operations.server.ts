import { hash, verify } from "@node-rs/argon2";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import {
  type AttemptKey,
  attemptKeys,
  checkInvitation,
  checkThrottle,
  countFailure,
  invitationLifetime,
  normalizeEmail,
  resetLifetime,
  resetLimit,
  resetPause,
} from "#app/features/accounts/rules.ts";
import type { Sessions } from "#app/features/accounts/sessions/store.server.ts";
import * as store from "#app/features/accounts/store.server.ts";
import type { SystemRole, UserId } from "#app/features/accounts/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";
import type { InvitationGrant } from "#db/schema/accounts.ts";

/** A hash nobody's password has: an unknown address costs the same time as a known one. */
const decoy = hash("no account has this password");

/**
 * Signs a person in and returns the session's id. Refuses `accounts.badCredentials` alike for an unknown address and a wrong
 * password, and `accounts.throttled` once an account or a network has failed too often. A try is counted before its password
 * is looked at, so that a thousand at once are a thousand tries.
 */
export async function signIn(
  ctx: Ctx,
  sessions: Sessions,
  input: { email: string; password: string; network: string },
): Promise<string> {
  countTry(ctx, attemptKeys(input.email, input.network));
  const user = store.findUserByEmail(ctx, input.email);
  const matches = await verify(user?.passwordHash ?? (await decoy), input.password);
  if (!user?.passwordHash || !matches) throw new DomainError("accounts.badCredentials");
  return inTransaction(ctx, () => {
    for (const { key } of attemptKeys(input.email, input.network)) store.clearAttempts(ctx, key);
    return openSession(ctx, sessions, user);
  });
}

function countTry(ctx: Ctx, keys: readonly AttemptKey[]): void {
  inTransaction(ctx, () => {
    for (const { key, limit } of keys) {
      const attempts = store.findAttempts(ctx, key);
      checkThrottle(attempts, ctx.now);
      store.saveAttempts(ctx, key, countFailure(attempts, ctx.now, limit));
    }
  });
}

function openSession(ctx: Ctx, sessions: Sessions, user: store.UserRow): string {
  const session = sessions.newSession(user.id);
  return inTransaction(ctx, () => {
    store.insertSession(ctx, session);
    store.updateUser(ctx, user.id, { lastSignInAt: ctx.now });
    recordAudit(as(ctx, user), { action: "accounts.signIn", subject: { kind: "user", id: user.id } });
    return session.id;
  });
}

function as(ctx: Ctx, user: { id: UserId; name: string; email: string }): Ctx {
  const actor: Actor = { userId: user.id, name: user.name, email: user.email, grants: [] };
  return { ...ctx, actor };
}

/** Ends one session; an unknown one is already ended. */
export function signOut(ctx: Ctx, sessionId: string): void {
  inTransaction(ctx, () => {
    store.deleteSession(ctx, sessionId);
    if (ctx.actor) recordAudit(ctx, { action: "accounts.signOut", subject: { kind: "user", id: ctx.actor.userId } });
  });
}

export type Invitee = { email: string; name: string; grant: InvitationGrant; place: string };

/**
 * Finds or makes the account of an address and writes it a letter: with a link to set a password when the account is new,
 * without one otherwise. Called by operations of later rooms, which have authorised it and give the grant themselves.
 */
export function inviteAccount(ctx: Ctx, invitee: Invitee): UserId {
  const email = normalizeEmail(invitee.email);
  return inTransaction(ctx, () => {
    const known = store.findUserByEmail(ctx, email);
    const user = known ?? newUser(ctx, { email, name: invitee.name, systemRole: "none" });
    const link = user.passwordHash ? `${ctx.baseUrl}/home` : invitationLink(ctx, user.id, invitee.grant, invitationLifetime);
    queueMail(ctx, {
      dedupeKey: `invite:${user.id}:${JSON.stringify(invitee.grant)}:${ctx.now}`,
      recipient: email,
      locale: user.locale,
      template: user.passwordHash ? "seated" : "invited",
      params: { name: user.name, place: invitee.place, link },
    });
    return user.id;
  });
}

function newUser(ctx: Ctx, input: { email: string; name: string; systemRole: SystemRole; passwordHash?: string }) {
  const user = {
    id: ctx.newId("user"),
    email: input.email,
    name: input.name,
    passwordHash: input.passwordHash ?? null,
    locale: "id" as const,
    systemRole: input.systemRole,
    createdAt: ctx.now,
    lastSignInAt: null,
  };
  store.insertUser(ctx, user);
  recordAudit(ctx, { action: "accounts.create", subject: { kind: "user", id: user.id }, data: { role: input.systemRole } });
  return user;
}

function invitationLink(ctx: Ctx, userId: UserId, grant: InvitationGrant, lifetime: number): string {
  const token = Buffer.from(ctx.randomBytes(24)).toString("base64url");
  store.insertInvitation(ctx, {
    id: ctx.newId("invitation"),
    userId,
    tokenHash: sha256Hex(token),
    grant,
    invitedBy: ctx.actor?.userId ?? null,
    createdAt: ctx.now,
    expiresAt: ctx.now + lifetime,
    acceptedAt: null,
  });
  return `${ctx.baseUrl}/invitations/${token}`;
}

/**
 * Accepts an invitation or a password reset: sets the password, ends the person's other sessions and opens a new one. Refuses
 * an unknown link (404), a used or an expired one (409).
 */
export async function acceptInvitation(
  ctx: Ctx,
  sessions: Sessions,
  input: { token: string; password: string; name?: string },
): Promise<string> {
  // Looked up before the costly hash: a made-up link costs next to nothing.
  const invitation = store.findInvitationByHash(ctx, sha256Hex(input.token));
  if (!invitation) throw notFound("accounts.invitationUnknown");
  checkInvitation(invitation, ctx.now);
  const passwordHash = await hash(input.password);
  return inTransaction(ctx, () => {
    if (!store.markInvitationAccepted(ctx, invitation.id)) throw new DomainError("accounts.invitationUsed", { kind: "conflict" });
    store.voidInvitations(ctx, invitation.userId, invitation.id);
    store.deleteSessionsOf(ctx, invitation.userId);
    store.updateUser(ctx, invitation.userId, { passwordHash, ...(input.name ? { name: input.name } : {}) });
    const user = store.findUser(ctx, invitation.userId);
    if (!user) throw notFound("accounts.invitationUnknown");
    recordAudit(as(ctx, user), { action: "accounts.setPassword", subject: { kind: "user", id: user.id } });
    return openSession(ctx, sessions, user);
  });
}

/** Sends a reset link when the address has an account, and says nothing either way. */
export function requestPasswordReset(ctx: Ctx, email: string): void {
  inTransaction(ctx, () => {
    const user = store.findUserByEmail(ctx, email);
    // Three links an hour are enough for anybody; a fourth press changes nothing and says so to nobody.
    if (!user || store.countInvitationsSince(ctx, user.id, ctx.now - resetPause) >= resetLimit) return;
    const link = invitationLink(ctx, user.id, { kind: "passwordReset" }, resetLifetime);
    queueMail(ctx, {
      dedupeKey: `reset:${link}`,
      recipient: email,
      locale: user.locale,
      template: "passwordReset",
      params: { name: user.name, link },
    });
    recordAudit(as(ctx, user), { action: "accounts.requestReset", subject: { kind: "user", id: user.id } });
  });
}

/** Deletes sessions whose time is over; `realNow` in UTC ms of the real clock. Only the system does. */
export function endExpiredSessions(ctx: Ctx, realNow: number): void {
  inTransaction(ctx, () => {
    authorize(mayManageAccounts(ctx.actor));
    store.deleteExpiredSessions(ctx, realNow);
  });
}

/** Changes the signed-in person's name and language. */
export function updateProfile(ctx: Ctx & { actor: Actor }, input: { name: string; locale: "id" | "en" }): void {
  inTransaction(ctx, () => {
    store.updateUser(ctx, ctx.actor.userId, input);
    recordAudit(ctx, { action: "accounts.updateProfile", subject: { kind: "user", id: ctx.actor.userId } });
  });
}

/**
 * Changes the signed-in person's password and ends their other sessions. Refuses `accounts.wrongPassword` when the present one
 * does not match, and `accounts.throttled` after ten tries.
 */
export async function changePassword(
  ctx: Ctx & { actor: Actor },
  input: { currentPassword: string; password: string; sessionId: string },
): Promise<void> {
  const key = { key: `change:${ctx.actor.userId}`, limit: 10 };
  countTry(ctx, [key]);
  const user = store.findUser(ctx, ctx.actor.userId);
  if (!user?.passwordHash || !(await verify(user.passwordHash, input.currentPassword))) {
    throw new DomainError("accounts.wrongPassword");
  }
  const passwordHash = await hash(input.password);
  inTransaction(ctx, () => {
    store.clearAttempts(ctx, key.key);
    store.updateUser(ctx, user.id, { passwordHash });
    store.deleteSessionsOf(ctx, user.id, input.sessionId);
    recordAudit(ctx, { action: "accounts.setPassword", subject: { kind: "user", id: user.id } });
  });
}

/**
 * Makes an account with a password, for the command line and the demo. Refuses `accounts.emailTaken`. The role is one of the
 * system's: seats in editions and agencies are given by their rooms.
 */
export async function createUser(
  ctx: Ctx,
  input: { email: string; name: string; password: string; systemRole: SystemRole },
): Promise<UserId> {
  authorize(mayManageAccounts(ctx.actor));
  const passwordHash = await hash(input.password);
  const email = normalizeEmail(input.email);
  return inTransaction(ctx, () => {
    if (store.findUserByEmail(ctx, email)) throw new DomainError("accounts.emailTaken", { kind: "conflict", params: { email } });
    return newUser(ctx, { ...input, email, passwordHash }).id;
  });
}
