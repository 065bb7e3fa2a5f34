import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { sha256Of } from "#app/features/ranking/bundle/rules.ts";
import type { Change } from "#app/features/ranking/bundle/types.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rankingInputs, rankingOrigins } from "#db/schema/list-records.ts";

type Reach = Pick<Ctx, "db">;

export type PackedInputs = { sha256: string; packed: Buffer };

/** Inputs as they are kept; those of a national list take half a second, so this is done before the database is locked. */
export const packInputs = (text: string): PackedInputs => ({ sha256: sha256Of(text), packed: gzipSync(text) });

/** Keeps what a version was computed from, once for equal inputs, and returns its SHA-256. */
export function keepInputs(ctx: Reach, { listId, inputs: { sha256, packed } }: { listId: ListId; inputs: PackedInputs }): string {
  ctx.db.insert(rankingInputs).values({ sha256, packed }).onConflictDoNothing().run();
  ctx.db.insert(rankingOrigins).values({ listId, inputs: sha256, changes: [] }).run();
  return sha256;
}

/** A version that was changed comes from the same inputs. One from before inputs were kept has none to hand on. */
export function copyOrigin(ctx: Reach, { from, to, change }: { from: ListId; to: ListId; change: Change }): void {
  const origin = ctx.db.select().from(rankingOrigins).where(eq(rankingOrigins.listId, from)).get();
  if (origin) ctx.db.insert(rankingOrigins).values({ listId: to, inputs: origin.inputs, changes: [...origin.changes, change] }).run();
}
