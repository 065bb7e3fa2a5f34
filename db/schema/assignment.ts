import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** Who reads which entry at which stage. */
export const assignments = sqliteTable(
  "assignments",
  {
    id: id("id", "assignment").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    /** Stage key of the edition's definition. */
    stage: text("stage").notNull(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    assignedAt: instant("assigned_at").notNull(),
    /** Recused or taken back; history stays. */
    endedAt: instant("ended_at"),
    endReason: text("end_reason"),
  },
  (t) => [
    uniqueIndex("assignments_once").on(t.stage, t.proposalId, t.userId).where(sql`ended_at is null`),
    index("assignments_user").on(t.userId, t.editionId, t.stage),
    index("assignments_edition").on(t.editionId, t.stage),
  ],
);
