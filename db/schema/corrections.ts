import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

export type CorrectionExtension = { by: string; at: number; from: number; to: number; reason: string };

/** A submitted entry given back to its agency for a while. Owner: proposals. */
export const corrections = sqliteTable(
  "corrections",
  {
    id: id("id", "correction").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    /** First, second, …: the edition says how many there may be. */
    number: integer("number").notNull(),
    /** Questions that may be changed, `identity` for its part; empty = all. */
    fields: json<string[]>("fields").notNull(),
    reasonKeys: json<string[]>("reason_keys").notNull(),
    /** Read by the agency. */
    note: text("note").notNull(),
    requestedBy: id("requested_by", "user").notNull(),
    requestedAt: instant("requested_at").notNull(),
    dueAt: instant("due_at").notNull(),
    extensions: json<CorrectionExtension[]>("extensions").notNull().default([]),
    /** answered: a new version was submitted; lapsed: the clock ran out; null while open. */
    outcome: text("outcome", { enum: ["answered", "lapsed"] }),
    closedAt: instant("closed_at"),
    /** The version that answered it. */
    version: integer("version"),
  },
  (t) => [
    uniqueIndex("corrections_number").on(t.proposalId, t.number),
    uniqueIndex("corrections_open").on(t.proposalId).where(sql`closed_at is null`),
    index("corrections_due").on(t.closedAt, t.dueAt),
    index("corrections_edition").on(t.editionId),
  ],
);
