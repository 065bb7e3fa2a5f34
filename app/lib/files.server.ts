import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sha256Hex } from "#app/lib/hash.server.ts";

/** Files by the SHA-256 of their content: written once, never changed, the same content kept once. */
export type FileStore = {
  root: string;
  /** Keeps the bytes durably and returns their address. */
  put: (bytes: Uint8Array) => string;
  has: (sha256: string) => boolean;
  read: (sha256: string) => Buffer;
  stream: (sha256: string) => NodeJS.ReadableStream;
};

export function openFileStore(root: string): FileStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a content address");
    return join(root, sha256.slice(0, 2), sha256);
  };
  return {
    root,
    put: (bytes) => {
      const sha256 = sha256Hex(bytes);
      const path = pathOf(sha256);
      if (existsSync(path)) return sha256;
      mkdirSync(dirname(path), { recursive: true });
      // Written aside and renamed: a crash leaves no half file under a content address.
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, bytes, { flush: true });
      renameSync(aside, path);
      return sha256;
    },
    has: (sha256) => existsSync(pathOf(sha256)),
    read: (sha256) => readFileSync(pathOf(sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
  };
}

/** Whether the store can be written to: part of readiness. */
export async function canWrite(root: string): Promise<boolean> {
  try {
    mkdirSync(root, { recursive: true });
    const handle = await open(join(root, ".writable"), "w");
    await handle.close();
    return true;
  } catch {
    return false;
  }
}
