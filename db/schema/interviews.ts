import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

export const panels = sqliteTable(
  "panels",
  {
    id: id("id", "panel").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("panels_name").on(t.editionId, t.name)],
);

export const panelMembers = sqliteTable(
  "panel_members",
  {
    panelId: id("panel_id", "panel")
      .notNull()
      .references(() => panels.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.panelId, t.userId] })],
);

/** One interview [startsAt, endsAt). */
export const slots = sqliteTable(
  "interview_slots",
  {
    id: id("id", "slot").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    panelId: id("panel_id", "panel")
      .notNull()
      .references(() => panels.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    meetingUrl: text("meeting_url").notNull(),
    /** Bumped on every move: the SEQUENCE of the calendar invitation. */
    sequence: integer("sequence").notNull(),
    confirmedAt: instant("confirmed_at"),
    confirmedBy: id("confirmed_by", "user"),
    /** Who presented, noted by the panel; null until held. */
    attendance: text("attendance", { enum: ["head", "deputy", "unit", "absent"] }),
  },
  (t) => [
    uniqueIndex("slots_proposal").on(t.stage, t.proposalId),
    uniqueIndex("slots_panel_start").on(t.panelId, t.startsAt),
    index("slots_edition").on(t.editionId, t.startsAt),
  ],
);
