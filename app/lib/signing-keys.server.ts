import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSecretBox, type SecretBox, secretBoxFromSeed } from "#app/lib/secret-box.server.ts";

export type SigningKey = {
  /** First 16 hex digits of the SHA-256 of the public key (SPKI). */
  id: string;
  publicKeyPem: string;
  sign: (text: string) => string;
  verify: (text: string, signature: string) => boolean;
};

/**
 * Awards and rehearsals are signed with different keys, so that no rehearsal can pass for an award; `audit` signs the state of
 * the log. `secrets` keeps what has to be read again, such as the secret of a second factor.
 */
export type SigningKeys = { award: SigningKey; rehearsal: SigningKey; audit: SigningKey; secrets: SecretBox };

/**
 * Loads the three Ed25519 keys and the key of secrets below `folder`, making them (mode 600) at the first start. The key of the
 * log may be kept elsewhere (`auditKey`, a PEM file), out of the reach of whoever holds the database.
 */
export function openSigningKeys(folder: string, auditKey: string | null = null): SigningKeys {
  mkdirSync(folder, { recursive: true });
  const own = (name: string): SigningKey => openKey(join(folder, `${name}.pem`));
  const audit = auditKey === null ? own("audit") : keyFrom(createPrivateKey(readFileSync(auditKey)));
  return { award: own("award"), rehearsal: own("rehearsal"), audit, secrets: openSecretBox(folder) };
}

function openKey(path: string): SigningKey {
  if (!existsSync(path)) {
    const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
    writeFileSync(path, pem, { mode: 0o600, flag: "wx", flush: true });
  }
  return keyFrom(createPrivateKey(readFileSync(path)));
}

/** Keys of a fixed seed, for tests and for seasons that must repeat byte for byte. */
export function keysFromSeed(seed: string): SigningKeys {
  const make = (purpose: string): SigningKey => {
    const secret = createHash("sha256").update(`${seed}/${purpose}`).digest();
    // PKCS#8 prefix of an Ed25519 private key (RFC 8410).
    const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secret]);
    return keyFrom(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
  };
  return { award: make("award"), rehearsal: make("rehearsal"), audit: make("audit"), secrets: secretBoxFromSeed(seed) };
}

function keyFrom(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const spki = publicKey.export({ type: "spki", format: "der" });
  return {
    id: createHash("sha256").update(spki).digest("hex").slice(0, 16),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
    verify: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64url")),
  };
}
