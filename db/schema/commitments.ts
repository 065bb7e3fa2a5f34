import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";

/** What an edition is bound to before anything is marked. */
export const editionCommitments = sqliteTable("edition_commitments", {
  editionId: id("edition_id", "edition")
    .primaryKey()
    .references(() => editions.id),
  committedAt: instant("committed_at").notNull(),
  /** SHA-256 of the canonical rules. */
  rules: text("rules").notNull(),
  /** Version of the model that computes the lists. */
  model: text("model").notNull(),
  /** SHA-256 over nonce and seed of the draw: both are published with the first list. */
  seedHash: text("seed_hash").notNull(),
  seedNonce: text("seed_nonce").notNull(),
  revealedAt: instant("revealed_at"),
});
