import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Db } from "#db/client.server.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the schema up to date; safe to call at every start. Returns how many migrations were applied. SQLite changes a table
 * by making it anew, which its references would forbid: they are off meanwhile, as they cannot be switched inside the
 * migrations' transaction, and every one is checked afterwards.
 */
export function migrateDatabase(db: Db): number {
  const before = appliedMigrations(db);
  db.$client.pragma("foreign_keys = OFF");
  try {
    migrate(db, { migrationsFolder: folder });
  } finally {
    db.$client.pragma("foreign_keys = ON");
  }
  const applied = appliedMigrations(db) - before;
  const broken = applied > 0 ? (db.$client.pragma("foreign_key_check") as unknown[]).length : 0;
  if (broken > 0) throw new Error(`migrations left ${broken} references without their row`);
  return applied;
}

/** Migrations of this version that the database lacks; below zero when it was made by a newer version. */
export function pendingMigrations(db: Db): number {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as { entries: unknown[] };
  return journal.entries.length - appliedMigrations(db);
}

function appliedMigrations(db: Db): number {
  const known = db.$client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!known) return 0;
  return db.$client.prepare("select count(*) from __drizzle_migrations").pluck().get() as number;
}
