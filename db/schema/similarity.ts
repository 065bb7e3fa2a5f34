import { blob, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { flag, id, instant } from "#db/columns.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** The sampled shingles of the version of an entry that stands; a later version takes the place of the earlier. */
export const similaritySketches = sqliteTable(
  "similarity_sketches",
  {
    /** Short, since every posting names it. */
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .unique()
      .references(() => proposals.id),
    version: integer("version").notNull(),
    titleKey: text("title_key").notNull(),
    /** Names of the shingles, ascending, as little-endian 32-bit numbers. */
    names: blob("names", { mode: "buffer" }).notNull(),
    sketchedAt: instant("sketched_at").notNull(),
  },
  (t) => [index("similarity_sketches_title").on(t.titleKey)],
);

/** Which sketches hold a shingle. WITHOUT ROWID in the migration: the key is the row. */
export const similarityPostings = sqliteTable(
  "similarity_postings",
  { name: integer("name").notNull(), sketch: integer("sketch").notNull() },
  (t) => [primaryKey({ columns: [t.name, t.sketch] })],
);

/** Two texts that are worth a look. `proposalId` is the newer one; of one edition the one with the lesser id. */
export const similarityPairs = sqliteTable(
  "similarity_pairs",
  {
    id: id("id", "similarity").primaryKey(),
    /** Of the newer entry. */
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    otherProposalId: id("other_proposal_id", "proposal").references(() => proposals.id),
    awardId: id("award_id", "award").references(() => awardRecords.id),
    kind: text("kind", { enum: ["sameEdition", "earlierEdition", "archiveTitle", "resubmission"] }).notNull(),
    /** Share of the entry that stands in the other text, and back, in basis points; the greater of both for sorting. */
    shareBp: integer("share_bp").notNull(),
    otherShareBp: integer("other_share_bp").notNull(),
    greatestBp: integer("greatest_bp").notNull(),
    sameTitle: flag("same_title").notNull(),
    foundAt: instant("found_at").notNull(),
    state: text("state", { enum: ["unseen", "fair", "discuss"] }).notNull(),
    note: text("note").notNull(),
    judgedBy: id("judged_by", "user"),
    judgedAt: instant("judged_at"),
  },
  (t) => [
    uniqueIndex("similarity_pairs_entries").on(t.proposalId, t.otherProposalId),
    uniqueIndex("similarity_pairs_awards").on(t.proposalId, t.awardId),
    index("similarity_pairs_other").on(t.otherProposalId),
    index("similarity_pairs_edition").on(t.editionId, t.greatestBp),
    check("similarity_pairs_one_other", sql`(${t.otherProposalId} is null) <> (${t.awardId} is null)`),
  ],
);

/** The words of an attached PDF, by its content, as far as they are compared; "" of pictures of pages and what cannot be read. */
export const similarityFileTexts = sqliteTable("similarity_file_texts", {
  sha256: text("sha256").primaryKey(),
  text: text("text").notNull(),
  readAt: instant("read_at").notNull(),
});
