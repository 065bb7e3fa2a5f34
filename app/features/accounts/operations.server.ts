import { hash } from "@node-rs/argon2";
import { requireGoodPassword } from "#app/features/accounts/passwords/rules.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { accountLetter, checkInvitation, invitationLifetime, normalizeEmail } from "#app/features/accounts/rules.ts";
import { openSession, type SignedSession } from "#app/features/accounts/sessions/operations.server.ts";
import type { Client, Sessions } from "#app/features/accounts/sessions/store.server.ts";
import * as store from "#app/features/accounts/store.server.ts";
import type { SystemRole, UserId } from "#app/features/accounts/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";
import type { InvitationGrant } from "#db/schema/accounts.ts";

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
    const link = user.passwordHash ? `${ctx.baseUrl}/home` : invitationLink(ctx, user.id, invitee.grant);
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

const invitationLink = (ctx: Ctx, userId: UserId, grant: InvitationGrant): string =>
  `${ctx.baseUrl}/invitations/${store.issueToken(ctx, userId, grant, invitationLifetime)}`;

function newUser(ctx: Ctx, input: { email: string; name: string; systemRole: SystemRole; passwordHash?: string }): store.UserRow {
  const { email, name, systemRole, passwordHash = null } = input;
  const user: store.UserRow = {
    ...{ id: ctx.newId("user"), email, name, systemRole, passwordHash, locale: "id", createdAt: ctx.now },
    ...{ lastSignInAt: null, emailVerifiedAt: null, lockedAt: null, lockReason: null, erasedAt: null },
  };
  store.insertUser(ctx, user);
  recordAudit(ctx, { action: "accounts.create", subject: { kind: "user", id: user.id }, data: { role: systemRole } });
  return user;
}

export type Acceptance = Client & { token: string; password: string; name?: string | undefined; accepted: readonly string[] };

/**
 * Accepts an invitation or a password reset: sets the password, ends every session of the person, tells them by letter and opens
 * a new session; one that waits for its code where a second factor stands. The letter reached them, so the address is verified.
 * Refuses an unknown link (404), a used or an expired one (409), and a poor password beside its field.
 */
export async function acceptInvitation(ctx: Ctx, sessions: Sessions, input: Acceptance): Promise<SignedSession> {
  // Looked up before the costly hash: a made-up link costs next to nothing.
  const { invitation, user } = openLink(ctx, input.token);
  const name = input.name ?? user.name;
  await requireGoodPassword(input.password, { about: [name, user.email], accepted: input.accepted });
  const passwordHash = await hash(input.password);
  return inTransaction(ctx, () => {
    if (!store.markInvitationAccepted(ctx, invitation.id)) throw new DomainError("accounts.invitationUsed", { kind: "conflict" });
    store.voidInvitations(ctx, user.id);
    store.deleteSessionsOf(ctx, user.id);
    store.updateUser(ctx, user.id, { passwordHash, name, emailVerifiedAt: ctx.now });
    if (user.passwordHash) queueMail(ctx, accountLetter(ctx, user, "passwordChanged"));
    recordAudit(as(ctx, { ...user, name }), { action: "accounts.setPassword", subject: { kind: "user", id: user.id } });
    return openSession(ctx, sessions, { user: { ...user, name }, client: input, codeGiven: false });
  });
}

function openLink(ctx: Ctx, token: string): { invitation: store.InvitationRow; user: store.UserRow } {
  const invitation = store.findInvitationByHash(ctx, sha256Hex(token));
  const user = invitation && store.findUser(ctx, invitation.userId);
  const isForPasswords = invitation !== undefined && invitation.grant.kind !== "email";
  if (!isForPasswords || !user || user.lockedAt !== null) throw notFound("accounts.invitationUnknown");
  checkInvitation(invitation, ctx.now);
  return { invitation, user };
}

function as(ctx: Ctx, user: { id: UserId; name: string; email: string }): Ctx {
  const actor: Actor = { userId: user.id, name: user.name, email: user.email, grants: [] };
  return { ...ctx, actor };
}

/** Changes the signed-in person's name and language. */
export function updateProfile(ctx: Ctx & { actor: Actor }, input: { name: string; locale: "id" | "en" }): void {
  inTransaction(ctx, () => {
    store.updateUser(ctx, ctx.actor.userId, input);
    recordAudit(ctx, { action: "accounts.updateProfile", subject: { kind: "user", id: ctx.actor.userId } });
  });
}

/**
 * Makes an account with a password, for the command line and the demo, whose callers have looked whether it is a good one.
 * Refuses `accounts.emailTaken`. The role is one of the system's: seats in editions and agencies are given by their rooms.
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
