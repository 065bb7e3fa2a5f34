import type { checkpointReasons } from "#db/schema/audit.ts";

export type CheckpointReason = (typeof checkpointReasons)[number];

/** What the public reads of why one was made. */
export type PublicReason = "daily" | "opened" | "published" | "final" | "act";

/** A signed statement that the log of `size` entries has this root; `note` is what is published, byte for byte. */
export type Checkpoint = {
  number: number;
  at: number;
  reason: CheckpointReason;
  editionId: string | null;
  size: number;
  root: string;
  note: string;
};

/** What a note says, and who signed it: 4 bytes of key id and the signature, by name. */
export type ParsedNote = {
  text: string;
  origin: string;
  size: number;
  root: Buffer;
  signatures: { name: string; keyId: Buffer; signature: Buffer }[];
};
