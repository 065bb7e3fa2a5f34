import { and, inArray, isNotNull, or, sql } from "drizzle-orm";
import { contentOf } from "#app/features/audit/rules.ts";
import { differingColumns, sealRow } from "#app/features/audit/state/rules.ts";
import type { Seals } from "#app/features/audit/state/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { findWatched, noteTouched, watchedTables } from "#db/watched.ts";

/**
 * Takes record and salt from every entry whose record holds one of the texts; leaf and chain stay. Returns how many. What those
 * entries said of rows that still are so is noted for the next entry, so that the state can be compared with the log afterwards.
 */
export function eraseRecordsWith(ctx: Pick<Ctx, "db">, texts: readonly string[]): number {
  const holds = or(...texts.map((text) => sql`instr(${auditEntries.record}, ${text}) > 0`));
  const { seq, record } = auditEntries;
  const found = ctx.db.select({ seq, record }).from(auditEntries).where(and(isNotNull(record), holds)).all();
  for (const entry of found) carryOn(ctx, contentOf(entry.record as string).rows ?? {});
  const seqs = found.map((entry) => entry.seq);
  for (let i = 0; i < seqs.length; i += 500) {
    ctx.db.update(auditEntries).set({ record: null, salt: null }).where(inArray(auditEntries.seq, seqs.slice(i, i + 500))).run();
  }
  return seqs.length;
}

/**
 * Only a row that is as the log says: one that was changed behind it must not come into the log this way. A column that came with a
 * later version of the schema was never said.
 */
function carryOn({ db: { $client } }: Pick<Ctx, "db">, seals: Seals): void {
  for (const [table, rows] of Object.entries(seals)) {
    if (!(table in watchedTables)) continue;
    for (const [name, sealed] of Object.entries(rows)) {
      const key = name.split("/");
      const row = findWatched($client, table, key);
      if (row && sealed && differingColumns(sealed, sealRow(row)).length === 0) noteTouched($client, table, key);
    }
  }
}
