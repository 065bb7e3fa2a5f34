import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { flag, id, instant, json } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";

export const editionStatuses = ["draft", "open", "closed"] as const;
export const seatRoles = [
  "organiser",
  "screener",
  "evaluator",
  "juror",
  "chair",
  "observer",
  "signatory",
  "auditor",
] as const;

export const editions = sqliteTable("editions", {
  id: id("id", "edition").primaryKey(),
  /** In every address of the edition. */
  slug: text("slug").notNull().unique(),
  presetKey: text("preset_key"),
  definition: json<Definition>("definition").notNull(),
  status: text("status", { enum: editionStatuses }).notNull(),
  /** A rehearsal: every page and PDF carries LATIHAN, certificates are signed with another key. */
  rehearsal: flag("rehearsal").notNull(),
  /** Bumped by every change of the definition; a form with an older one is stale. */
  revision: integer("revision").notNull(),
  /** Number of the last submission; receipts are issued from it inside the transaction. */
  lastNumber: integer("last_number").notNull(),
  /** Seed of the last tie rule; 0 until the edition is bound, before anything is marked. */
  tieSeed: integer("tie_seed").notNull(),
  createdBy: id("created_by", "user").notNull(),
  createdAt: instant("created_at").notNull(),
  openedAt: instant("opened_at"),
});

export const seats = sqliteTable(
  "seats",
  {
    id: id("id", "seat").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: seatRoles }).notNull(),
    organisation: text("organisation").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
    removalReason: text("removal_reason"),
  },
  (t) => [
    uniqueIndex("seats_once").on(t.editionId, t.userId, t.role).where(sql`removed_at is null`),
    index("seats_user").on(t.userId),
  ],
);

/** Every time a window of an open edition was made longer; with its reason, for everybody to read. */
export const stageExtensions = sqliteTable(
  "stage_extensions",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    /** Of the edition before the change, so that no two changes claim the same one. */
    revision: integer("revision").notNull(),
    stage: text("stage").notNull(),
    closedAt: instant("closed_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    reason: text("reason").notNull(),
    extendedBy: id("extended_by", "user")
      .notNull()
      .references(() => users.id),
    extendedAt: instant("extended_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.revision] })],
);

/** Every value of the rules that was changed by hand: with its reason once the edition was open, and then for everybody to read. */
export const editionChanges = sqliteTable(
  "edition_changes",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    /** Of the edition before the change; several values may be changed by one. */
    revision: integer("revision").notNull(),
    position: integer("position").notNull(),
    /** Of the value, things named by their keys. */
    path: text("path").notNull(),
    /** The page it stands on. */
    page: text("page").notNull(),
    what: json<Words>("what").notNull(),
    before: json<Words>("before").notNull(),
    after: json<Words>("after").notNull(),
    /** null = changed while the edition was a draft, when no reason is asked. */
    reason: text("reason"),
    changedBy: id("changed_by", "user")
      .notNull()
      .references(() => users.id),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.revision, t.position] }), index("edition_changes_page").on(t.editionId, t.page, t.revision)],
);
