import type { Proofs } from "#app/features/audit/proofs/types.ts";

/** The same proofs for readers who may know that an entry stands, and not what it says. */
export const withoutRecords = (proofs: Proofs): Proofs => ({
  ...proofs,
  entries: proofs.entries.map((entry) => ({ ...entry, salt: null, record: null })),
});
