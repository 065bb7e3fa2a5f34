import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Seals what must be read again but not by whoever holds a copy of the database. `about` ties a text to its owner. */
export type SecretBox = {
  seal: (text: string, about: string) => string;
  open: (sealed: string, about: string) => string;
};

/** Loads the key below `folder`, making it (mode 600) at the first start. */
export function openSecretBox(folder: string): SecretBox {
  const path = join(folder, "secrets.key");
  if (!existsSync(path)) {
    writeFileSync(path, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx", flush: true });
  }
  return boxOf(Buffer.from(readFileSync(path, "utf8"), "base64"));
}

/** A box of a fixed seed, for tests and rehearsals. */
export const secretBoxFromSeed = (seed: string): SecretBox => boxOf(createHash("sha256").update(`${seed}/secrets`).digest());

/** AES-256-GCM with a random nonce: nonce, tag and text in base64url with dots between. */
function boxOf(key: Buffer): SecretBox {
  return {
    seal: (text, about) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
    },
    open: (sealed, about) => {
      const [nonce, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
      if (!nonce || !tag || !text) throw new Error("not a sealed secret");
      const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
    },
  };
}
