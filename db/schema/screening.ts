import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

export type Check = { key: string; passed: boolean; note: string };

/** An eligibility decision. A later one (appeal, correction) is a new row with a higher version. */
export const screenings = sqliteTable(
  "screenings",
  {
    id: id("id", "screening").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    version: integer("version").notNull(),
    outcome: text("outcome", { enum: ["passed", "failed"] }).notNull(),
    checks: json<Check[]>("checks").notNull(),
    /** Read by the agency. */
    reason: text("reason").notNull(),
    decidedBy: id("decided_by", "user").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [uniqueIndex("screenings_version").on(t.proposalId, t.version), index("screenings_edition").on(t.editionId)],
);
