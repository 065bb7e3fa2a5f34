import type { Ctx } from "#app/lib/ctx.ts";
import { rankingMoves } from "#db/schema/list-records.ts";

export type MoveRecord = typeof rankingMoves.$inferSelect;

export function insertMove(ctx: Pick<Ctx, "db">, move: MoveRecord): void {
  ctx.db.insert(rankingMoves).values(move).run();
}
