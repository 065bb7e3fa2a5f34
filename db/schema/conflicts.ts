import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

/** recognised: said while reading; agency: the agency objects to the person. Detected ones are computed, never stored. */
export const conflictSources = ["declared", "recognised", "agency", "detected"] as const;
export const conflictKinds = ["post", "family", "supervision", "cooperation", "region", "recognised", "other"] as const;
export const conflictStates = ["declared", "confirmed", "rejected", "expired"] as const;

/** A person may not judge an entry, or anything of an agency or of a province. */
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
    source: text("source", { enum: conflictSources }).notNull(),
    reason: text("reason").notNull(),
    declaredAt: instant("declared_at").notNull(),
    /** Since when it does not stand any more: refused or ended by the secretariat, or past its time when another came. */
    withdrawnAt: instant("withdrawn_at"),
    kind: text("kind", { enum: conflictKinds }).notNull().default("other"),
    state: text("state", { enum: conflictStates }).notNull().default("declared"),
    /** Province code; with it neither entry nor agency is named. */
    regionCode: text("region_code"),
    /** Last day of a former post, YYYY-MM-DD. */
    endedOn: text("ended_on"),
    expiresAt: instant("expires_at"),
    /** Who said it of the person; null = the person. */
    declaredBy: id("declared_by", "user"),
    decidedBy: id("decided_by", "user"),
    decidedAt: instant("decided_at"),
    decisionReason: text("decision_reason"),
  },
  (t) => [
    uniqueIndex("conflicts_proposal").on(t.userId, t.proposalId).where(sql`withdrawn_at is null and proposal_id is not null`),
    uniqueIndex("conflicts_agency").on(t.editionId, t.userId, t.agencyId).where(sql`withdrawn_at is null and agency_id is not null`),
    index("conflicts_edition").on(t.editionId),
  ],
);

/**
 * An agency's objection to a person or an organisation, by name: whom it means is found by the edition, and the agency is never
 * told whether somebody of that name judges.
 */
export const agencyObjections = sqliteTable(
  "agency_objections",
  {
    id: id("id", "agencyObjection").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    agencyId: id("agency_id", "agency")
      .notNull()
      .references(() => agencies.id),
    about: text("about", { enum: ["person", "organisation"] }).notNull(),
    /** The name as it was written. */
    name: text("name").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: conflictStates }).notNull(),
    declaredBy: id("declared_by", "user").notNull(),
    declaredAt: instant("declared_at").notNull(),
    /** Whom the secretariat takes it to mean besides those of that very name. */
    meantUserId: id("meant_user_id", "user"),
    expiresAt: instant("expires_at"),
    decidedBy: id("decided_by", "user"),
    decidedAt: instant("decided_at"),
    decisionReason: text("decision_reason"),
  },
  (t) => [index("agency_objections_edition").on(t.editionId, t.agencyId)],
);
