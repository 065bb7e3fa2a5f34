import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingVersions } from "#db/schema/ranking.ts";

export const objections = sqliteTable(
  "objections",
  {
    id: id("id", "objection").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    proposalId: id("proposal_id", "proposal").references(() => proposals.id),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    text: text("text").notNull(),
    filedAt: instant("filed_at").notNull(),
    status: text("status", { enum: ["open", "upheld", "rejected"] }).notNull(),
    decision: text("decision").notNull(),
    decidedBy: id("decided_by", "user"),
    decidedAt: instant("decided_at"),
  },
  (t) => [uniqueIndex("objections_number").on(t.editionId, t.number), index("objections_list").on(t.listId, t.status)],
);
