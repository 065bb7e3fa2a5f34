import type { Ctx } from "#app/lib/ctx.ts";
import { similarityFileTexts } from "#db/schema/similarity.ts";

/** Keeps the words of a file; what is kept already stays. */
export function saveFileText(ctx: Pick<Ctx, "db" | "now">, file: { sha256: string; text: string }): void {
  ctx.db.insert(similarityFileTexts).values({ ...file, readAt: ctx.now }).onConflictDoNothing().run();
}
