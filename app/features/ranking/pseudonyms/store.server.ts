import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { rankingPseudonyms } from "#db/schema/ranking.ts";

export function insertPseudonyms(ctx: Pick<Ctx, "db">, rows: { editionId: EditionId; userId: Id<"user">; number: number }[]): void {
  if (rows.length > 0) ctx.db.insert(rankingPseudonyms).values(rows).run();
}
