import { createHash, createPublicKey, verify } from "node:crypto";
import type { CheckpointReason, ParsedNote, PublicReason } from "#app/features/audit/checkpoints/types.ts";

/** Name under which this house signs its log, from the address at which people reach it; also the first line of every checkpoint. */
export const originOf = (baseUrl: string): string => `${new URL(baseUrl).host}/audit`;

/** The three lines of a C2SP checkpoint (c2sp.org/tlog-checkpoint): origin, size, base64 of the root. */
export const checkpointText = (head: { origin: string; size: number; root: Buffer }): string =>
  `${head.origin}\n${head.size}\n${head.root.toString("base64")}\n`;

type Signer = { publicKeyPem: string; sign: (text: string) => string };

/** A signed note (c2sp.org/signed-note): the text, an empty line, an em dash, the signer's name, base64 of key id and Ed25519 signature. */
export function signedNote(text: string, name: string, key: Signer): string {
  const signature = Buffer.concat([keyIdOf(name, rawKeyOf(key.publicKeyPem)), Buffer.from(key.sign(text), "base64url")]);
  return `${text}\n\u2014 ${name} ${signature.toString("base64")}\n`;
}

/** What people keep to check signatures with: name, key id in hex and base64 of the algorithm's byte (1, Ed25519) and the key. */
export function verifierKeyOf(name: string, publicKeyPem: string): string {
  const raw = rawKeyOf(publicKeyPem);
  return `${name}+${keyIdOf(name, raw).toString("hex")}+${Buffer.concat([Buffer.of(1), raw]).toString("base64")}`;
}

/** First four bytes of SHA-256 over name, line feed, the algorithm's byte and the 32 bytes of the key. */
const keyIdOf = (name: string, raw: Buffer): Buffer =>
  createHash("sha256").update(`${name}\n`).update(Buffer.of(1)).update(raw).digest().subarray(0, 4);

/** The 32 bytes of an Ed25519 key, which end its SPKI form. */
const rawKeyOf = (publicKeyPem: string): Buffer =>
  createPublicKey(publicKeyPem).export({ type: "spki", format: "der" }).subarray(-32);

/** Reads a signed checkpoint; null when it is none. Further lines below the root belong to the text and are signed with it. */
export function readNote(note: string): ParsedNote | null {
  const end = note.indexOf("\n\n");
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split("\n");
  const hash = Buffer.from(root ?? "", "base64");
  const signatures = note.slice(end + 2).split("\n").flatMap(readSignature);
  if (end < 0 || !origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? "") || hash.length !== 32 || signatures.length === 0) return null;
  return { text, origin, size: Number(size), root: hash, signatures };
}

function readSignature(line: string): ParsedNote["signatures"] {
  const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? "", "base64");
  // A plain signature, and one that states its time; lines of other lengths are somebody else's, as the format allows.
  return name && (bytes.length === 68 || bytes.length === 76) ? [{ name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }] : [];
}

/** Whether one of the signatures is of this key. */
export function isSignedBy(note: ParsedNote, publicKeyPem: string): boolean {
  const raw = rawKeyOf(publicKeyPem);
  return note.signatures.some(
    ({ name, keyId, signature }) =>
      signature.length === 64 && keyId.equals(keyIdOf(name, raw)) && verify(null, Buffer.from(note.text), createPublicKey(publicKeyPem), signature),
  );
}

/**
 * What the public reads of why a checkpoint was made. That readings were handed out or minutes signed is known to few before
 * the list is published, so such acts have one name and no edition.
 */
export const publicReasonOf = (reason: CheckpointReason): PublicReason =>
  reason === "daily" || reason === "opened" || reason === "published" || reason === "final" ? reason : "act";
