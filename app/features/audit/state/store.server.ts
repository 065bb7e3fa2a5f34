import { rowName, sealRow } from "#app/features/audit/state/rules.ts";
import type { SealedRow } from "#app/features/audit/state/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { takeTouched, watchedTables } from "#db/watched.ts";

/** Takes the notes of the running transaction: every watched row it has changed since its last entry, as it stands now. */
export function takeSeals(ctx: Pick<Ctx, "db">): { table: string; name: string; row: SealedRow | null }[] {
  const client = ctx.db.$client;
  return takeTouched(client).map(({ table, key }) => ({ table, name: rowName(key), row: findSealed(ctx, table, JSON.parse(key) as string[]) }));
}

/** The row of a watched table as the log would keep it; null when there is none. */
export function findSealed(ctx: Pick<Ctx, "db">, table: string, key: readonly string[]): SealedRow | null {
  const { key: columns, columns: counting } = watchedTables[table] as (typeof watchedTables)[string];
  const where = columns.map((column) => `${column} = ?`).join(" and ");
  const row = ctx.db.$client.prepare(`select ${counting?.join(", ") ?? "*"} from main.${table} where ${where}`).get(...key);
  return row === undefined ? null : sealRow(row as Record<string, unknown>);
}
