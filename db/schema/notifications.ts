import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";

export const notices = sqliteTable(
  "notices",
  {
    id: id("id", "notice").primaryKey(),
    userId: id("user_id", "user").notNull(),
    /** Key of the message under notifications.notices. */
    kind: text("kind").notNull(),
    params: json<Record<string, string | number>>("params").notNull(),
    url: text("url"),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [index("notices_user").on(t.userId, t.createdAt)],
);

export const outbox = sqliteTable(
  "outbox",
  {
    id: id("id", "mail").primaryKey(),
    /** The same letter is written once: event and recipient. */
    dedupeKey: text("dedupe_key").notNull().unique(),
    recipient: text("recipient").notNull(),
    locale: text("locale", { enum: ["id", "en"] }).notNull(),
    /** Key of the message under notifications.mails. */
    template: text("template").notNull(),
    params: json<Record<string, string | number>>("params").notNull(),
    status: text("status", { enum: ["queued", "sent", "failed"] }).notNull(),
    attempts: integer("attempts").notNull(),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
  },
  (t) => [index("outbox_due").on(t.status, t.nextAttemptAt), index("outbox_created").on(t.createdAt)],
);
