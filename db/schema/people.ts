import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RowFault } from "#app/features/competitions/people/types.ts";
import { id, instant, json } from "#db/columns.ts";

export const importKinds = ["seats", "members"] as const;
/** reading: rows are still arriving; ready: to be looked at; applying: the worker is at it; done. */
export const importStatuses = ["reading", "ready", "applying", "done", "discarded"] as const;
/** What happens, or happened, with a row. */
export const rowVerdicts = ["newAccount", "existing", "already", "fault", "done", "failed"] as const;

/** A table of people that was read and waits for somebody to look at it and apply it. */
export const personImports = sqliteTable(
  "person_imports",
  {
    id: id("id", "personImport").primaryKey(),
    kind: text("kind", { enum: importKinds }).notNull(),
    /** The edition of seats, the agency of members. */
    scopeId: text("scope_id").notNull(),
    fileName: text("file_name").notNull(),
    status: text("status", { enum: importStatuses }).notNull(),
    createdBy: id("created_by", "user").notNull(),
    createdAt: instant("created_at").notNull(),
    appliedBy: id("applied_by", "user"),
    appliedAt: instant("applied_at"),
  },
  (t) => [index("person_imports_scope").on(t.scopeId, t.createdAt)],
);

export const personImportRows = sqliteTable(
  "person_import_rows",
  {
    importId: id("import_id", "personImport")
      .notNull()
      .references(() => personImports.id),
    /** As the spreadsheet numbers it. */
    line: integer("line").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    role: text("role").notNull(),
    place: text("place").notNull(),
    verdict: text("verdict", { enum: rowVerdicts }).notNull(),
    faults: json<RowFault[]>("faults").notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] }), index("person_import_rows_verdict").on(t.importId, t.verdict, t.line)],
);
