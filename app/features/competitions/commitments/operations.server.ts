import { recordAudit } from "#app/features/audit/operations.server.ts";
import { modelVersion, seedHashOf } from "#app/features/competitions/commitments/rules.ts";
import { findCommitmentRow, insertCommitment, revealCommitment } from "#app/features/competitions/commitments/store.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";

/**
 * Binds an edition before anything is marked: draws the seed of the last tie rule and records the SHA-256 of its rules, the model
 * and the hash of the seed. Called by whatever opens the way to marks (handing out readings, the window, the first mark), after
 * submissions have closed, in the transaction of that act; does nothing when it was done before.
 */
export function bindEdition(ctx: Ctx, editionId: EditionId): void {
  if (!ctx.db.$client.inTransaction) throw new Error("an edition is bound in the transaction of an act");
  if (findCommitmentRow(ctx, editionId)) return;
  const { definition } = getEdition(ctx, editionId);
  const seed = 1 + Math.floor(ctx.random() * (2 ** 31 - 1));
  const seedNonce = Buffer.from(ctx.randomBytes(32)).toString("hex");
  const bound = { rules: sha256Hex(canonicalJson(definition)), model: modelVersion, seedHash: seedHashOf(seedNonce, seed) };
  insertCommitment(ctx, { editionId, committedAt: ctx.now, ...bound, seedNonce, revealedAt: null }, seed);
  recordAudit(ctx, { action: "competitions.commit", subject: { kind: "edition", id: editionId }, editionId, data: bound });
}

/** Lets everybody read the seed and its nonce, when the first list is published; in the transaction of that act. Once. */
export function revealSeed(ctx: Ctx, editionId: EditionId): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a seed is revealed in the transaction of an act");
  const row = findCommitmentRow(ctx, editionId);
  if (!row || !revealCommitment(ctx, editionId)) return;
  const data = { seed: getEdition(ctx, editionId).tieSeed, nonce: row.seedNonce };
  recordAudit(ctx, { action: "competitions.revealSeed", subject: { kind: "edition", id: editionId }, editionId, data });
}
