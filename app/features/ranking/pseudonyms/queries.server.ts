import { eq } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { rankingPseudonyms } from "#db/schema/ranking.ts";

/** Numbers of the assessors of an edition. For operations and pages that have authorised. */
export const pseudonymsOf = (ctx: Pick<Ctx, "db">, editionId: EditionId): Map<Id<"user">, number> =>
  new Map(
    ctx.db
      .select({ userId: rankingPseudonyms.userId, number: rankingPseudonyms.number })
      .from(rankingPseudonyms)
      .where(eq(rankingPseudonyms.editionId, editionId))
      .all()
      .map((row) => [row.userId, row.number]),
  );

/** Who goes by which number. For pages that have asked `mayNameAssessors`. */
export function namesByNumber(ctx: Pick<Ctx, "db">, editionId: EditionId): Record<number, string> {
  const numbers = pseudonymsOf(ctx, editionId);
  const names = namesOf(ctx, [...numbers.keys()]);
  return Object.fromEntries([...numbers].map(([userId, number]) => [number, names.get(userId) ?? ""]));
}
