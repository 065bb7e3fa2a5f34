import { eq } from "drizzle-orm";
import type { Commitment } from "#app/features/competitions/commitments/types.ts";
import { maySeeEdition } from "#app/features/competitions/policy.ts";
import { modelVersion } from "#app/features/competitions/commitments/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { editionCommitments } from "#db/schema/commitments.ts";

/** By which way of computing the lists of an edition are made: the one it was bound to, and until then that of today. The caller has authorised. */
export const boundModel = (ctx: Pick<Ctx, "db">, editionId: EditionId): string =>
  ctx.db.select({ model: editionCommitments.model }).from(editionCommitments).where(eq(editionCommitments.editionId, editionId)).get()?.model ?? modelVersion;

/**
 * What an edition is bound to, for everybody who may see it; null before it is bound. The seed is among it only once the first
 * list was published.
 */
export function findCommitment(ctx: Pick<Ctx, "db" | "actor">, edition: Pick<Edition, "id" | "status" | "tieSeed">): Commitment | null {
  if (!maySeeEdition(ctx.actor, edition)) return null;
  const row = ctx.db.select().from(editionCommitments).where(eq(editionCommitments.editionId, edition.id)).get();
  if (!row) return null;
  const { seedNonce, ...said } = row;
  return { ...said, ...(row.revealedAt === null ? { seed: null, nonce: null } : { seed: edition.tieSeed, nonce: seedNonce }) };
}
