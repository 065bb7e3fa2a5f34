/** An entry with what shows that it stands in the log of a checkpoint. Without record and salt only the leaf is shown. */
export type ProvenEntry = { seq: number; leaf: string; salt: string | null; record: string | null; proof: string[] };

/** Entries and the signed statement they are proven against; `key` is what its signature is checked with. */
export type Proofs = { format: "anugerah-proof/1"; key: string; checkpoint: string; entries: ProvenEntry[] };
