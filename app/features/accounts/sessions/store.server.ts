import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { generateIdFromEntropySize, Lucia, TimeSpan } from "lucia";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Db } from "#db/client.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";

/** The only file that knows lucia. It validates and prolongs; the row of a new session is written by `accounts/store`. */
export type Sessions = {
  newSession: (userId: UserId) => { id: string; userId: UserId; expiresAt: number };
  validate: (sessionId: string) => Promise<{ userId: UserId; fresh: boolean } | null>;
  readCookie: (header: string | null) => string | null;
  sessionCookie: (sessionId: string) => string;
  blankCookie: () => string;
};

/** `lifetime` of an idle session in ms; `secure` puts the cookie on https only. Sessions live by the real clock. */
export function openSessions(db: Db, options: { lifetime: number; secure: boolean }): Sessions {
  const lifetime = new TimeSpan(options.lifetime, "ms");
  const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, users), {
    sessionExpiresIn: lifetime,
    sessionCookie: { name: "anugerah_session", attributes: { secure: options.secure, sameSite: "lax" } },
  });
  return {
    newSession: (userId) => ({
      id: generateIdFromEntropySize(25),
      userId,
      expiresAt: Math.floor((Date.now() + lifetime.milliseconds()) / 1000),
    }),
    validate: async (sessionId) => {
      const { session } = await lucia.validateSession(sessionId);
      return session ? { userId: session.userId as UserId, fresh: session.fresh } : null;
    },
    readCookie: (header) => lucia.readSessionCookie(header ?? ""),
    sessionCookie: (sessionId) => lucia.createSessionCookie(sessionId).serialize(),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}
