import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { PlanChange, PlanProgress, PlanResult } from "#app/features/assignment/plans/types.ts";
import { bands } from "#app/features/assignment/solver/types.ts";
import { id, instant, json } from "#db/columns.ts";
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

/** How well a person knows a category of the edition, by his own word or the organiser's. */
export const readerExpertise = sqliteTable(
  "reader_expertise",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    category: text("category").notNull(),
    band: text("band", { enum: bands }).notNull(),
    setBy: id("set_by", "user").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.userId, t.category] })],
);

/** How many entries of one stage a person reads at least and at most; nobody's own word. */
export const readerBounds = sqliteTable(
  "reader_bounds",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    least: integer("least").notNull(),
    most: integer("most").notNull(),
    setBy: id("set_by", "user").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.userId] })],
);

/** How many readers an entry needs at a stage where it is not what the stage says: one more, fewer, or none. */
export const readerTargets = sqliteTable(
  "reader_targets",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    readers: integer("readers").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.stage, t.proposalId] })],
);

/** How many readers every entry of a stage needs since a plan changed what the rules say; entries with a number of their own keep it. */
export const stageReaders = sqliteTable(
  "stage_readers",
  {
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    readers: integer("readers").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.stage] })],
);

/** queued, running: the worker solves it; ready: to be looked at; failed: it cannot be done, `result` says why; applying: the worker writes it. */
export const planStatuses = ["queued", "running", "ready", "failed", "cancelled", "discarded", "applying", "applied", "undoing", "undone"] as const;
export const planCauses = ["organiser", "divergence", "greyZone", "recusal"] as const;

/** A change of who reads what, worked out before anything is written, applied only as it was seen, and kept for good. */
export const assignmentPlans = sqliteTable(
  "assignment_plans",
  {
    id: id("id", "assignmentPlan").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    stage: text("stage").notNull(),
    change: json<PlanChange>("change").notNull(),
    cause: text("cause", { enum: planCauses }).notNull(),
    reason: text("reason").notNull(),
    status: text("status", { enum: planStatuses }).notNull(),
    seed: integer("seed").notNull(),
    /** What the solver is at; null before and after. */
    phase: text("phase"),
    result: json<PlanResult>("result"),
    /** SHA-256 of everything the result was worked out from; another one at applying makes it stale. */
    basis: text("basis"),
    /** SHA-256 of the result. */
    digest: text("digest"),
    createdBy: id("created_by", "user").notNull(),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
    appliedBy: id("applied_by", "user"),
    appliedAt: instant("applied_at"),
    undoneAt: instant("undone_at"),
    /** How far the worker is in writing it; null for a plan written at once. */
    progress: json<PlanProgress>("progress"),
    /** Why the worker could not begin to write it; null again when that is asked anew. */
    refusal: text("refusal"),
  },
  (t) => [index("assignment_plans_edition").on(t.editionId, t.stage, t.createdAt)],
);
