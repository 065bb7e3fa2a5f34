import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant, json } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

export type Check = { key: string; passed: boolean; note: string };

/** Where a case stands; the table of steps is in the room's rules. */
export const caseStates = [
  "open",
  "proposed",
  "disputed",
  "returned",
  "passed",
  "failed",
  "admitted",
  "rejected",
  "appealed",
  "upheld",
  "dismissed",
] as const;

/** What a screener said: outright, as the first, second or third pair of eyes, taking back, or on an appeal. */
export const verdictKinds = ["decide", "propose", "confirm", "disagree", "settle", "undo", "uphold", "dismiss"] as const;

/** What was said of an entry. A later word (second screener, undo, appeal) is a new row with a higher version. */
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
    /** Counts how often the case was opened anew: a person speaks once a round. */
    round: integer("round").notNull().default(1),
    kind: text("kind", { enum: verdictKinds }).notNull().default("decide"),
    outcome: text("outcome", { enum: ["passed", "failed"] }).notNull(),
    checks: json<Check[]>("checks").notNull(),
    /** Keys of the edition's list of reasons. */
    reasonKeys: json<string[]>("reason_keys").notNull().default([]),
    /** Read by the agency once it is announced. */
    reason: text("reason").notNull(),
    decidedBy: id("decided_by", "user").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** When the person took the entry; null where it was decided without being taken. */
    startedAt: instant("started_at"),
  },
  (t) => [
    uniqueIndex("screenings_version").on(t.proposalId, t.version),
    uniqueIndex("screenings_one_voice").on(t.proposalId, t.round, t.decidedBy).where(sql`kind <> 'undo'`),
    index("screenings_edition").on(t.editionId),
  ],
);

/** One entry in screening. Made when somebody first lays hands on it. */
export const screeningCases = sqliteTable(
  "screening_cases",
  {
    proposalId: id("proposal_id", "proposal")
      .primaryKey()
      .references(() => proposals.id),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    state: text("state", { enum: caseStates }).notNull(),
    round: integer("round").notNull(),
    /** The verdict that stands, or null. */
    screeningId: id("screening_id", "screening").references(() => screenings.id),
    /** To whose queue it comes back. */
    handlerId: id("handler_id", "user"),
    changedAt: instant("changed_at").notNull(),
    announcedAt: instant("announced_at"),
  },
  (t) => [index("screening_cases_state").on(t.editionId, t.state)],
);

/** Who works at an entry now: one person, by its key. */
export const screeningClaims = sqliteTable(
  "screening_claims",
  {
    proposalId: id("proposal_id", "proposal")
      .primaryKey()
      .references(() => proposals.id),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    userId: id("user_id", "user").notNull(),
    claimedAt: instant("claimed_at").notNull(),
    /** Last sign of work; a claim without one runs out. */
    activeAt: instant("active_at").notNull(),
  },
  (t) => [index("screening_claims_user").on(t.editionId, t.userId)],
);

export type DraftFindings = { findings: Record<string, "pass" | "fail">; notes: Record<string, string>; reasons: string[]; reason: string };

/** Findings not yet given, as they were typed. */
export const screeningDrafts = sqliteTable(
  "screening_drafts",
  {
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    userId: id("user_id", "user").notNull(),
    content: json<DraftFindings>("content").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.userId] })],
);

/** Sanggah administrasi: one an entry, with one PDF at most. */
export const screeningAppeals = sqliteTable(
  "screening_appeals",
  {
    id: id("id", "appeal").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .unique()
      .references(() => proposals.id),
    text: text("text").notNull(),
    fileName: text("file_name"),
    bytes: integer("bytes"),
    sha256: text("sha256"),
    filedBy: id("filed_by", "user").notNull(),
    filedAt: instant("filed_at").notNull(),
    decideBy: instant("decide_by").notNull(),
    status: text("status", { enum: ["open", "upheld", "dismissed"] }).notNull(),
    decision: text("decision").notNull().default(""),
    decidedBy: id("decided_by", "user"),
    decidedAt: instant("decided_at"),
  },
  (t) => [index("screening_appeals_edition").on(t.editionId, t.status)],
);
