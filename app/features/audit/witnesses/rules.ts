import { createHash, createPublicKey, verify } from "node:crypto";
import { readNote } from "#app/features/audit/checkpoints/rules.ts";
import type { ParsedNote } from "#app/features/audit/checkpoints/types.ts";
import type { Cosignature, CosignatureKind, Witness } from "#app/features/audit/witnesses/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Byte of the algorithm in a key's id: a plain Ed25519 signature of a note, or a timestamped one (c2sp.org/signed-note, c2sp.org/tlog-cosignature). */
const algorithms: Record<CosignatureKind, number> = { note: 1, "cosignature/v1": 4 };

/** First four bytes of SHA-256 over name, line feed, the algorithm's byte and the 32 bytes of the key. */
const keyIdOf = (name: string, algorithm: number, raw: Buffer): Buffer => createHash("sha256").update(`${name}\n`).update(Buffer.of(algorithm)).update(raw).digest().subarray(0, 4);

type Key = Pick<Witness, "name" | "publicKey">;

/**
 * Reads a verifier key, `name+id+base64`, of either algorithm. Refuses `audit.keyUnreadable` when it is none, when its id is not its own,
 * and when its bytes are no Ed25519 key.
 */
export function readWitnessKey(text: string): Key {
  const [, name, keyId, encoded] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44}=?)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? "", "base64");
  const [algorithm, raw] = [bytes[0] ?? 0, bytes.subarray(1)];
  const isKnown = name !== undefined && raw.length === 32 && Object.values(algorithms).includes(algorithm) && keyIdOf(name, algorithm, raw).toString("hex") === keyId;
  if (!isKnown) throw new DomainError("audit.keyUnreadable");
  return { name, publicKey: raw.toString("base64") };
}

/** What people keep to check the timestamped signatures of a witness with. */
export function witnessKeyOf({ name, publicKey }: Key, kind: CosignatureKind = "cosignature/v1"): string {
  const raw = Buffer.from(publicKey, "base64");
  const algorithm = algorithms[kind];
  return `${name}+${keyIdOf(name, algorithm, raw).toString("hex")}+${Buffer.concat([Buffer.of(algorithm), raw]).toString("base64")}`;
}

type Read = Omit<Cosignature, "witnessId"> & { isGood: boolean };

/** A line of a note as one of a witness, right or wrong; null when it bears another name or another key. */
export function readCosignature(note: ParsedNote, { name, keyId, signature }: ParsedNote["signatures"][number], witness: Key): Read | null {
  const raw = Buffer.from(witness.publicKey, "base64");
  const kind = (Object.keys(algorithms) as CosignatureKind[]).find((one) => name === witness.name && keyId.equals(keyIdOf(name, algorithms[one], raw)));
  if (!kind) return null;
  const isTimed = kind === "cosignature/v1";
  const seconds = isTimed && signature.length === 72 ? Number(signature.readBigUInt64BE(0)) : 0;
  const signed = isTimed ? `cosignature/v1\ntime ${seconds}\n${note.text}` : note.text;
  const line = `\u2014 ${name} ${Buffer.concat([keyId, signature]).toString("base64")}`;
  return { kind, signedAt: isTimed ? seconds * 1_000 : null, line, isGood: isSigned(signed, isTimed ? signature.subarray(8) : signature, raw) };
}

function isSigned(text: string, signature: Buffer, raw: Buffer): boolean {
  if (signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]), format: "der", type: "spki" });
  return verify(null, Buffer.from(text), key, signature);
}

/** Names of witnesses whose lines under a note are not theirs; of others nothing is known. */
export const wrongCosigners = (note: ParsedNote, witnesses: readonly Key[]): string[] =>
  note.signatures.flatMap((line) => witnesses.filter((witness) => readCosignature(note, line, witness)?.isGood === false).map(({ name }) => name));

/** A clock may be ahead of ours by so many ms. */
const clockSkew = 5 * 60_000;

export type HandedIn = { text: string; checkpoint: { note: string; at: number }; witnesses: readonly Witness[]; now: number };

/**
 * The signatures of registered witnesses in a note that was handed in; other lines are passed over, as the format asks. Refuses a text
 * that is not this checkpoint's (`audit.otherCheckpoint`), a line of a witness that its key has not signed (`audit.cosignatureBad`, named),
 * a time before the checkpoint was made or still to come (`audit.cosignatureTime`), and a note without any line of a witness
 * (`audit.cosignatureForeign`).
 */
export function readHandedIn({ text, checkpoint, witnesses, now }: HandedIn): Cosignature[] {
  const note = readNote(text.replaceAll("\r\n", "\n").trim());
  if (!note || note.text !== readNote(checkpoint.note)?.text) throw new DomainError("audit.otherCheckpoint", { kind: "conflict" });
  const [bad] = wrongCosigners(note, witnesses);
  if (bad !== undefined) throw new DomainError("audit.cosignatureBad", { params: { name: bad } });
  const found = note.signatures.flatMap((line) => witnesses.flatMap((witness): Cosignature[] => {
    const read = readCosignature(note, line, witness);
    return read ? [{ witnessId: witness.id, kind: read.kind, signedAt: read.signedAt, line: read.line }] : [];
  }));
  if (found.length === 0) throw new DomainError("audit.cosignatureForeign");
  const isPossible = (at: number | null): boolean => at === null || (at >= checkpoint.at - clockSkew && at <= now + clockSkew);
  if (!found.every(({ signedAt }) => isPossible(signedAt))) throw new DomainError("audit.cosignatureTime");
  return found;
}
