import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Legal states of a list (PRODUCT.md 3.6), with the second person between signature and publication. */
export const listStatuses = ["draft", "signed", "provisional", "final", "superseded"] as const;

export const rankingLists = sqliteTable(
  "ranking_lists",
  {
    id: id("id", "list").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    /** Key of the list in the edition's definition: top99. */
    listKey: text("list_key").notNull(),
    version: integer("version").notNull(),
    status: text("status", { enum: listStatuses }).notNull(),
    size: integer("size").notNull(),
    computedBy: id("computed_by", "user").notNull(),
    computedAt: instant("computed_at").notNull(),
    /** The panel's words in the berita acara. */
    minutes: text("minutes").notNull(),
    minutesNumber: text("minutes_number").notNull(),
    signedBy: id("signed_by", "user"),
    signedAt: instant("signed_at"),
    approvedBy: id("approved_by", "user"),
    publishedAt: instant("published_at"),
    /** First instant at which no objection is accepted any more. */
    objectionsCloseAt: instant("objections_close_at"),
    decreeNumber: text("decree_number"),
    decreeDate: text("decree_date"),
    finalisedBy: id("finalised_by", "user"),
    finalisedAt: instant("finalised_at"),
    /** SHA-256 of the canonical rows: printed in the minutes and on the page. */
    digest: text("digest").notNull(),
  },
  (t) => [
    uniqueIndex("ranking_lists_version").on(t.editionId, t.listKey, t.version),
    uniqueIndex("ranking_lists_standing").on(t.editionId, t.listKey).where(sql`status <> 'superseded'`),
    check("ranking_lists_two_persons", sql`approved_by is null or signed_by is null or approved_by <> signed_by`),
  ],
);

export const rankingRows = sqliteTable(
  "ranking_rows",
  {
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingLists.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    rank: integer("rank").notNull(),
    listed: flag("listed").notNull(),
    reserve: flag("reserve").notNull(),
    /** Composed score in hundredths of a point, rounded half up once, for display; order comes from exact fractions. */
    score: integer("score").notNull(),
    /** Locked sheets behind it. */
    reads: integer("reads").notNull(),
    /** What decided between equals: none, a criterion's key, the key of a tie rule, or draw. */
    tieBrokenBy: text("tie_broken_by"),
    /** The share or minimum without which the row would not be listed; none = its place alone. */
    listedBy: text("listed_by"),
  },
  (t) => [primaryKey({ columns: [t.listId, t.proposalId] }), index("ranking_rows_rank").on(t.listId, t.rank)],
);
