import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies, agencyUnits } from "#db/schema/agencies.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { editions } from "#db/schema/competitions.ts";

/** Position as in Sinovik: di unit, di admin lokal, diajukan; or taken back. */
export const proposalStatuses = ["atUnit", "atAgency", "submitted", "withdrawn"] as const;
/** The furthest stage an entry has reached; later rooms move it through operations of this room. */
export const proposalReaches = ["draft", "submitted", "failed", "passed", "finalist", "winner"] as const;

export const proposals = sqliteTable(
  "proposals",
  {
    id: id("id", "proposal").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    /** Running number inside the edition, given at the first submission: 2026-0417. */
    number: integer("number"),
    title: text("title").notNull(),
    /** Lower-case letters and digits only: the same title twice is a known ground for failing. */
    titleKey: text("title_key").notNull(),
    unit: text("unit").notNull(),
    innovator: text("innovator").notNull(),
    groupKey: text("group_key").notNull(),
    categoryKey: text("category_key").notNull(),
    /** Day the innovation began, YYYY-MM-DD. */
    startedOn: text("started_on"),
    status: text("status", { enum: proposalStatuses }).notNull(),
    reach: text("reach", { enum: proposalReaches }).notNull(),
    revision: integer("revision").notNull(),
    createdBy: id("created_by", "user")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** The unit of the agency's tree that `unit` names; null where the agency keeps no tree. */
    unitId: id("unit_id", "unit").references(() => agencyUnits.id),
  },
  (t) => [
    uniqueIndex("proposals_number").on(t.editionId, t.number),
    // An agency's entries, and how many a kind of agency has: counted without a look at the row.
    index("proposals_agency").on(t.agencyId, t.editionId, t.number, t.reach, t.groupKey, t.categoryKey),
    index("proposals_reach").on(t.editionId, t.reach, t.groupKey),
    index("proposals_title").on(t.editionId, t.titleKey),
    index("proposals_author").on(t.createdBy),
    index("proposals_submitted").on(t.editionId, t.submittedAt, t.number, t.reach),
    // What an edition's lists count and filter by, in the order they show: never a look at the row.
    index("proposals_entries").on(t.editionId, t.number, t.reach, t.groupKey, t.categoryKey, t.agencyId),
    // What words are looked for in.
    index("proposals_search").on(t.editionId, t.number, t.reach, t.status, t.agencyId, t.title),
  ],
);

/** The answer to one question of the form. */
export const answers = sqliteTable(
  "answers",
  {
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    fieldKey: text("field_key").notNull(),
    /** Text as typed; choices as their key; several choices and files as JSON text. */
    value: text("value").notNull(),
    words: integer("words").notNull(),
    revision: integer("revision").notNull(),
    updatedBy: id("updated_by", "user").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.fieldKey] }), index("answers_writer").on(t.updatedBy, t.proposalId)],
);

export const attachments = sqliteTable(
  "attachments",
  {
    id: id("id", "attachment").primaryKey(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    fieldKey: text("field_key").notNull(),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    bytes: integer("bytes").notNull(),
    /** Content address in the file store. */
    sha256: text("sha256").notNull(),
    uploadedBy: id("uploaded_by", "user").notNull(),
    uploadedAt: instant("uploaded_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("attachments_proposal").on(t.proposalId, t.fieldKey)],
);

/** What is known of content that was uploaded, by its address: the same content is checked and scanned once. */
export const fileContents = sqliteTable("file_contents", {
  sha256: text("sha256").primaryKey(),
  bytes: integer("bytes").notNull(),
  contentType: text("content_type").notNull(),
  /** null for what has no pages. */
  pages: integer("pages"),
  /** `none`: no scanner was configured when it came. */
  scan: text("scan").$type<"none" | "pending" | "clean" | "infected">().notNull(),
  /** Name of what was found. */
  signature: text("signature").notNull().default(""),
  scannedAt: instant("scanned_at"),
  keptAt: instant("kept_at").notNull(),
});

/** Small pictures of the first pages of a file; the picture is content too. */
export const pagePictures = sqliteTable(
  "page_pictures",
  {
    sha256: text("sha256").notNull(),
    page: integer("page").notNull(),
    picture: text("picture").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.page] })],
);

/** Files on their way: what was announced. How much of it has come is the length of the file that is growing. */
export const uploads = sqliteTable(
  "uploads",
  {
    id: id("id", "upload").primaryKey(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    fieldKey: text("field_key").notNull(),
    fileName: text("file_name").notNull(),
    bytes: integer("bytes").notNull(),
    userId: id("user_id", "user").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("uploads_user").on(t.userId), index("uploads_created").on(t.createdAt)],
);

/** What was submitted, frozen. One row a version; the receipt is printed from it. */
export const submissions = sqliteTable(
  "submissions",
  {
    id: id("id", "submission").primaryKey(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    version: integer("version").notNull(),
    /** RFC 8785 canonical JSON of everything submitted. */
    content: text("content").notNull(),
    sha256: text("sha256").notNull(),
    submittedBy: id("submitted_by", "user").notNull(),
    submittedAt: instant("submitted_at").notNull(),
  },
  (t) => [uniqueIndex("submissions_version").on(t.proposalId, t.version)],
);

/** Every step of the status machine, with the words that went with it. */
export const proposalEvents = sqliteTable(
  "proposal_events",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    at: instant("at").notNull(),
    actorId: id("actor_id", "user").notNull(),
    kind: text("kind").notNull(),
    note: text("note").notNull(),
    data: json<Record<string, string | number>>("data").notNull(),
  },
  (t) => [index("proposal_events_proposal").on(t.proposalId, t.seq)],
);

/**
 * Earlier texts of the answers of a draft: the common ground on which two people's changes are merged, and what a writer can go
 * back to. The newest row of a question is what `answers` holds.
 */
export const answerRevisions = sqliteTable(
  "answer_revisions",
  {
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    fieldKey: text("field_key").notNull(),
    revision: integer("revision").notNull(),
    value: text("value").notNull(),
    words: integer("words").notNull(),
    savedBy: id("saved_by", "user").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.fieldKey, t.revision] }), index("answer_revisions_saved").on(t.savedAt)],
);

/** Who has a section of a draft open, and when their page last said so. Stale rows are swept. */
export const draftPresences = sqliteTable(
  "draft_presences",
  {
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    section: text("section").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.userId] }), index("draft_presences_seen").on(t.seenAt)],
);

/**
 * An invitation of an agency to enter a group that is by invitation, resting on an earlier award: one of the archive, or one it
 * does not hold, named by `reference`. Withdrawn ones stay, with who took them back and why.
 */
export const proposalInvitations = sqliteTable(
  "proposal_invitations",
  {
    id: id("id", "entryInvitation").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    groupKey: text("group_key").notNull(),
    awardId: id("award_id", "award").references(() => awardRecords.id),
    /** The award in words, as it was published. */
    reference: text("reference").notNull(),
    note: text("note").notNull(),
    invitedBy: id("invited_by", "user")
      .notNull()
      .references(() => users.id),
    invitedAt: instant("invited_at").notNull(),
    withdrawnBy: id("withdrawn_by", "user"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason").notNull().default(""),
  },
  (t) => [
    uniqueIndex("proposal_invitations_once")
      .on(t.editionId, t.agencyId, t.groupKey, t.reference)
      .where(sql`withdrawn_at is null`),
    index("proposal_invitations_agency").on(t.agencyId, t.editionId),
  ],
);
