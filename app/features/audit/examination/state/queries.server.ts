import type { Find } from "#app/features/audit/examination/types.ts";
import { differingColumns, sealRow } from "#app/features/audit/state/rules.ts";
import type { SealedRow, Seals } from "#app/features/audit/state/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { pageOfWatched, watchedTables } from "#db/watched.ts";

type Reach = Pick<Ctx, "db">;

/** Notes what an entry says of rows; a later entry replaces an earlier one. In a table of this connection alone, not in memory. */
export function keepSeals(ctx: Reach, seq: number, seals: Seals | undefined): void {
  if (!seals) return;
  const { keep } = statementsOf(ctx);
  for (const [table, rows] of Object.entries(seals)) {
    // An old entry may speak of a table that a later version no longer has.
    if (!(table in watchedTables)) continue;
    for (const [name, row] of Object.entries(rows)) keep.run(table, name, seq, row === null ? null : canonicalJson(row));
  }
}

/** Compares every watched row with its seal, and the seals with the rows that are gone. Returns how many rows it saw. */
export function compareRows(ctx: Reach, add: Find): number {
  const { take, left } = statementsOf(ctx);
  let rows = 0;
  for (const table of Object.keys(watchedTables)) {
    for (let page = pageOfWatched(ctx.db.$client, table, 0); page.length > 0; page = pageOfWatched(ctx.db.$client, table, page.at(-1)?.at ?? 0)) {
      rows += page.length;
      for (const { name, row } of page) compare(add, { table, name, row: sealRow(row) }, take.get(table, name) as Seal | undefined);
    }
  }
  for (const { table, name, seq } of left.iterate() as Iterable<{ table: string; name: string; seq: number }>) {
    add({ fault: "missing", table, row: name, seq });
  }
  return rows;
}

type Seal = { seq: number; state: string | null };

function compare(add: Find, { table, name, row }: { table: string; name: string; row: SealedRow }, seal: Seal | undefined): void {
  if (!seal) return add({ fault: "unrecorded", table, row: name });
  if (seal.state === null) return add({ fault: "unrecorded", table, row: name, seq: seal.seq });
  if (seal.state === canonicalJson(row)) return;
  const columns = differingColumns(JSON.parse(seal.state) as SealedRow, row);
  if (columns.length > 0) add({ fault: "changed", table, row: name, seq: seal.seq, columns: columns.join(", ") });
}

const statements = new WeakMap<object, ReturnType<typeof prepareAll>>();

function statementsOf(ctx: Reach): ReturnType<typeof prepareAll> {
  const known = statements.get(ctx.db.$client);
  if (known) return known;
  const made = prepareAll(ctx);
  statements.set(ctx.db.$client, made);
  return made;
}

function prepareAll({ db: { $client } }: Reach) {
  $client.exec("create temp table sealed_rows (name text, key text, seq integer, state text, primary key (name, key)) without rowid");
  return {
    keep: $client.prepare("insert into temp.sealed_rows values (?, ?, ?, ?) on conflict do update set seq = excluded.seq, state = excluded.state"),
    take: $client.prepare("delete from temp.sealed_rows where name = ? and key = ? returning seq, state"),
    left: $client.prepare(`select name as "table", key as name, seq from temp.sealed_rows where state is not null order by seq, name, key`),
  };
}

/** Ends an examination: nothing of its notes is left. */
export function forgetSeals(ctx: Reach): void {
  if (statements.delete(ctx.db.$client)) ctx.db.$client.exec("drop table temp.sealed_rows");
}
