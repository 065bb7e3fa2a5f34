import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { Refused } from "#app/cli/refusals.ts";
import type { Io } from "#app/cli/io.ts";
import { type Config, readConfig } from "#app/lib/config.server.ts";
import { type FileStore, openConfiguredFiles } from "#app/lib/files.server.ts";
import { openSigningKeys, type SigningKeys } from "#app/lib/signing-keys.server.ts";
import { type Db, openDatabase, openForReading } from "#db/client.server.ts";
import { pendingMigrations } from "#db/migrate.ts";

/** What a command opens of a data folder, and must close. */
export type House = { config: Config; db: Db; files: FileStore; keys: SigningKeys; close: () => void };

/** Settings of the environment, with the data folder of `--data` if given. */
export function configOf(io: Io, change: Record<string, string | undefined> = {}): Config {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  try {
    return readConfig({ ...io.env, ...given });
  } catch (error) {
    const [, ...faults] = (error as Error).message.split("\n");
    throw new Refused("cli.errors.environment", { faults: faults.join("; ") });
  }
}

/** Opens a data folder whose database stands and is up to date; refuses otherwise. */
export function openHouse(config: Config): House {
  const db = openExisting(config.databaseFile);
  return furnish(config, db);
}

/** Opens a data folder, making it when it is missing. The caller migrates. */
export function openAnyHouse(config: Config): House {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return furnish(config, openDatabase(config.databaseFile));
}

function furnish(config: Config, db: Db): House {
  const files = openConfiguredFiles(config);
  return { config, db, files, keys: openSigningKeys(config.keysDir, config.auditKey), close: () => void db.$client.close() };
}

/** Opens a database to check it; it must exist, be one of ours, and be up to date. Nothing of the file changes. */
export const openToCheck = (file: string): Db => openBy(openForReading, file);

const openExisting = (file: string): Db => openBy(openDatabase, file);

function openBy(open: (file: string) => Db, file: string): Db {
  if (!existsSync(file)) throw new Refused("cli.errors.noDatabase", { file });
  const db = openOrRefuse(open, file);
  const pending = pendingMigrations(db);
  if (pending === 0) return db;
  db.$client.close();
  throw new Refused(pending > 0 ? "cli.errors.behind" : "cli.errors.ahead", { file });
}

function openOrRefuse(open: (file: string) => Db, file: string): Db {
  try {
    return open(file);
  } catch {
    throw new Refused("cli.errors.notADatabase", { file });
  }
}

/** The database a checking command reads: `--db FILE`, or the one of the data folder. */
export const databaseFileOf = (io: Io, given: { db?: string | undefined; data?: string | undefined }): string =>
  given.db === undefined ? configOf(io, { DATA_DIR: given.data }).databaseFile : resolve(given.db);
