import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { eq } from "drizzle-orm";
import { generateIdFromEntropySize, Lucia, TimeSpan } from "lucia";
import { codeLifetime, seenInterval } from "#app/features/accounts/sessions/rules.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";

export type SessionRow = typeof sessions.$inferSelect;

/** From where and with what somebody signs in, as the person's list of sessions shows it. */
export type Client = { network: string; userAgent: string };

export type ValidSession = { userId: UserId; fresh: boolean; codeDue: boolean; provedAt: number | null };

/** The only file that knows lucia. It validates and prolongs; the row of a new session is written by `accounts/store`. */
export type Sessions = {
  /** The real clock, UTC ms: sessions, their proofs and the throttle do not move with a demo's clock. */
  now: () => number;
  /** `codeDue`: the password was right and a code is still to come; such a session signs nobody in. */
  newSession: (userId: UserId, client: Client, codeDue: boolean) => SessionRow;
  validate: (sessionId: string) => Promise<ValidSession | null>;
  readCookie: (header: string | null) => string | null;
  sessionCookie: (sessionId: string) => string;
  blankCookie: () => string;
};

type Options = { lifetime: number; secure: boolean; now?: () => number };

/** `lifetime` of an idle session in ms; `secure` puts the cookie on https only. */
export function openSessions(db: Db, { lifetime, secure, now = Date.now }: Options): Sessions {
  const span = new TimeSpan(lifetime, "ms");
  const lucia = new Lucia(new DrizzleSQLiteAdapter(db, sessions, users), {
    sessionExpiresIn: span,
    sessionCookie: { name: "anugerah_session", attributes: { secure, sameSite: "lax" } },
  });
  const seen = (row: SessionRow): ValidSession => {
    noteSeen(db, row, now());
    return { userId: row.userId, fresh: false, codeDue: false, provedAt: row.provedAt };
  };
  return {
    now,
    newSession: (userId, client, codeDue) => ({
      ...{ id: generateIdFromEntropySize(25), userId, codeDue, ...client, createdAt: now(), lastSeenAt: now() },
      provedAt: codeDue ? null : now(),
      expiresAt: Math.floor((now() + (codeDue ? codeLifetime : lifetime)) / 1000),
    }),
    validate: async (sessionId) => {
      const row = db.select().from(sessions).where(eq(sessions.id, sessionId)).get();
      // A session that waits for its code is never prolonged.
      if (row?.codeDue) return row.expiresAt * 1000 > now() ? { ...row, fresh: false } : null;
      // With more than half its life before it a session is neither ended nor prolonged: nothing is left to ask lucia.
      if (row && row.expiresAt * 1000 - now() > lifetime / 2) return seen(row);
      const { session } = await lucia.validateSession(sessionId);
      return row && session ? { ...seen(row), fresh: session.fresh } : null;
    },
    readCookie: (header) => lucia.readSessionCookie(header ?? ""),
    sessionCookie: (sessionId) => lucia.createSessionCookie(sessionId).serialize(),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}

function noteSeen(db: Db, row: SessionRow, now: number): void {
  if (row.lastSeenAt !== null && now - row.lastSeenAt < seenInterval) return;
  inTransaction({ db }, () => {
    db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, row.id)).run();
  });
}
