import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { NoticeFacts, Standing } from "#app/features/notifications/types.ts";
import { flag, id, instant, json } from "#db/columns.ts";

/** bounced: refused for good by a mail server; failed: given up after the last try; cancelled: taken back while it waited; withdrawn: its recipient had lost the right to it when it was to leave. */
export const mailStatuses = ["queued", "sent", "failed", "bounced", "cancelled", "withdrawn"] as const;
export const mailKinds = ["official", "reminder", "announcement"] as const;

export const notices = sqliteTable(
  "notices",
  {
    id: id("id", "notice").primaryKey(),
    userId: id("user_id", "user").notNull(),
    /** Key of the message under notifications.notices. */
    kind: text("kind").notNull(),
    params: json<NoticeFacts>("params").notNull(),
    url: text("url"),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
    /** What it belongs to, such as an announcement: taken back together. */
    subjectId: text("subject_id"),
    retractedAt: instant("retracted_at"),
  },
  (t) => [index("notices_user").on(t.userId, t.createdAt), index("notices_subject").on(t.subjectId)],
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
    status: text("status", { enum: mailStatuses }).notNull(),
    attempts: integer("attempts").notNull(),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
    /** Whose secretariat may see it; null for letters of accounts. */
    editionId: id("edition_id", "edition"),
    /** official letters are always sent; the others can be turned off by whoever gets them. */
    kind: text("kind", { enum: mailKinds }).notNull().default("official"),
    /** What it belongs to, such as an announcement. */
    subjectId: text("subject_id"),
    /** The words as they left, secrets left out; null until then. */
    sentSubject: text("sent_subject"),
    sentBody: text("sent_body"),
    lastTriedAt: instant("last_tried_at"),
    /** The letter this one repeats. */
    resentOf: id("resent_of", "mail"),
    /** The right by which it reaches its recipient, looked at once more when it leaves; null where it is due whatever becomes of his rights. */
    standing: json<Standing>("standing"),
  },
  (t) => [
    index("outbox_due").on(t.status, t.nextAttemptAt),
    index("outbox_created").on(t.createdAt),
    index("outbox_edition").on(t.editionId, t.createdAt),
    index("outbox_subject").on(t.subjectId),
  ],
);

/** An address that a mail server refused for good; nothing is sent there until it is changed or cleared. Kept in lower case. */
export const undeliverableAddresses = sqliteTable("undeliverable_addresses", {
  address: text("address").primaryKey(),
  reason: text("reason").notNull(),
  mailId: id("mail_id", "mail").notNull(),
  at: instant("at").notNull(),
});

/** Words of a letter that differ from the product's own in one edition. */
export const letterTemplates = sqliteTable(
  "letter_templates",
  {
    editionId: id("edition_id", "edition").notNull(),
    template: text("template").notNull(),
    locale: text("locale", { enum: ["id", "en"] }).notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    updatedBy: id("updated_by", "user").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.template, t.locale] })],
);

/** What a person does not want by e-mail; without a row everything is sent. Notices inside the product always come. */
export const mailPreferences = sqliteTable("mail_preferences", {
  userId: id("user_id", "user").primaryKey(),
  reminders: flag("reminders").notNull(),
  announcements: flag("announcements").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
