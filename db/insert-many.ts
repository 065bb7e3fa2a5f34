import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/client.server.ts";

/**
 * Inserts rows that name the same columns, by one compiled statement: for tens of thousands drizzle spends most of the time on
 * writing the statement anew, while nobody else can write.
 */
export function insertMany<T extends SQLiteTable>({ db }: { db: Db }, table: T, rows: readonly T["$inferInsert"][]): void {
  const [first] = rows;
  if (!first) return;
  const named = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const list = (of: (name: string) => string): string => named.map(([, { name }]) => of(name)).join(", ");
  const statement = db.$client.prepare(`insert into "${getTableName(table)}" (${list((name) => `"${name}"`)}) values (${list(() => "?")})`);
  for (const row of rows) statement.run(named.map(([key, column]) => stored(column, (row as Record<string, unknown>)[key])));
}

/** As drizzle would store it. */
const stored = (column: { mapToDriverValue: (value: unknown) => unknown }, value: unknown): unknown => (value === null || value === undefined ? null : column.mapToDriverValue(value));
