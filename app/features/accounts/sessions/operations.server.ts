import { hash, verify } from "@node-rs/argon2";
import { takeCode } from "#app/features/accounts/factors/operations.server.ts";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { handleOf, listSessionRows } from "#app/features/accounts/sessions/queries.server.ts";
import type { Client, Sessions } from "#app/features/accounts/sessions/store.server.ts";
import * as store from "#app/features/accounts/store.server.ts";
import { countTry, forgetTries } from "#app/features/accounts/throttle/operations.server.ts";
import { deleteOldAttempts } from "#app/features/accounts/throttle/store.server.ts";
import { attemptKeys, personKey } from "#app/features/accounts/throttle/rules.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type OwnCtx = Ctx & { actor: Actor };

/** A hash nobody's password has: an unknown address costs the same time as a known one. */
const decoy = hash("no account has this password");

export type SignedSession = { sessionId: string; codeDue: boolean; person: { name: string; email: string } };

/**
 * Signs a person in. With a second factor and no code the session is one that waits for it (`codeDue`) and signs nobody in yet.
 * Refuses `accounts.badCredentials` alike, and after the same work, for an unknown address, a wrong password, a locked account
 * and one without a password; `accounts.badCode`; `accounts.throttled` once account or network has failed too often, whether
 * or not the address has an account. A try is counted before its password is looked at.
 */
export async function signIn(
  ctx: Ctx,
  sessions: Sessions,
  input: Client & { email: string; password: string; code?: string | undefined },
): Promise<SignedSession> {
  const keys = attemptKeys(input.email, input.network);
  countTry(ctx, keys, sessions.now());
  const user = store.findUserByEmail(ctx, input.email);
  const matches = await verify(user?.passwordHash ?? (await decoy), input.password);
  if (!user?.passwordHash || !matches || user.lockedAt !== null) throw new DomainError("accounts.badCredentials");
  forgetTries(ctx, keys);
  const { id: userId } = user;
  if (input.code !== undefined && hasSecondFactor(ctx, userId)) {
    takeCode(ctx, { userId, code: input.code, now: sessions.now() });
    return openSession(ctx, sessions, { user, client: input, codeGiven: true });
  }
  return openSession(ctx, sessions, { user, client: input, codeGiven: false });
}

/** Opens a session of somebody who was recognised; one that waits for its code where a second factor stands and none was given. */
export function openSession(
  ctx: Ctx,
  sessions: Sessions,
  input: { user: store.UserRow; client: Client; codeGiven: boolean },
): SignedSession {
  const { user, client } = input;
  return inTransaction(ctx, () => {
    const codeDue = !input.codeGiven && hasSecondFactor(ctx, user.id);
    const session = sessions.newSession(user.id, { network: client.network, userAgent: client.userAgent }, codeDue);
    store.insertSession(ctx, session);
    if (!codeDue) recordSignIn(ctx, user);
    return { sessionId: session.id, codeDue, person: { name: user.name, email: user.email } };
  });
}

function recordSignIn(ctx: Ctx, user: store.UserRow): void {
  store.updateUser(ctx, user.id, { lastSignInAt: ctx.now });
  const actor: Actor = { userId: user.id, name: user.name, email: user.email, grants: [] };
  recordAudit({ ...ctx, actor }, { action: "accounts.signIn", subject: { kind: "user", id: user.id } });
}

/**
 * Takes the code a session waits for, or a recovery code, and opens the real session in its place. Refuses
 * `accounts.codeTooLate` (409) when nothing waits any more, `accounts.badCode` and `accounts.throttled`.
 */
export async function enterCode(
  ctx: Ctx,
  sessions: Sessions,
  input: Client & { sessionId: string; code: string },
): Promise<SignedSession> {
  const waiting = await sessions.validate(input.sessionId);
  const user = waiting?.codeDue ? store.findUser(ctx, waiting.userId) : undefined;
  if (!user || user.lockedAt !== null) throw new DomainError("accounts.codeTooLate", { kind: "conflict" });
  takeCode(ctx, { userId: user.id, code: input.code, now: sessions.now() });
  return inTransaction(ctx, () => {
    store.deleteSession(ctx, input.sessionId);
    return openSession(ctx, sessions, { user, client: input, codeGiven: true });
  });
}

/**
 * Notes that the signed-in person proved once more who they are, by password or by a code of the second factor; it counts for
 * ten minutes. Refuses `accounts.wrongProof`, `accounts.badCode`, and `accounts.throttled` after five tries.
 */
export async function proveIdentity(
  ctx: OwnCtx,
  sessions: Sessions,
  input: { sessionId: string; password: string; code: string },
): Promise<void> {
  const { userId } = ctx.actor;
  if (input.code !== "") takeCode(ctx, { userId, code: input.code, now: sessions.now() });
  else await checkPassword(ctx, sessions, { purpose: "proof", password: input.password, refusal: "accounts.wrongProof" });
  inTransaction(ctx, () => {
    store.updateSession(ctx, input.sessionId, { provedAt: sessions.now() });
    recordAudit(ctx, { action: "accounts.proveIdentity", subject: { kind: "user", id: userId } });
  });
}

/** Checks the signed-in person's password, counted under a purpose. Throws the given refusal, or `accounts.throttled`. */
export async function checkPassword(
  ctx: OwnCtx,
  sessions: Pick<Sessions, "now">,
  input: { purpose: "proof" | "change"; password: string; refusal: string },
): Promise<void> {
  const keys = personKey(input.purpose, ctx.actor.userId);
  countTry(ctx, keys, sessions.now());
  const user = store.findUser(ctx, ctx.actor.userId);
  const matches = await verify(user?.passwordHash ?? (await decoy), input.password);
  if (!user?.passwordHash || !matches) throw new DomainError(input.refusal);
  forgetTries(ctx, keys);
}

/** Ends one session; an unknown one is already ended. */
export function signOut(ctx: Ctx, sessionId: string): void {
  inTransaction(ctx, () => {
    store.deleteSession(ctx, sessionId);
    if (ctx.actor) recordAudit(ctx, { action: "accounts.signOut", subject: { kind: "user", id: ctx.actor.userId } });
  });
}

/** Ends one of the signed-in person's own sessions, named by its handle. Refuses `accounts.sessionUnknown` (404). */
export function endOwnSession(ctx: OwnCtx, handle: string): void {
  inTransaction(ctx, () => {
    const row = listSessionRows(ctx, ctx.actor.userId).find((one) => handleOf(one.id) === handle);
    if (!row) throw notFound("accounts.sessionUnknown");
    store.deleteSession(ctx, row.id);
    recordAudit(ctx, { action: "accounts.endSession", subject: { kind: "user", id: ctx.actor.userId } });
  });
}

/** Ends all sessions of the signed-in person but the one they ask from; returns how many. */
export function endOtherSessions(ctx: OwnCtx, sessionId: string): number {
  return inTransaction(ctx, () => {
    const ended = store.deleteSessionsOf(ctx, ctx.actor.userId, sessionId);
    recordAudit(ctx, { action: "accounts.endOtherSessions", subject: { kind: "user", id: ctx.actor.userId }, data: { ended } });
    return ended;
  });
}

/** Deletes sessions whose time is over, and tries older than two days; `realNow` in UTC ms of the real clock. Only the system does. */
export function endExpiredSessions(ctx: Ctx, realNow: number): void {
  inTransaction(ctx, () => {
    authorize(mayManageAccounts(ctx.actor));
    store.deleteExpiredSessions(ctx, realNow);
    deleteOldAttempts(ctx, realNow - 2 * 86_400_000);
  });
}

