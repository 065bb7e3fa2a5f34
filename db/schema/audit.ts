import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "#db/columns.ts";

export const auditEntries = sqliteTable(
  "audit_entries",
  {
    /** Without gaps, issued inside the writer's transaction. */
    seq: integer("seq").primaryKey(),
    at: instant("at").notNull(),
    editionId: text("edition_id"),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** RFC 8785 canonical JSON of the whole record; null once erased by law (the leaf stays). */
    record: text("record"),
    salt: text("salt"),
    leaf: text("leaf").notNull(),
    chain: text("chain").notNull(),
  },
  (t) => [index("audit_subject").on(t.subjectKind, t.subjectId, t.seq), index("audit_edition").on(t.editionId, t.seq)],
);
