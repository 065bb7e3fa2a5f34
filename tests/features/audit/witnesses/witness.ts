import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A witness as it works by itself: a key, the name of it, and what it writes below a checkpoint. */
export type OwnWitness = { name: string; pem: string; key: string; cosign: (note: string, at: number) => string; signPlain: (note: string) => string };

const idOf = (name: string, algorithm: number, raw: Buffer): Buffer => createHash("sha256").update(`${name}\n`).update(Buffer.of(algorithm)).update(raw).digest().subarray(0, 4);
const rawOf = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" }).subarray(-32);
const bodyOf = (note: string): string => note.slice(0, note.indexOf("\n\n") + 1);

/** By c2sp.org/tlog-cosignature and c2sp.org/signed-note, written once more so that a fault of ours is not checked by itself. `at` in seconds. */
export function makeWitness(name = "inspektorat.example/saksi"): OwnWitness {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = rawOf(publicKey);
  const line = (note: string, parts: Buffer[]): string => `${note.trimEnd()}\n\u2014 ${name} ${Buffer.concat(parts).toString("base64")}\n`;
  return {
    name,
    pem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    key: `${name}+${idOf(name, 4, raw).toString("hex")}+${Buffer.concat([Buffer.of(4), raw]).toString("base64")}`,
    cosign: (note, at) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(at));
      return line(note, [idOf(name, 4, raw), time, sign(null, Buffer.from(`cosignature/v1\ntime ${at}\n${bodyOf(note)}`), privateKey)]);
    },
    signPlain: (note) => line(note, [idOf(name, 1, raw), sign(null, Buffer.from(bodyOf(note)), privateKey)]),
  };
}
