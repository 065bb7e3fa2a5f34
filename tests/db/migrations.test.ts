import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { root } from "#tests/architecture/sources.ts";
import { freshFolder } from "#tests/support/folders.ts";

/** The migrations as they were before the one of the given number. */
function migrationsBefore(index: number): string {
  const folder = freshFolder();
  cpSync(join(root, "db/migrations"), folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { idx: number }[] };
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx < index) }));
  return folder;
}

it("makes a table anew without losing its rows or those that refer to it, and references hold again afterwards", () => {
  const db = openDatabase(":memory:");
  migrate(db, { migrationsFolder: migrationsBefore(4) });
  db.$client.exec(`
    insert into editions (id, slug, preset_key, definition, status, rehearsal, revision, last_number, tie_seed, created_by, created_at)
      values ('edn_1', 'kipp', null, '{}', 'open', 1, 1, 0, 1, 'usr_1', 0);
    insert into ranking_lists (id, edition_id, list_key, version, status, size, computed_by, computed_at, minutes, minutes_number, digest)
      values ('lst_1', 'edn_1', 'top2', 1, 'draft', 2, 'usr_1', 0, '', '', '');
    insert into objections (id, edition_id, list_id, number, name, email, text, filed_at, status, decision)
      values ('obj_1', 'edn_1', 'lst_1', 1, 'Warga', 'warga@contoh.id', 'x', 0, 'open', '');
  `);
  expect(migrateDatabase(db)).toBeGreaterThan(0);
  const count = (table: string) => db.$client.prepare(`select count(*) from ${table}`).pluck().get();
  expect([count("ranking_lists"), count("objections")]).toEqual([1, 1]);
  expect(() => db.$client.exec("delete from ranking_lists")).toThrow("FOREIGN KEY constraint failed");
});
