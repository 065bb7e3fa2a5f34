import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { fileURLToPath } from "node:url";
import type { Db } from "#db/client.server.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Brings the schema up to date; safe to call at every start. */
export function migrateDatabase(db: Db): void {
  migrate(db, { migrationsFolder: folder });
}
