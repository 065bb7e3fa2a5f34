import { and, eq, isNull } from "drizzle-orm";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { editionCommitments } from "#db/schema/commitments.ts";
import { editions } from "#db/schema/competitions.ts";

type Reach = Pick<Ctx, "db">;
export type CommitmentRow = typeof editionCommitments.$inferSelect;

export const findCommitmentRow = (ctx: Reach, editionId: EditionId): CommitmentRow | undefined =>
  ctx.db.select().from(editionCommitments).where(eq(editionCommitments.editionId, editionId)).get();

/** Keeps the commitment and the seed it speaks of. */
export function insertCommitment(ctx: Reach, row: CommitmentRow, seed: number): void {
  ctx.db.insert(editionCommitments).values(row).run();
  ctx.db.update(editions).set({ tieSeed: seed }).where(eq(editions.id, row.editionId)).run();
}

/** True when this call revealed it. */
export const revealCommitment = (ctx: Ctx, editionId: EditionId): boolean =>
  ctx.db
    .update(editionCommitments)
    .set({ revealedAt: ctx.now })
    .where(and(eq(editionCommitments.editionId, editionId), isNull(editionCommitments.revealedAt)))
    .run().changes === 1;
