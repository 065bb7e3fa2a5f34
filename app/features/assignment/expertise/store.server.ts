import { and, eq } from "drizzle-orm";
import type { Band } from "#app/features/assignment/solver/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { readerBounds, readerExpertise } from "#db/schema/assignment.ts";

type Of = { editionId: Id<"edition">; userId: Id<"user"> };
type By = { setBy: Id<"user"> };

/** Puts the words of one person in the place of his earlier ones. */
export function replaceExpertise(ctx: Pick<Ctx, "db" | "now">, of: Of & By, known: Readonly<Record<string, Band>>): void {
  ctx.db.delete(readerExpertise).where(and(eq(readerExpertise.editionId, of.editionId), eq(readerExpertise.userId, of.userId))).run();
  const rows = Object.entries(known).map(([category, band]) => ({ ...of, category, band, setAt: ctx.now }));
  if (rows.length > 0) ctx.db.insert(readerExpertise).values(rows).run();
}

/** Sets the bounds of one person; null = none of his own. */
export function saveBounds(ctx: Pick<Ctx, "db" | "now">, of: Of & By, bounds: { least: number; most: number } | null): void {
  ctx.db.delete(readerBounds).where(and(eq(readerBounds.editionId, of.editionId), eq(readerBounds.userId, of.userId))).run();
  if (bounds) ctx.db.insert(readerBounds).values({ ...of, ...bounds, setAt: ctx.now }).run();
}
