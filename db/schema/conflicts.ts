import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** A person may not judge an entry, or anything of an agency. */
export const conflicts = sqliteTable(
  "conflicts",
  {
    id: id("id", "conflict").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    userId: id("user_id", "user")
      .notNull()
      .references(() => users.id),
    proposalId: id("proposal_id", "proposal").references(() => proposals.id),
    agencyId: id("agency_id", "agency").references(() => agencies.id),
    source: text("source", { enum: ["declared", "detected"] }).notNull(),
    reason: text("reason").notNull(),
    declaredAt: instant("declared_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("conflicts_proposal").on(t.userId, t.proposalId).where(sql`withdrawn_at is null and proposal_id is not null`),
    uniqueIndex("conflicts_agency").on(t.editionId, t.userId, t.agencyId).where(sql`withdrawn_at is null and agency_id is not null`),
    index("conflicts_edition").on(t.editionId),
  ],
);
