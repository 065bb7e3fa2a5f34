import type { EditionId } from "#app/features/competitions/types.ts";

/** What an edition was bound to before anything was marked; seed and nonce are null until they are revealed. */
export type Commitment = {
  editionId: EditionId;
  committedAt: number;
  /** SHA-256 of the canonical rules. */
  rules: string;
  model: string;
  /** SHA-256 over nonce and seed. */
  seedHash: string;
  revealedAt: number | null;
  seed: number | null;
  nonce: string | null;
};
