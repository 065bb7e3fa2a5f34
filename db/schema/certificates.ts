import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant } from "#db/columns.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingVersions } from "#db/schema/ranking.ts";

export const certificates = sqliteTable(
  "certificates",
  {
    id: id("id", "certificate").primaryKey(),
    editionId: id("edition_id", "edition")
      .notNull()
      .references(() => editions.id),
    listId: id("list_id", "list")
      .notNull()
      .references(() => rankingVersions.id),
    proposalId: id("proposal_id", "proposal")
      .notNull()
      .references(() => proposals.id),
    /** 2026/T45/0017, issued in sequence inside the transaction. */
    serial: text("serial").notNull().unique(),
    sequence: integer("sequence").notNull(),
    /** Unguessable short code in the QR. */
    code: text("code").notNull().unique(),
    /** RFC 8785 canonical JSON of the claim: what is awarded to whom for what. */
    claim: text("claim").notNull(),
    /** Ed25519 over the claim, base64url. */
    signature: text("signature").notNull(),
    keyId: text("key_id").notNull(),
    rehearsal: flag("rehearsal").notNull(),
    issuedBy: id("issued_by", "user").notNull(),
    issuedAt: instant("issued_at").notNull(),
    /** SHA-256 of the PDF, once made. */
    pdfSha256: text("pdf_sha256"),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason"),
  },
  (t) => [
    uniqueIndex("certificates_once").on(t.listId, t.proposalId),
    index("certificates_edition").on(t.editionId, t.serial),
  ],
);
