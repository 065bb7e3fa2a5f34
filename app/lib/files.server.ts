import type { Readable } from "node:stream";
import { join } from "node:path";
import type { Config } from "#app/lib/config.server.ts";
import { openBucket } from "#app/lib/files/bucket.server.ts";
import { openDisk } from "#app/lib/files/disk.server.ts";
import { openScanner, type VirusScanner } from "#app/lib/files/virus-scanner.server.ts";

/** Bytes of a file, first and last included. */
export type ByteRange = { from: number; to: number };

/** Where content is kept by the SHA-256 of its bytes: written once, never changed, the same content kept once. */
export type ContentStore = {
  /** Keeps the bytes durably and returns their address. */
  put: (bytes: Uint8Array) => Promise<string>;
  /** The same for a local file, which is taken over: it is gone afterwards. */
  putFile: (path: string) => Promise<string>;
  has: (sha256: string) => Promise<boolean>;
  /**
   * Takes content away that nobody refers to any more, unless it was kept, or kept again, since `untouchedSince` (UTC ms of the real
   * clock): then false. True as well where there is none.
   */
  remove: (sha256: string, untouchedSince: number) => Promise<boolean>;
  read: (sha256: string) => Promise<Buffer>;
  stream: (sha256: string, range?: ByteRange) => Promise<Readable>;
  /** Whether content can be kept now: part of readiness. */
  isWritable: () => Promise<boolean>;
};

/** Content that is kept, the local folder in which what still arrives is collected, and who looks through it for viruses. */
export type FileStore = ContentStore & {
  incoming: string;
  /** null when no scanner is configured. */
  scanner: VirusScanner | null;
};

/** Files of one folder on disk. */
export const openFileStore = (root: string, change: Partial<FileStore> = {}): FileStore => ({
  ...openDisk(root),
  incoming: join(root, ".incoming"),
  scanner: null,
  ...change,
});

/** Files as configured: on the disk of the data folder, or in a bucket; with a scanner or without. */
export function openConfiguredFiles(config: Pick<Config, "filesDir" | "uploadsDir" | "s3Url" | "clamavUrl">): FileStore {
  return {
    ...(config.s3Url ? openBucket(config.s3Url) : openDisk(config.filesDir)),
    incoming: config.uploadsDir,
    scanner: config.clamavUrl ? openScanner(config.clamavUrl) : null,
  };
}
