import { sql } from "drizzle-orm";
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Change } from "#app/features/ranking/bundle/types.ts";
import type { Present } from "#app/features/ranking/deliberation/types.ts";
import { id, instant, json } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingVersions } from "#db/schema/ranking.ts";

/** What lists were computed from, under pseudonyms: canonical JSON, packed, kept once by its SHA-256. */
export const rankingInputs = sqliteTable("ranking_inputs", {
  sha256: text("sha256").primaryKey(),
  packed: blob("packed", { mode: "buffer" }).notNull(),
});

/** From what a version came: what was computed, and what was changed in it since, in order. */
export const rankingOrigins = sqliteTable("ranking_origins", {
  listId: id("list_id", "list")
    .primaryKey()
    .references(() => rankingVersions.id),
  inputs: text("inputs")
    .notNull()
    .references(() => rankingInputs.sha256),
  changes: json<Change[]>("changes").notNull(),
});

/** A move across the line that the plenary voted on, carried or not; one row a vote, never changed. */
export const rankingMoves = sqliteTable(
  "ranking_moves",
  {
    id: id("id", "move").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    listKey: text("list_key").notNull(),
    /** The version it was proposed on. */
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    enteringId: id("entering_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    leavingId: id("leaving_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    reason: text("reason").notNull(),
    place: text("place").notNull(),
    heldOn: text("held_on").notNull(),
    present: json<Present[]>("present").notNull(),
    inFavour: integer("in_favour").notNull(),
    against: integer("against").notNull(),
    abstained: integer("abstained").notNull(),
    outcome: text("outcome", { enum: ["carried", "rejected"] }).notNull(),
    /** The version a carried move made. */
    resultId: id("result_id", "list").references(() => rankingVersions.id),
    recordedBy: id("recorded_by", "user").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    index("ranking_moves_list").on(t.editionId, t.listKey, t.recordedAt),
    check("ranking_moves_two_entries", sql`entering_id <> leaving_id`),
    check("ranking_moves_result", sql`(outcome = 'carried') = (result_id is not null)`),
  ],
);

/**
 * A signed paper of a version: the decree that makes it final, or a scan of its minutes. The newest of a kind counts; none is taken
 * away. Of a decree number and date stand with the list.
 */
export const rankingDocuments = sqliteTable(
  "ranking_documents",
  {
    id: id("id", "listDocument").primaryKey(),
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    kind: text("kind", { enum: ["decree", "minutes"] }).notNull(),
    fileName: text("file_name").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    attachedBy: id("attached_by", "user").notNull(),
    attachedAt: instant("attached_at").notNull(),
    /** How minutes were signed: by hand, or with certificates of BSrE. */
    signature: text("signature", { enum: ["wet", "bsre"] }),
    /** Day that stands on the minutes, YYYY-MM-DD. */
    signedOn: text("signed_on"),
    /** Number and words of the minutes as they stand on paper. */
    minutesNumber: text("minutes_number"),
    minutes: text("minutes"),
    /** Digest of the list as it stands on the minutes: that of this version. */
    listDigest: text("list_digest"),
    /** Who held the scan against the list, a second person. */
    checkedBy: id("checked_by", "user"),
    checkedAt: instant("checked_at"),
  },
  (t) => [index("ranking_documents_list").on(t.listId, t.kind, t.attachedAt)],
);

/**
 * Who of the panel stands under the minutes of a version, and how. For a scan one row a seat and reading of it, since whoever hands it in
 * and whoever checks it each say what they read; for signatures given here one row a person. Never changed.
 */
export const rankingSigners = sqliteTable(
  "ranking_signers",
  {
    id: id("id", "signer").primaryKey(),
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    /** The scan that was read; none = signed here. */
    documentId: id("document_id", "listDocument").references(() => rankingDocuments.id),
    /** Number of the reading of a scan, from 1; 0 for a signature given here. */
    reading: integer("reading").notNull(),
    userId: id("user_id", "user").notNull(),
    presence: text("presence", { enum: ["signed", "absent", "abstained"] }).notNull(),
    /** Why somebody was absent, as the minutes say; empty for others. */
    reason: text("reason").notNull(),
    statedBy: id("stated_by", "user").notNull(),
    statedAt: instant("stated_at").notNull(),
  },
  (t) => [
    index("ranking_signers_list").on(t.listId),
    uniqueIndex("ranking_signers_read").on(t.documentId, t.reading, t.userId),
    uniqueIndex("ranking_signers_here").on(t.listId, t.userId).where(sql`document_id is null`),
    check("ranking_signers_reason", sql`(presence = 'absent') = (reason <> '')`),
    check("ranking_signers_reading", sql`(document_id is null) = (reading = 0)`),
  ],
);
