import { and, asc, desc, eq } from "drizzle-orm";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import type { ErasureId } from "#app/features/accounts/privacy/types.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { listSessionRows } from "#app/features/accounts/sessions/queries.server.ts";
import { abbreviateNetwork, deviceOf } from "#app/features/accounts/sessions/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";
import { erasureRequests, invitations, users } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;

/** The account itself, its sessions, its second factor, the links that were sent, its requests for erasure. No secret. */
export function personalRecords(ctx: Reach, userId: UserId): PersonalRecord[] {
  return [...accountRecord(ctx, userId), ...sessionRecords(ctx, userId), ...linkRecords(ctx, userId), ...requestRecords(ctx, userId)];
}

function accountRecord(ctx: Reach, userId: UserId): PersonalRecord[] {
  const user = ctx.db.select().from(users).where(eq(users.id, userId)).get();
  if (!user) return [];
  const { name, email, locale, systemRole, lastSignInAt, emailVerifiedAt } = user;
  const secondFactor = hasSecondFactor(ctx, userId);
  return [{ kind: "account", at: user.createdAt, facts: { name, email, locale, systemRole, lastSignInAt, emailVerifiedAt, secondFactor } }];
}

const sessionRecords = (ctx: Reach, userId: UserId): PersonalRecord[] =>
  listSessionRows(ctx, userId).map((row) => ({
    kind: "session",
    at: row.createdAt,
    facts: { ...deviceOf(row.userAgent), network: abbreviateNetwork(row.network), lastSeenAt: row.lastSeenAt },
  }));

const linkRecords = (ctx: Reach, userId: UserId): PersonalRecord[] =>
  ctx.db
    .select()
    .from(invitations)
    .where(eq(invitations.userId, userId))
    .orderBy(asc(invitations.createdAt))
    .all()
    .map((row) => ({ kind: "link", at: row.createdAt, facts: { purpose: row.grant.kind, usedAt: row.acceptedAt } }));

const requestRecords = (ctx: Reach, userId: UserId): PersonalRecord[] =>
  ctx.db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.userId, userId))
    .all()
    .map((row) => ({ kind: "erasureRequest", at: row.requestedAt, facts: { reason: row.reason, status: row.status, note: row.note } }));

export type OwnRequest = { id: ErasureId; status: string; requestedAt: number; note: string | null };

/** The person's latest request for erasure, if any. */
export function findOwnRequest(ctx: Reach, userId: UserId): OwnRequest | undefined {
  const { id, status, requestedAt, note } = erasureRequests;
  const newest = desc(erasureRequests.requestedAt);
  return ctx.db.select({ id, status, requestedAt, note }).from(erasureRequests).where(eq(erasureRequests.userId, userId)).orderBy(newest).limit(1).get();
}

export type ErasureRow = { id: ErasureId; userId: UserId; name: string; email: string; reason: string; requestedAt: number };

/** Requests that wait for an answer, the oldest first, for the system admin. */
export function listOpenErasures(ctx: Ctx): ErasureRow[] {
  authorize(mayManageAccounts(ctx.actor));
  const { id, userId, reason, requestedAt } = erasureRequests;
  return ctx.db
    .select({ id, userId, reason, requestedAt, name: users.name, email: users.email })
    .from(erasureRequests)
    .innerJoin(users, eq(users.id, erasureRequests.userId))
    .where(eq(erasureRequests.status, "open"))
    .orderBy(asc(requestedAt), asc(id))
    .all();
}

/** One open request; undefined for another. */
export function findOpenErasure(ctx: Ctx, requestId: ErasureId): ErasureRow | undefined {
  authorize(mayManageAccounts(ctx.actor));
  const { id, userId, reason, requestedAt } = erasureRequests;
  return ctx.db
    .select({ id, userId, reason, requestedAt, name: users.name, email: users.email })
    .from(erasureRequests)
    .innerJoin(users, eq(users.id, erasureRequests.userId))
    .where(and(eq(erasureRequests.id, requestId), eq(erasureRequests.status, "open")))
    .get();
}
