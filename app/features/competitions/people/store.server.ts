import { and, eq } from "drizzle-orm";
import type { ImportId, ImportStatus, JudgedRow } from "#app/features/competitions/people/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { personImportRows, personImports } from "#db/schema/people.ts";

type Reach = Pick<Ctx, "db">;
export type ImportRecord = typeof personImports.$inferSelect;

export function insertImport(ctx: Reach, record: ImportRecord): void {
  ctx.db.insert(personImports).values(record).run();
}

export function insertRows(ctx: Reach, importId: ImportId, rows: readonly JudgedRow[]): void {
  ctx.db.insert(personImportRows).values(rows.map((row) => ({ importId, ...row }))).run();
}

export function updateRow(ctx: Reach, importId: ImportId, { line, ...change }: Partial<JudgedRow> & { line: number }): void {
  ctx.db.update(personImportRows).set(change).where(and(eq(personImportRows.importId, importId), eq(personImportRows.line, line))).run();
}

/** True when this call moved the import on; false when it stood elsewhere. */
export const moveImport = (ctx: Reach, at: { id: ImportId; from: ImportStatus }, change: Partial<ImportRecord>): boolean =>
  ctx.db.update(personImports).set(change).where(and(eq(personImports.id, at.id), eq(personImports.status, at.from))).run().changes === 1;
