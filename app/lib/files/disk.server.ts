import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ContentStore } from "#app/lib/files.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";

/** Content in folders by the first two digits of its address. A crash leaves no half file under an address. */
export function openDisk(root: string): ContentStore {
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), addressOf(sha256));
  return {
    put: async (bytes) => {
      const sha256 = sha256Hex(bytes);
      if (await freshen(pathOf(sha256))) return sha256;
      const aside = `${pathOf(sha256)}.${process.pid}-${Math.round(performance.now() * 1000)}`;
      await mkdir(dirname(aside), { recursive: true });
      await writeDurably(aside, bytes);
      await moveDurably(aside, pathOf(sha256));
      return sha256;
    },
    putFile: async (path) => {
      const sha256 = await hashFile(path);
      if (await freshen(pathOf(sha256))) await rm(path);
      else {
        await mkdir(dirname(pathOf(sha256)), { recursive: true });
        await syncPath(path);
        await moveDurably(path, pathOf(sha256));
      }
      return sha256;
    },
    has: (sha256) => exists(pathOf(sha256)),
    remove: (sha256, untouchedSince) => removeUntouched(pathOf(sha256), untouchedSince),
    read: (sha256) => readFile(pathOf(sha256)),
    stream: async (sha256, range) => openStream(pathOf(sha256), range),
    isWritable: () => canWrite(root),
  };
}

/** Refuses what is no content address: it becomes part of a path. */
export function addressOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a content address");
  return sha256;
}

/** SHA-256 of a file, or of as many of its first bytes. */
export async function hashFile(path: string, bytes = Number.POSITIVE_INFINITY): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { end: bytes - 1 }), hash);
  return hash.digest("hex");
}

/** Keeps content that is there as if it had come now; false where it is not there. One step: what is being taken away is not there. */
const freshen = (path: string): Promise<boolean> => utimes(path, new Date(), new Date()).then(() => true, () => false);

/** Put aside before it is looked at, so that whoever keeps the same content meanwhile writes it anew instead of trusting in it. */
async function removeUntouched(path: string, untouchedSince: number): Promise<boolean> {
  const aside = `${path}.going`;
  // What a crash has left aside is looked at like everything else.
  if (!(await exists(path))) await rename(aside, path).catch(() => undefined);
  const isThere = await rename(path, aside).then(() => true, () => false);
  if (!isThere) return !(await exists(path));
  if ((await stat(aside)).mtimeMs >= untouchedSince) {
    await rename(aside, path);
    return false;
  }
  await rm(aside);
  await syncPath(dirname(path));
  return true;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name is as durable as the content only once its folder is on the disk too. */
async function moveDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncPath(dirname(to));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opened before it is handed out, so that a missing file is known before an answer has begun. */
async function openStream(path: string, range: { from: number; to: number } | undefined): Promise<Readable> {
  const handle = await open(path, "r");
  return handle.createReadStream(range ? { start: range.from, end: range.to } : {});
}

async function canWrite(root: string): Promise<boolean> {
  try {
    await mkdir(root, { recursive: true });
    const handle = await open(join(root, ".writable"), "w");
    await handle.close();
    return true;
  } catch {
    return false;
  }
}
