import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "#db/schema/all.ts";
import { forgetTouched, requireRecorded, watchRows } from "#db/watched.ts";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Milliseconds a writer waits for another process's lock before it gives up. */
const busyTimeout = 5_000;
/** Pages (4 KiB) the journal may grow to before whoever writes brings them back into the database; `writeBack` comes long before. */
const longestJournal = 16_000;

/**
 * Opens the database of a process. WAL so that readers never wait; FULL so that what a person was told is saved
 * survives a power cut; foreign keys are the last word on references.
 */
export function openDatabase(source: string | Buffer): Db {
  const client = new Database(source, { timeout: busyTimeout });
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma("cache_size = -65536");
  client.pragma("temp_store = MEMORY");
  client.pragma(`wal_autocheckpoint = ${longestJournal}`);
  return drizzle<typeof schema>(keepingStatements(client), { schema });
}

/**
 * Brings what stands in the journal back into the database, without waiting for anybody and without holding anybody up. The worker's
 * task, so that no person's request pays for it.
 */
export const writeBack = ({ db }: { db: Db }): void => void db.$client.pragma("wal_checkpoint(PASSIVE)");

/** Statements kept compiled for a connection. */
const keptStatements = 500;

/**
 * Keeps the statements of a connection compiled, the least recently asked for leaving first: drizzle asks for the same ones anew
 * with every query. One that is still being read, or was set to answer otherwise, is never handed out twice.
 */
function keepingStatements(client: Database.Database): Database.Database {
  const compile = client.prepare.bind(client);
  const kept = new Map<string, Database.Statement>();
  const prepare = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known?.busy) return compile(source);
    const statement = known ?? compile(source);
    kept.delete(source);
    kept.set(source, statement);
    if (kept.size > keptStatements) kept.delete(kept.keys().next().value as string);
    return statement.reader ? statement.raw(false).pluck(false).expand(false).safeIntegers(false) : statement;
  };
  client.prepare = prepare as typeof client.prepare;
  return client;
}

/** Opens a database to look at it: nothing of the file changes, not even its journal mode. Throws when it is no database. */
export function openForReading(file: string): Db {
  const client = new Database(file, { timeout: busyTimeout, readonly: true, fileMustExist: true });
  client.pragma("schema_version");
  return drizzle<typeof schema>(client, { schema });
}

type NotPromise<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * Runs `work` in one transaction (BEGIN IMMEDIATE; nested calls are savepoints). Synchronous only: better-sqlite3 would keep
 * the first write of an asynchronous callback that fails later, so the type refuses a promise.
 */
export function inTransaction<T>(ctx: { db: Db }, work: () => NotPromise<T>): T {
  const client = ctx.db.$client;
  const nested = client.inTransaction;
  if (!nested) beginWatch(client);
  if (nested) client.exec("SAVEPOINT step");
  else takeLock(client);
  try {
    const result = work();
    if (!nested) requireRecorded(client);
    client.exec(nested ? "RELEASE step" : "COMMIT");
    return result;
  } catch (error) {
    if (nested) client.exec("ROLLBACK TO step; RELEASE step");
    else if (client.inTransaction) client.exec("ROLLBACK");
    throw error;
  }
}

/**
 * Begins a transaction that may write, asking for the lock every millisecond for as long as `busyTimeout`. SQLite's own waiting sleeps
 * for up to 100 ms at a time, and then finds the lock in other hands again: at a rush of several processes, for a second or more.
 */
function takeLock(client: Database.Database): void {
  const until = performance.now() + busyTimeout;
  while (!begins(client, performance.now() >= until)) Atomics.wait(bell, 0, 0, 1);
}

/** Rung by nobody. */
const bell = new Int32Array(new SharedArrayBuffer(4));

/** Leaves the database to others for so many ms between two transactions of one long work; inside a transaction there is nobody to leave it to. */
export function rest({ db }: { db: Db }, ms: number): void {
  if (!db.$client.inTransaction) Atomics.wait(bell, 0, 0, ms);
}

/** Whether the lock was free; throws SQLITE_BUSY at the last try. */
function begins(client: Database.Database, isLast: boolean): boolean {
  try {
    client.exec("PRAGMA busy_timeout = 0; BEGIN IMMEDIATE");
    return true;
  } catch (error) {
    if (isLast || !(error instanceof Database.SqliteError) || error.code !== "SQLITE_BUSY") throw error;
    return false;
  } finally {
    client.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
  }
}

function beginWatch(client: Database.Database): void {
  watchRows(client);
  forgetTouched(client);
}

/** Whether a write failed because a unique index of the given columns (`table.column`) refused it. */
export function isUniqueViolation(error: unknown, columns: string): boolean {
  return (
    error instanceof Database.SqliteError &&
    error.code.startsWith("SQLITE_CONSTRAINT") &&
    error.message.includes(columns)
  );
}
