import { withWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { idMaker, systemBytes } from "#app/lib/new-id.server.ts";
import { pages, type Pages } from "#app/routes/aside/pages.server.ts";
import type { Order } from "#app/routes/aside/types.ts";
import { type Db, openForReading } from "#db/client.server.ts";

/** KiB of the database that a reading thread keeps in memory. */
const cacheKib = 65_536;

/**
 * Reads a page in a thread, as the person who asks and from one state of the database; what is withheld from that person is found
 * anew. Files and keys no page reads.
 */
export function answerAside({ file, page, address, actor, ...asked }: Order): unknown {
  const db = openOnce(file);
  const base = { ...asked, db, actor, newId: idMaker(systemBytes), random: Math.random, randomBytes: systemBytes } as Ctx;
  const ctx = { ...base, actor: withWithheld(base, actor) };
  const read = pages[page as keyof Pages];
  return db.$client.transaction(() => read(ctx, address))();
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
