import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";

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
});

/** Columns as lucia wants them. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    expiresAt: integer("expires_at", { mode: "number" }).notNull(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** What accepting an invitation gives. */
export type InvitationGrant =
  | { kind: "account" }
  | { kind: "passwordReset" }
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
