import { and, asc, count, eq, isNotNull, isNull, like, or, type SQL } from "drizzle-orm";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { mayManageAccounts } from "#app/features/accounts/policy.ts";
import { countSessions } from "#app/features/accounts/sessions/queries.server.ts";
import type { SystemRole, UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import { users } from "#db/schema/accounts.ts";

export type AccountState = "active" | "invited" | "locked" | "erased";
export type AccountFilter = { q: string; role: SystemRole | null; state: AccountState | null };
export type AccountListRow = {
  id: UserId;
  name: string;
  email: string;
  systemRole: SystemRole;
  state: AccountState;
  lastSignInAt: number | null;
};

type UserRow = typeof users.$inferSelect;

const stateOf = (user: UserRow): AccountState => {
  if (user.erasedAt !== null) return "erased";
  if (user.lockedAt !== null) return "locked";
  return user.passwordHash === null ? "invited" : "active";
};

const states: Record<AccountState, SQL | undefined> = {
  erased: isNotNull(users.erasedAt),
  locked: and(isNull(users.erasedAt), isNotNull(users.lockedAt)),
  invited: and(isNull(users.lockedAt), isNull(users.passwordHash)),
  active: and(isNull(users.lockedAt), isNotNull(users.passwordHash)),
};

/** Accounts of the system a page at a time, by name, for its admin; `found` is how many match. */
export function searchAccounts(
  ctx: Ctx,
  filter: AccountFilter & { limit: number; offset: number },
): { found: number; rows: AccountListRow[] } {
  authorize(mayManageAccounts(ctx.actor));
  const where = and(matching(filter.q), filter.role ? eq(users.systemRole, filter.role) : undefined, filter.state ? states[filter.state] : undefined);
  const found = ctx.db.select({ n: count() }).from(users).where(where).get()?.n ?? 0;
  const rows = ctx.db.select().from(users).where(where).orderBy(asc(users.name), asc(users.id)).limit(filter.limit).offset(filter.offset).all();
  return { found, rows: rows.map(rowOf) };
}

/** Signs of a LIKE pattern are looked for as they stand. */
function matching(q: string): SQL | undefined {
  if (q === "") return undefined;
  const plain = `%${q.replaceAll(/[%_]/g, "")}%`;
  return or(like(users.name, plain), like(users.email, plain));
}

const rowOf = (user: UserRow): AccountListRow => {
  const { id, name, email, systemRole, lastSignInAt } = user;
  return { id, name, email, systemRole, state: stateOf(user), lastSignInAt };
};

export type AccountDetail = AccountListRow & {
  createdAt: number;
  emailVerified: boolean;
  lockReason: string | null;
  secondFactor: boolean;
  sessions: number;
};

/** One account for the system admin. `realNow` in UTC ms of the real clock. Refuses `accounts.userUnknown` (404). */
export function getAccount(ctx: Ctx, input: { userId: UserId; realNow: number }): AccountDetail {
  authorize(mayManageAccounts(ctx.actor));
  const user = ctx.db.select().from(users).where(eq(users.id, input.userId)).get();
  if (!user) throw notFound("accounts.userUnknown");
  return {
    ...rowOf(user),
    createdAt: user.createdAt,
    emailVerified: user.emailVerifiedAt !== null,
    lockReason: user.lockReason,
    secondFactor: hasSecondFactor(ctx, user.id),
    sessions: countSessions(ctx, user.id, input.realNow),
  };
}
