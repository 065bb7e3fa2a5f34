import { packBundle } from "#app/features/ranking/bundle/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { openForReading } from "#db/client.server.ts";

/** What a thread is told to make a bundle from: plain data. The reader has been asked for already. */
export type BundleOrder = { file: string; listId: ListId; baseUrl: string; publicKeyPem: string };

/** Makes a bundle in a thread, beside whatever the process does, on a connection of its own that only reads. */
export function makeBundle({ file, listId, baseUrl, publicKeyPem }: BundleOrder): Uint8Array {
  const db = openForReading(file);
  try {
    // A bundle is signed by nobody: of the keys it needs the public half of one.
    return packBundle({ db, baseUrl, keys: { audit: { publicKeyPem } } as Ctx["keys"] }, listId);
  } finally {
    db.$client.close();
  }
}
