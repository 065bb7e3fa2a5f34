import { rowName, sealRow } from "#app/features/audit/state/rules.ts";
import type { SealedRow } from "#app/features/audit/state/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { findWatched, takeTouched } from "#db/watched.ts";

/** Takes the notes of the running transaction: every watched row it has changed since its last entry, as it stands now. */
export function takeSeals(ctx: Pick<Ctx, "db">): { table: string; name: string; row: SealedRow | null }[] {
  const client = ctx.db.$client;
  return takeTouched(client).map(({ table, key }) => {
    const row = findWatched(client, table, JSON.parse(key) as unknown[]);
    return { table, name: rowName(key), row: row ? sealRow(row) : null };
  });
}
