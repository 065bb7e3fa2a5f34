import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id } from "#db/columns.ts";
import { agencies } from "#db/schema/agencies.ts";

/** An award of an earlier year as published; never edited, two publications are two rows. */
export const awardRecords = sqliteTable(
  "award_records",
  {
    id: id("id", "award").primaryKey(),
    competition: text("competition").notNull(),
    year: integer("year").notNull(),
    tier: text("tier").notNull(),
    title: text("title").notNull(),
    agencyName: text("agency_name").notNull(),
    agencyId: id("agency_id", "agency").references(() => agencies.id),
    unit: text("unit").notNull(),
    province: text("province").notNull(),
    source: text("source").notNull(),
    note: text("note").notNull(),
  },
  (t) => [index("award_records_year").on(t.competition, t.year)],
);

/** A published figure of a year: 2019 registered 3,156. */
export const yearAggregates = sqliteTable(
  "year_aggregates",
  {
    id: id("id", "award").primaryKey(),
    competition: text("competition").notNull(),
    year: integer("year").notNull(),
    measure: text("measure").notNull(),
    /** null = not found. */
    value: integer("value"),
    /** As published. */
    text: text("text").notNull(),
    source: text("source").notNull(),
  },
  (t) => [index("year_aggregates_year").on(t.competition, t.year, t.measure)],
);
