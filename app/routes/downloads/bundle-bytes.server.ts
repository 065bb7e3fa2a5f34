import type { BundleOrder } from "#app/features/ranking/bundle/jobs.server.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";

/** Bundles of a full year are some megabytes each; a published version never changes, so the last ones are kept. */
const keptMost = 4;
const kept = new Map<string, Promise<Uint8Array>>();
/** One at a time: each holds the marks of an edition in memory. */
let last: Promise<unknown> = Promise.resolve();

/** The bytes of a bundle, made in a thread when first asked for. The caller has asked whether the reader may have it. */
export function bundleBytes(ctx: Ctx, { id, status }: Pick<RankingList, "id" | "status">): Promise<Uint8Array> {
  const key = `${ctx.db.$client.name} ${id} ${status}`;
  const known = kept.get(key);
  if (known) return known;
  const made = last.then(() => make(ctx, id));
  last = made.catch(() => undefined);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - keptMost))) kept.delete(oldest);
  return made;
}

function make({ db, baseUrl, keys }: Ctx, listId: RankingList["id"]): Promise<Uint8Array> {
  const input: BundleOrder = { file: db.$client.name, listId, baseUrl, publicKeyPem: keys.audit.publicKeyPem };
  // Whoever asked first may leave; others wait for the same bytes.
  return runInThread<Uint8Array>({ module: "app/features/ranking/bundle/jobs.server.ts", name: "makeBundle", input });
}
