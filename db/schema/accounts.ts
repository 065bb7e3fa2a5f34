import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant, json } from "#db/columns.ts";

export const users = sqliteTable("users", {
  id: id("id", "user").primaryKey(),
  /** Lower case, trimmed. */
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  /** argon2id; null until the invitation is accepted. */
  passwordHash: text("password_hash"),
  locale: text("locale", { enum: ["id", "en"] }).notNull(),
  /** organiser: may create editions; operator: accounts, settings, backups, no scores; auditor: reads everything. */
  systemRole: text("system_role", { enum: ["none", "organiser", "operator", "auditor"] }).notNull(),
  createdAt: instant("created_at").notNull(),
  lastSignInAt: instant("last_sign_in_at"),
  /** When the person showed that letters to the address reach them; null until then. */
  emailVerifiedAt: instant("email_verified_at"),
  /** While set nobody signs in; the reason is read by system admins alone. */
  lockedAt: instant("locked_at"),
  lockReason: text("lock_reason"),
  /** When name and address gave way to a pseudonym. */
  erasedAt: instant("erased_at"),
});

/** Columns as lucia wants them, and what the person's list of sessions shows. Instants are of the real clock, UTC ms. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    expiresAt: integer("expires_at", { mode: "number" }).notNull(),
    createdAt: instant("created_at"),
    lastSeenAt: instant("last_seen_at"),
    /** When the person last proved who they are: by signing in, or by signing for a weighty act. */
    provedAt: instant("proved_at"),
    /** The password was right, the second factor is still to come: nobody is signed in by it. */
    codeDue: flag("code_due").notNull().default(false),
    network: text("network"),
    userAgent: text("user_agent"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** What following the link of a letter gives: an account, a new password, an address that is known to be one's own, a place. */
export type InvitationGrant =
  | { kind: "account" }
  | { kind: "passwordReset" }
  | { kind: "email"; email: string }
  | { kind: "agency"; agencyId: string; role: "admin" | "writer"; unit: string }
  | { kind: "seat"; editionId: string; role: string };

export const invitations = sqliteTable(
  "invitations",
  {
    id: id("id", "invitation").primaryKey(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the secret in the link. */
    tokenHash: text("token_hash").notNull().unique(),
    grant: json<InvitationGrant>("grant").notNull(),
    invitedBy: id("invited_by", "user"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
  },
  (t) => [index("invitations_user").on(t.userId)],
);

/** Sign-in throttling by address of the account and of the network. */
export const signInAttempts = sqliteTable("sign_in_attempts", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  firstAt: instant("first_at").notNull(),
  blockedUntil: instant("blocked_until"),
});

/** One authenticator a person; it counts once a code of it was seen. */
export const secondFactors = sqliteTable("second_factors", {
  userId: id("user_id", "user")
    .primaryKey()
    .references(() => users.id),
  /** Base32 secret, sealed with the key of the data folder. */
  secret: text("secret").notNull(),
  createdAt: instant("created_at").notNull(),
  confirmedAt: instant("confirmed_at"),
  /** Number of the last half minute whose code was used: none is taken twice. */
  lastStep: integer("last_step"),
});

export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    /** SHA-256 of the code, which has 80 random bits. */
    codeHash: text("code_hash").primaryKey(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("recovery_codes_user").on(t.userId)],
);

/** A person's request that what is held about them be erased; a system admin answers it. */
export const erasureRequests = sqliteTable(
  "erasure_requests",
  {
    id: id("id", "erasure").primaryKey(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    reason: text("reason").notNull(),
    status: text("status", { enum: ["open", "withdrawn", "refused", "executed"] }).notNull(),
    requestedAt: instant("requested_at").notNull(),
    decidedBy: id("decided_by", "user"),
    decidedAt: instant("decided_at"),
    note: text("note"),
  },
  (t) => [uniqueIndex("erasure_requests_open").on(t.userId).where(sql`status = 'open'`), index("erasure_requests_status").on(t.status)],
);
