import type { Ctx } from "#app/lib/ctx.ts";
import { editionChanges } from "#db/schema/competitions.ts";

export type ChangeRow = typeof editionChanges.$inferInsert;

/** Kept for good: nothing rewrites them. */
export function insertChanges(ctx: Pick<Ctx, "db">, rows: readonly ChangeRow[]): void {
  if (rows.length > 0) ctx.db.insert(editionChanges).values([...rows]).run();
}
