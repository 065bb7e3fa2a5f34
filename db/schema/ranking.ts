import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, QueryBuilder, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Abstention, ListModel, RunRefusal } from "#app/features/ranking/types.ts";
import type { Flag } from "#app/features/ranking/calibration/guards/rules.ts";
import { flag, id, instant, json } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Legal states of a list (PRODUCT.md 3.6), with the second person between signature and publication. */
export const listStatuses = ["draft", "signed", "provisional", "final", "superseded"] as const;

/** Every version, also one that is still being written (`keeping`): for the store and for references. Whoever reads asks `rankingLists`. */
export const rankingVersions = sqliteTable(
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
    /** By what it ranks, as the rules said when it was computed. */
    quantity: text("quantity", { enum: ["raw", "calibrated", "quality"] }).notNull().default("raw"),
    /** The fitted model, its seed and what it warns of; none for lists from before there was one. */
    model: json<ListModel>("model"),
    /** Why the panel signs although nothing links all assessors. */
    waiverReason: text("waiver_reason"),
    waivedBy: id("waived_by", "user"),
    waivedAt: instant("waived_at"),
    /** Who took no part in deciding which entries, as found when they signed or approved. */
    abstentions: json<Abstention[]>("abstentions").notNull().default([]),
    /** Why this version takes the place of a published one, in words for everybody. */
    publicNote: text("public_note"),
  },
  (t) => [
    uniqueIndex("ranking_lists_version").on(t.editionId, t.listKey, t.version),
    uniqueIndex("ranking_lists_standing").on(t.editionId, t.listKey).where(sql`status not in ('superseded', 'keeping')`),
    check("ranking_lists_two_persons", sql`approved_by is null or signed_by is null or approved_by <> signed_by`),
  ],
);

/** A version whose rows are still being written, a part at a time: its number is 0 until the last of them stands. */
export const keepingStatus = sql<string>`'keeping'`;

/** Versions of lists. One that is not wholly written is none: nothing that reads lists can come upon it. */
export const rankingLists = new QueryBuilder()
  .select()
  .from(rankingVersions)
  .where(sql`${rankingVersions.status} <> ${keepingStatus}`)
  .as("ranking_lists");

export const rankingRows = sqliteTable(
  "ranking_rows",
  {
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
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
    /** Named for the panel to choose among. */
    nominee: flag("nominee").notNull().default(false),
    /** Composed values in points, rounded to 1e-8: as given, less leniency, and as predicted. */
    raw: real("raw"),
    calibrated: real("calibrated"),
    quality: real("quality"),
    /** Ranks by each, equals sharing the best of their places. */
    rawRank: integer("raw_rank"),
    calibratedRank: integer("calibrated_rank"),
    /** Share of draws in which it is among the best so many as the list has places. */
    pTop: real("p_top"),
    expectedRank: real("expected_rank"),
    /** Ranks that hold it in nine draws of ten. */
    rankLow: integer("rank_low"),
    rankHigh: integer("rank_high"),
    /** Rank with leniency judged within entries alone, and without the flagged assessors. */
    withinRank: integer("within_rank"),
    unflaggedRank: integer("unflagged_rank"),
    /** Rank by raw marks without the highest and lowest of every entry; none for one with fewer than five at every stage. */
    trimmedRank: integer("trimmed_rank"),
  },
  (t) => [primaryKey({ columns: [t.listId, t.proposalId] }), index("ranking_rows_rank").on(t.listId, t.rank)],
);

/** What a version found of each assessor at each counting stage. */
export const rankingAssessors = sqliteTable(
  "ranking_assessors",
  {
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    stage: text("stage").notNull(),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    marks: integer("marks").notNull(),
    /** Points above the others, and its standard error; none where it cannot be estimated. */
    leniency: real("leniency"),
    se: real("se"),
    flags: json<Flag[]>("flags").notNull(),
  },
  (t) => [primaryKey({ columns: [t.listId, t.stage, t.userId] })],
);

/** Mean marks of the entries of a category on each criterion, as a version found them: what an entrant is compared with. Points. */
export const rankingPeers = sqliteTable(
  "ranking_peers",
  {
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    stage: text("stage").notNull(),
    categoryKey: text("category_key").notNull(),
    criterionKey: text("criterion_key").notNull(),
    entries: integer("entries").notNull(),
    q1: real("q1").notNull(),
    median: real("median").notNull(),
    q3: real("q3").notNull(),
    /** Spread of single marks about the mean of their entry, over all categories; none where nobody was read twice. */
    readSd: real("read_sd"),
  },
  (t) => [primaryKey({ columns: [t.listId, t.stage, t.categoryKey, t.criterionKey] })],
);

/** Under which number an assessor stands in minutes and bundles of an edition: drawn once, so that it tells nothing of the person. */
export const rankingPseudonyms = sqliteTable(
  "ranking_pseudonyms",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    number: integer("number").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.userId] }), uniqueIndex("ranking_pseudonyms_number").on(t.editionId, t.number)],
);

/** A computation somebody asked for, and how far it is. */
export const rankingRuns = sqliteTable(
  "ranking_runs",
  {
    id: id("id", "run").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    listKey: text("list_key").notNull(),
    askedBy: id("asked_by", "user").notNull(),
    askedAt: instant("asked_at").notNull(),
    status: text("status", { enum: ["queued", "running", "done", "failed"] }).notNull(),
    /** What it does now: read, calibrate, draw, save. */
    step: text("step"),
    refusal: json<RunRefusal>("refusal"),
    finishedAt: instant("finished_at"),
  },
  (t) => [index("ranking_runs_list").on(t.editionId, t.listKey, t.askedAt)],
);

/** What an entrant may read of the assessors' remarks, edited by the organiser; unseen until released. */
export const releasedRemarks = sqliteTable(
  "released_remarks",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    text: text("text").notNull(),
    editedBy: id("edited_by", "user").notNull(),
    editedAt: instant("edited_at").notNull(),
    releasedBy: id("released_by", "user"),
    releasedAt: instant("released_at"),
  },
  (t) => [primaryKey({ columns: [t.proposalId] })],
);
