import { createPublicKey } from "node:crypto";
import { isSignedBy, readNote } from "#app/features/audit/checkpoints/rules.ts";
import type { ProvenEntry, Proofs } from "#app/features/audit/proofs/types.ts";
import { leafOf } from "#app/features/audit/rules.ts";
import { isIncluded } from "#app/features/audit/tree/rules.ts";
import type { BundleFault } from "#app/features/ranking/bundle/types.ts";

/** What a record of the log says, as far as a bundle asks. */
export type LoggedAct = { seq: number; action: string; subject: { kind: string; id: string }; data: Record<string, unknown> | null };

type Checked = { faults: BundleFault[]; acts: LoggedAct[] };

/**
 * Checks the signature of the checkpoint with the given key, that each entry stands in its log, and that each record is that of its
 * leaf. Without a key of the reader's own the one in the file is taken, which shows only that the file agrees with itself.
 */
export function checkProofs({ key, checkpoint, entries }: Proofs, ownKey: string | null): Checked {
  const note = readNote(checkpoint);
  const pem = pemOf(ownKey ?? key);
  if (!note || !pem || !isSignedBy(note, pem)) return { faults: [{ code: "proof", detail: "checkpoint" }], acts: [] };
  if (ownKey !== null && ownKey.trim() !== key.trim()) return { faults: [{ code: "proof", detail: "key" }], acts: [] };
  const bad = entries.filter((entry) => !stands(entry, note));
  const acts = entries.flatMap(({ record }) => (record === null ? [] : [JSON.parse(record) as LoggedAct]));
  return { faults: bad.slice(0, 1).map(({ seq }) => ({ code: "proof", detail: String(seq) })), acts };
}

function stands({ seq, leaf, salt, record, proof }: ProvenEntry, { size, root }: { size: number; root: Buffer }): boolean {
  const isOwn = record === null || (leafOf(salt ?? "", record) === leaf && (JSON.parse(record) as LoggedAct).seq === seq);
  const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
  return isOwn && isIncluded({ leaf: bytes(leaf), index: seq - 1, size, proof: proof.map(bytes), root });
}

/** The key of `name+keyid+base64` in the form signatures are checked with; null when it is none. */
function pemOf(key: string): string | null {
  const bytes = Buffer.from(/^[^\s+]+\+[0-9a-f]{8}\+(\S+)$/.exec(key.trim())?.[1] ?? "", "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return createPublicKey({ key: der, format: "der", type: "spki" }).export({ type: "spki", format: "pem" }).toString();
}
