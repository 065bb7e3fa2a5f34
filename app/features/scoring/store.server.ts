import { and, eq, sql } from "drizzle-orm";
import type { SheetId } from "#app/features/scoring/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { marks, scoreSheets } from "#db/schema/scoring.ts";

type Reach = Pick<Ctx, "db">;
export type SheetRow = typeof scoreSheets.$inferSelect;

export const findSheet = (ctx: Reach, id: SheetId): SheetRow | undefined =>
  ctx.db.select().from(scoreSheets).where(eq(scoreSheets.id, id)).get();

/** Refuses `scoring.stale` (409) when another window made the sheet first. */
export function insertSheet(ctx: Reach, sheet: typeof scoreSheets.$inferInsert): void {
  try {
    ctx.db.insert(scoreSheets).values(sheet).run();
  } catch (error) {
    if (isUniqueViolation(error, "score_sheets.assignment_id")) throw new DomainError("scoring.stale", { kind: "conflict" });
    throw error;
  }
}

/** Changes a sheet that still has the revision; true when it had. */
export function updateSheet(ctx: Reach, sheet: { id: SheetId; revision: number }, change: Partial<SheetRow>): boolean {
  const seen = and(eq(scoreSheets.id, sheet.id), eq(scoreSheets.revision, sheet.revision));
  return ctx.db.update(scoreSheets).set(change).where(seen).run().changes === 1;
}

export type MarkRow = typeof marks.$inferInsert;

/** Marks and notes of one sheet; what is not named stays. */
export function saveMarkRows(ctx: Reach, rows: readonly MarkRow[]): void {
  if (rows.length === 0) return;
  ctx.db
    .insert(marks)
    .values([...rows])
    .onConflictDoUpdate({
      target: [marks.sheetId, marks.criterionKey],
      set: { mark: sql`excluded.mark`, note: sql`excluded.note` },
    })
    .run();
}
