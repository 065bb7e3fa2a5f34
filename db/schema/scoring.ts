import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { alarmSteps, signals } from "#app/features/scoring/signals/types.ts";
import type { AgreedSource, Anchor, MissingReading } from "#app/features/scoring/types.ts";
import { id, instant, json } from "#db/columns.ts";
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
    /** For the eyes of its writer alone. */
    privateNote: text("private_note").notNull().default(""),
    /** The page that saved last, by the random name it gave itself: a save whose answer was lost is known again by it. */
    lastPage: text("last_page"),
    /** When the first mark or note was kept; null on sheets older than this column. */
    begunAt: instant("begun_at"),
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

/** A desk that was closed with readings missing; they stay as they are, so that reopening gives everything back. */
export const rounds = sqliteTable(
  "rounds",
  {
    id: id("id", "round").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    reason: text("reason").notNull(),
    missing: json<MissingReading[]>("missing").notNull(),
    closedBy: id("closed_by", "user").notNull(),
    closedAt: instant("closed_at").notNull(),
    reopenedBy: id("reopened_by", "user"),
    reopenedAt: instant("reopened_at"),
    reopenReason: text("reopen_reason"),
  },
  (t) => [uniqueIndex("rounds_standing").on(t.editionId, t.stage).where(sql`reopened_at is null`)],
);

/** A value a small group agreed on for one entry after its independent marks were locked; those stay beside it. */
export const agreedValues = sqliteTable(
  "agreed_values",
  {
    id: id("id", "agreement").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    /** The weighted total of `marks`, hundredths of a point rounded half up, for the eye. */
    value: integer("value").notNull(),
    /** Hundredths of a point by criterion: what was agreed. */
    marks: json<Record<string, number>>("marks").notNull().default({}),
    reason: text("reason").notNull(),
    /** Who was there. */
    present: json<string[]>("present").notNull(),
    /** Totals of the independent sheets as they stood. */
    sources: json<AgreedSource[]>("sources").notNull(),
    /** Day of the meeting, YYYY-MM-DD. */
    heldOn: text("held_on").notNull(),
    recordedBy: id("recorded_by", "user").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    /** Another value stands since then. */
    replacedAt: instant("replaced_at"),
  },
  (t) => [uniqueIndex("agreed_values_standing").on(t.editionId, t.stage, t.proposalId).where(sql`replaced_at is null`)],
);

/** A text everybody marks before the desk opens, with the marks it is worth; it never counts. */
export const trainingEntries = sqliteTable(
  "training_entries",
  {
    id: id("id", "training").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    anchors: json<Anchor[]>("anchors").notNull(),
    createdBy: id("created_by", "user").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("training_entries_stage").on(t.editionId, t.stage)],
);

/** What one person gave a training text; once, so that the comparison is honest. */
export const trainingMarks = sqliteTable(
  "training_marks",
  {
    trainingId: id("training_id", "training")
      .notNull()
      .references(() => trainingEntries.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    marks: json<Record<string, number>>("marks").notNull(),
    markedAt: instant("marked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.trainingId, t.userId] })],
);

/** What the chair did about an alarm that rang of an assessor; one line an answer, none is ever changed. */
export const alarmAnswers = sqliteTable(
  "alarm_answers",
  {
    id: id("id", "alarmAnswer").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    /** Of whom it rang. */
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    signal: text("signal", { enum: signals }).notNull(),
    /** Locked sheets of the person when it was answered: an alarm may ring anew of more. */
    sheets: integer("sheets").notNull(),
    step: text("step", { enum: alarmSteps }).notNull(),
    reason: text("reason").notNull(),
    answeredBy: id("answered_by", "user").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [index("alarm_answers_stage").on(t.editionId, t.stage, t.userId)],
);
