import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, id, instant, json } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** A later end of registration for one agency or one proposal; the one for all is a stage extension. */
export const submissionExtensions = sqliteTable(
  "submission_extensions",
  {
    id: id("id", "extension").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    /** null = every proposal of the agency. */
    proposalId: id("proposal_id", "proposal").references(() => proposals.id),
    /** End of the half-open window, UTC ms. */
    closesAt: instant("closes_at").notNull(),
    reason: text("reason").notNull(),
    grantedBy: id("granted_by", "user")
      .notNull()
      .references(() => users.id),
    grantedAt: instant("granted_at").notNull(),
    revokedBy: id("revoked_by", "user"),
    revokedAt: instant("revoked_at"),
    revokeReason: text("revoke_reason"),
  },
  (t) => [index("submission_extensions_agency").on(t.agencyId, t.editionId), index("submission_extensions_edition").on(t.editionId, t.grantedAt)],
);

/** Whom an announcement is for; empty lists narrow nothing. */
export type StoredAudience = { to: string; kinds: string[]; provinces: string[]; reaches: string[] };

export const announcementStatuses = ["draft", "scheduled", "sending", "sent", "retracted"] as const;

export const announcements = sqliteTable(
  "announcements",
  {
    id: id("id", "announcement").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    titleId: text("title_id").notNull(),
    titleEn: text("title_en").notNull(),
    bodyId: text("body_id").notNull(),
    bodyEn: text("body_en").notNull(),
    audience: json<StoredAudience>("audience").notNull(),
    /** Stands on the edition's public page. */
    published: flag("published").notNull(),
    /** Goes out as a letter beside the notice. */
    byMail: flag("by_mail").notNull(),
    status: text("status", { enum: announcementStatuses }).notNull(),
    dueAt: instant("due_at").notNull(),
    /** How many it is for, once sending began, and how many were told. */
    total: integer("total").notNull(),
    told: integer("told").notNull(),
    createdBy: id("created_by", "user")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    retractedBy: id("retracted_by", "user"),
    retractedAt: instant("retracted_at"),
    retractReason: text("retract_reason"),
  },
  (t) => [index("announcements_edition").on(t.editionId, t.createdAt), index("announcements_due").on(t.status, t.dueAt)],
);

/** Each person an announcement is for, fixed when sending begins. */
export const announcementRecipients = sqliteTable(
  "announcement_recipients",
  {
    announcementId: id("announcement_id", "announcement")
      .notNull()
      .references(() => announcements.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    toldAt: instant("told_at"),
  },
  (t) => [primaryKey({ columns: [t.announcementId, t.userId] })],
);

/** A reminder of the rules that was sent, or passed over because a later one was due at the same time. */
export const reminderRuns = sqliteTable(
  "reminder_runs",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    audience: text("audience").notNull(),
    hoursBefore: integer("hours_before").notNull(),
    /** The end it was counted from: an extension makes the reminder due again. */
    closesAt: instant("closes_at").notNull(),
    at: instant("at").notNull(),
    told: integer("told").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.stage, t.audience, t.hoursBefore, t.closesAt] })],
);

/** A person's calendar of an agency as a feed; the token of its address is kept hashed. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    id: id("id", "feed").primaryKey(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
    lastReadAt: instant("last_read_at"),
  },
  (t) => [index("calendar_feeds_user").on(t.userId, t.agencyId)],
);
