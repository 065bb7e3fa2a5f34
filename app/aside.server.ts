import { withWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { idMaker, systemBytes } from "#app/lib/new-id.server.ts";
import { files, type Files } from "#app/routes/aside/files.server.ts";
import { pages, type Pages } from "#app/routes/aside/pages.server.ts";
import type { Order } from "#app/routes/aside/types.ts";
import { type Db, openForReading } from "#db/client.server.ts";

/** KiB of the database that a reading thread keeps in memory. */
const cacheKib = 65_536;

/**
 * Reads a page in a thread, or makes a file, as the person who asks and from one state of the database; what is withheld from that
 * person is found anew. Attachments and keys none of them reads.
 */
export async function answerAside({ file, what, address, actor, ...asked }: Order): Promise<unknown> {
  const db = openOnce(file);
  const base = { ...asked, db, actor, newId: idMaker(systemBytes), random: Math.random, randomBytes: systemBytes } as Ctx;
  const ctx = { ...base, actor: withWithheld(base, actor) };
  const made = what in files ? files[what as keyof Files] : undefined;
  const read = made?.read ?? pages[what as keyof Pages];
  const found: unknown = db.$client.transaction(() => read(ctx, address))();
  return made ? await made.make(found) : found;
}

let opened: { file: string; db: Db } | undefined;

function openOnce(file: string): Db {
  if (opened?.file === file) return opened.db;
  opened?.db.$client.close();
  const db = openForReading(file);
  db.$client.pragma(`cache_size = -${cacheKib}`);
  opened = { file, db };
  return db;
}
