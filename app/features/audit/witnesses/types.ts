import type { Id } from "#app/lib/ids.ts";

export type WitnessId = Id<"witness">;

/** Who else signs checkpoints; `publicKey` is base64 of the 32 bytes of an Ed25519 key. */
export type Witness = { id: WitnessId; title: string; name: string; publicKey: string; registeredAt: number };

/** `cosignature/v1` states when it was made (c2sp.org/tlog-cosignature); a plain signature of the note does not. */
export const cosignatureKinds = ["cosignature/v1", "note"] as const;
export type CosignatureKind = (typeof cosignatureKinds)[number];

/** A signature of a witness under a checkpoint; instants UTC ms. */
export type Cosignature = { witnessId: WitnessId; kind: CosignatureKind; signedAt: number | null; line: string };
