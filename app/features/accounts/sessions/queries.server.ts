import { and, desc, eq, gt } from "drizzle-orm";
import { abbreviateNetwork, type Device, deviceOf } from "#app/features/accounts/sessions/rules.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { sessions } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;

/** A name of a session that opens nothing. */
export const handleOf = (sessionId: string): string => sha256Hex(sessionId).slice(0, 20);

export const listSessionRows = (ctx: Reach, userId: UserId) =>
  ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.codeDue, false)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .all();

export type SessionView = {
  handle: string;
  device: Device;
  network: string;
  createdAt: number | null;
  lastSeenAt: number | null;
  current: boolean;
};

/** A person's open sessions, the last used first. `realNow` in UTC ms: sessions do not move with a demo's clock. */
export function listSessions(ctx: Reach, input: { userId: UserId; sessionId: string; realNow: number }): SessionView[] {
  return listSessionRows(ctx, input.userId)
    .filter((row) => row.expiresAt * 1000 > input.realNow)
    .map((row) => ({
      handle: handleOf(row.id),
      device: deviceOf(row.userAgent),
      network: abbreviateNetwork(row.network),
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      current: row.id === input.sessionId,
    }));
}

/** Sessions of a person that still live. */
export const countSessions = (ctx: Reach, userId: UserId, realNow: number): number =>
  ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.codeDue, false), gt(sessions.expiresAt, Math.floor(realNow / 1000))))
    .all().length;
