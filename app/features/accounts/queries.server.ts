import { and, asc, eq, inArray, isNull, like, or } from "drizzle-orm";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import type { SignedIn, SystemRole, UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { invitations, users } from "#db/schema/accounts.ts";

/** The person behind a valid session, with the grants the system itself gives. */
export function findSignedIn(ctx: Pick<Ctx, "db">, userId: UserId): SignedIn | undefined {
  const user = ctx.db.select().from(users).where(eq(users.id, userId)).get();
  if (!user || user.lockedAt !== null) return undefined;
  const grants = user.systemRole === "none" ? [] : [{ scope: "system" as const, scopeId: "", role: user.systemRole }];
  return {
    actor: { userId: user.id, name: user.name, email: user.email, grants },
    locale: user.locale,
    systemRole: user.systemRole,
  };
}

/** Names by id, for lists that show who did what. */
export function namesOf(ctx: Pick<Ctx, "db">, ids: readonly UserId[]): Map<UserId, string> {
  if (ids.length === 0) return new Map();
  const rows = ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, [...new Set(ids)])).all();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Where and in which language a person is written to. */
export function addressOf(
  ctx: Pick<Ctx, "db">,
  userId: UserId,
): { email: string; locale: "id" | "en"; name: string } | undefined {
  const columns = { email: users.email, locale: users.locale, name: users.name };
  return ctx.db.select(columns).from(users).where(eq(users.id, userId)).get();
}

export function findUserIdByEmail(ctx: Pick<Ctx, "db">, email: string): UserId | undefined {
  return ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email)).get()?.id;
}

export type InvitationView = { name: string; email: string; reset: boolean; expiresAt: number; accepted: boolean };

/** What the page behind an invitation's link shows; undefined for an unknown link. */
export function findInvitationView(ctx: Pick<Ctx, "db">, token: string): InvitationView | undefined {
  const row = ctx.db
    .select({
      name: users.name,
      email: users.email,
      grant: invitations.grant,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.userId))
    .where(eq(invitations.tokenHash, sha256Hex(token)))
    .get();
  if (!row || row.grant.kind === "email") return undefined;
  const { name, email, expiresAt } = row;
  return { name, email, reset: row.grant.kind === "passwordReset", expiresAt, accepted: row.acceptedAt !== null };
}

export type AccountRow = { id: UserId; name: string; email: string; systemRole: SystemRole; active: boolean };

/** Accounts of the system, for its admin. */
export function listAccounts(ctx: Ctx, filter: { search: string; limit: number; offset: number }): AccountRow[] {
  authorize(mayManageAccounts(ctx.actor));
  const match = filter.search ? or(like(users.name, `%${filter.search}%`), like(users.email, `%${filter.search}%`)) : undefined;
  return ctx.db
    .select()
    .from(users)
    .where(and(match))
    .orderBy(asc(users.name), asc(users.id))
    .limit(filter.limit)
    .offset(filter.offset)
    .all()
    .map((user) => ({
      id: user.id,
      name: user.name,
      email: user.email,
      systemRole: user.systemRole,
      active: user.passwordHash !== null,
    }));
}

/** Accounts in use that hold a role in the whole system, to be written to. */
export const listIdsOfRole = (ctx: Pick<Ctx, "db">, role: SystemRole): UserId[] =>
  ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.systemRole, role), isNull(users.lockedAt), isNull(users.erasedAt)))
    .orderBy(asc(users.id))
    .all()
    .map(({ id }) => id);

/** Whether a letter is known to have reached the person's present address. */
export const isEmailVerified = (ctx: Pick<Ctx, "db">, userId: UserId): boolean =>
  ctx.db.select({ at: users.emailVerifiedAt }).from(users).where(eq(users.id, userId)).get()?.at != null;

/** The address a link of such a letter is about; undefined for an unknown link. */
export function findEmailLink(
  ctx: Pick<Ctx, "db">,
  token: string,
): { email: string; expiresAt: number; acceptedAt: number | null } | undefined {
  const row = ctx.db.select().from(invitations).where(eq(invitations.tokenHash, sha256Hex(token))).get();
  if (row?.grant.kind !== "email") return undefined;
  return { email: row.grant.email, expiresAt: row.expiresAt, acceptedAt: row.acceptedAt };
}
