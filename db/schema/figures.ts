import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { proposalReaches, proposalStatuses } from "#db/schema/proposals.ts";

/**
 * What the control room counts of a proposal, one narrow row each. Owner: the triggers of migration 0019 on `proposals` and
 * `proposal_events`, which hold it equal to both; a migration that makes one of those tables anew must make its triggers anew.
 * Group and category are those submitted last while an entry is redrafted.
 */
export const proposalMarks = sqliteTable(
  "proposal_marks",
  {
    proposalId: id("proposal_id", "proposal").primaryKey(),
    editionId: id("edition_id", "edition").notNull(),
    agencyId: id("agency_id", "agency").notNull(),
    groupKey: text("group_key").notNull(),
    categoryKey: text("category_key").notNull(),
    status: text("status", { enum: proposalStatuses }).notNull(),
    reach: text("reach", { enum: proposalReaches }).notNull(),
    createdAt: instant("created_at").notNull(),
    /** First time at the agency's admin. */
    handedAt: instant("handed_at"),
    /** First submission; a later version changes nothing. */
    submittedAt: instant("submitted_at"),
    /** When it passed screening; null again when that is undone. */
    passedAt: instant("passed_at"),
    withdrawnAt: instant("withdrawn_at"),
    /** Number of the version that stands; 0 = never submitted. */
    versions: integer("versions").notNull(),
  },
  (t) => [
    index("proposal_marks_places").on(t.editionId, t.agencyId, t.status, t.reach, t.groupKey, t.categoryKey),
    index("proposal_marks_kinds").on(t.editionId, t.groupKey, t.categoryKey, t.status, t.reach, t.agencyId),
    index("proposal_marks_created").on(t.editionId, t.createdAt, t.agencyId, t.groupKey, t.categoryKey),
    index("proposal_marks_handed").on(t.editionId, t.handedAt, t.agencyId, t.groupKey, t.categoryKey),
    index("proposal_marks_submitted").on(t.editionId, t.submittedAt, t.agencyId, t.groupKey, t.categoryKey),
    index("proposal_marks_passed").on(t.editionId, t.passedAt, t.agencyId, t.groupKey, t.categoryKey),
  ],
);
