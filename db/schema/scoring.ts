import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { assignments } from "#db/schema/assignment.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** One assessor's sheet of one entry at one stage; exists from the first mark. */
export const scoreSheets = sqliteTable(
  "score_sheets",
  {
    id: id("id", "sheet").primaryKey(),
    assignmentId: id("assignment_id", "assignment")
      .notNull()
      .unique()
      .references(() => assignments.id),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    status: text("status", { enum: ["draft", "locked"] }).notNull(),
    note: text("note").notNull(),
    revision: integer("revision").notNull(),
    updatedAt: instant("updated_at").notNull(),
    lockedAt: instant("locked_at"),
  },
  (t) => [index("score_sheets_entry").on(t.editionId, t.stage, t.proposalId)],
);

export const marks = sqliteTable(
  "marks",
  {
    sheetId: id("sheet_id", "sheet")
      .notNull()
      .references(() => scoreSheets.id),
    criterionKey: text("criterion_key").notNull(),
    /** Hundredths of a point; null while only the note is written. A locked sheet has no null. */
    mark: integer("mark"),
    note: text("note").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sheetId, t.criterionKey] })],
);
