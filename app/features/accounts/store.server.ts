import { and, count, eq, gte, isNull, lt, ne } from "drizzle-orm";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { type InvitationGrant, invitations, sessions, users } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;
export type UserRow = typeof users.$inferSelect;
export type InvitationRow = typeof invitations.$inferSelect;

export const findUserByEmail = (ctx: Reach, email: string): UserRow | undefined =>
  ctx.db.select().from(users).where(eq(users.email, email)).get();

export const findUser = (ctx: Reach, userId: UserId): UserRow | undefined =>
  ctx.db.select().from(users).where(eq(users.id, userId)).get();

export function insertUser(ctx: Reach, user: typeof users.$inferInsert): void {
  ctx.db.insert(users).values(user).run();
}

export function updateUser(ctx: Reach, userId: UserId, change: Partial<UserRow>): void {
  ctx.db.update(users).set(change).where(eq(users.id, userId)).run();
}

export function insertInvitation(ctx: Reach, invitation: typeof invitations.$inferInsert): void {
  ctx.db.insert(invitations).values(invitation).run();
}

/** Writes down a link good for one use and returns its secret, of which only the hash is kept. `lifetime` in ms. */
export function issueToken(ctx: Ctx, userId: UserId, grant: InvitationGrant, lifetime: number): string {
  const token = Buffer.from(ctx.randomBytes(24)).toString("base64url");
  insertInvitation(ctx, {
    ...{ id: ctx.newId("invitation"), userId, tokenHash: sha256Hex(token), grant, invitedBy: ctx.actor?.userId ?? null },
    ...{ createdAt: ctx.now, expiresAt: ctx.now + lifetime, acceptedAt: null },
  });
  return token;
}

export const findInvitationByHash = (ctx: Reach, tokenHash: string): InvitationRow | undefined =>
  ctx.db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get();

export function countInvitationsSince(ctx: Reach, userId: UserId, since: number): number {
  const recent = and(eq(invitations.userId, userId), gte(invitations.createdAt, since));
  return ctx.db.select({ n: count() }).from(invitations).where(recent).get()?.n ?? 0;
}

/** True when this call accepted it; false when somebody was faster. */
export function markInvitationAccepted(ctx: Ctx, id: InvitationRow["id"]): boolean {
  const open = and(eq(invitations.id, id), isNull(invitations.acceptedAt));
  return ctx.db.update(invitations).set({ acceptedAt: ctx.now }).where(open).run().changes === 1;
}

/** Closes the open links of a person: a password was set or an address changed, older letters are void. */
export function voidInvitations(ctx: Ctx, userId: UserId): void {
  const open = and(eq(invitations.userId, userId), isNull(invitations.acceptedAt));
  ctx.db.update(invitations).set({ acceptedAt: ctx.now }).where(open).run();
}

export function insertSession(ctx: Reach, session: typeof sessions.$inferInsert): void {
  ctx.db.insert(sessions).values(session).run();
}

export function updateSession(ctx: Reach, sessionId: string, change: Partial<typeof sessions.$inferSelect>): void {
  ctx.db.update(sessions).set(change).where(eq(sessions.id, sessionId)).run();
}

export function deleteSession(ctx: Reach, sessionId: string): void {
  ctx.db.delete(sessions).where(eq(sessions.id, sessionId)).run();
}

/** Ends a person's sessions, all or all but one; returns how many. */
export function deleteSessionsOf(ctx: Reach, userId: UserId, except = ""): number {
  const theirs = and(eq(sessions.userId, userId), ne(sessions.id, except));
  return ctx.db.delete(sessions).where(theirs).run().changes;
}

/** `now` in UTC ms of the real clock: sessions do not move with a demo's clock. */
export function deleteExpiredSessions(ctx: Reach, now: number): void {
  ctx.db.delete(sessions).where(lt(sessions.expiresAt, Math.floor(now / 1000))).run();
}

/** System admins who can sign in. */
export const listOperators = (ctx: Reach): UserRow[] =>
  ctx.db
    .select()
    .from(users)
    .where(and(eq(users.systemRole, "operator"), isNull(users.lockedAt)))
    .all();
