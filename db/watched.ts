import type Database from "better-sqlite3";

/**
 * Tables whose every row must equal what its last audit entry says, with the columns that name a row. `columns` are the ones
 * that count; without them all do.
 */
export const watchedTables: Readonly<Record<string, { key: readonly string[]; columns?: readonly string[] }>> = {
  editions: { key: ["id"], columns: ["id", "definition", "status", "rehearsal", "tie_seed"] },
  audit_witnesses: { key: ["id"] },
  audit_cosignatures: { key: ["id"] },
  edition_commitments: { key: ["edition_id"] },
  seats: { key: ["id"] },
  stage_extensions: { key: ["edition_id", "revision"] },
  proposals: { key: ["id"], columns: ["id", "edition_id", "agency_id", "number", "status", "reach"] },
  submission_extensions: { key: ["id"] },
  corrections: { key: ["id"] },
  conflicts: { key: ["id"] },
  agency_objections: { key: ["id"] },
  screenings: { key: ["id"] },
  screening_cases: { key: ["proposal_id"] },
  screening_appeals: { key: ["id"] },
  assignments: { key: ["id"] },
  score_sheets: {
    key: ["id"],
    // Not the private note: no eye but its writer's sees it, not even as a hash one could guess at.
    columns: ["id", "assignment_id", "edition_id", "stage", "proposal_id", "user_id", "status", "note", "revision", "updated_at", "locked_at"],
  },
  marks: { key: ["sheet_id", "criterion_key"] },
  agreed_values: { key: ["id"] },
  rounds: { key: ["id"] },
  alarm_answers: { key: ["id"] },
  ranking_lists: { key: ["id"] },
  ranking_rows: { key: ["list_id", "proposal_id"] },
  ranking_assessors: { key: ["list_id", "stage", "user_id"] },
  released_remarks: { key: ["proposal_id"] },
  ranking_inputs: { key: ["sha256"], columns: ["sha256"] },
  ranking_origins: { key: ["list_id"] },
  ranking_moves: { key: ["id"] },
  ranking_documents: { key: ["id"] },
  ranking_signers: { key: ["id"] },
  objections: { key: ["id"] },
  certificates: {
    key: ["id"],
    // Not the hash of the printed file, which is kept when somebody first asks for it.
    columns: ["id", "edition_id", "list_id", "proposal_id", "serial", "code", "claim", "signature", "key_id", "rehearsal", "issued_by", "issued_at", "revoked_at", "revoked_reason"],
  },
};

/** Rows of watched tables changed by the running transaction and not yet in an entry of the log; key as a JSON array. */
const touched = "temp.touched_rows";

/** Connections that watch, each with its prepared statements. */
const watching = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * From now on this connection notes every row of a watched table it changes. The triggers are its own (`temp`): whoever
 * changes the file by another way leaves no note, so that nothing but an operation can bring a change into the log.
 */
export function watchRows(client: Database.Database): void {
  if (watching.has(client)) return;
  const tables = client.prepare("select name from main.sqlite_master where type = 'table'").pluck().all() as string[];
  const watched = Object.keys(watchedTables).filter((name) => tables.includes(name));
  // A database that is still being made has nothing to watch yet.
  if (watched.length === 0) return;
  // The site's own copy of this file may have set them already: a connection keeps its triggers, whoever asked.
  client.exec(`create temp table if not exists touched_rows (name text not null, key text not null);${watched.map(triggersOf).join("")}`);
  watching.set(client, new Map());
}

function triggersOf(name: string): string {
  const { key, columns } = watchedTables[name] as (typeof watchedTables)[string];
  const note = (row: "old" | "new"): string =>
    `insert into touched_rows values ('${name}', json_array(${key.map((column) => `${row}.${column}`).join(", ")}));`;
  const on = (event: string, rows: readonly ("old" | "new")[]): string =>
    `create temp trigger if not exists touched_${name}_${event.slice(0, 6)} after ${event} on main.${name} begin ${rows.map(note).join(" ")} end;`;
  const changes = columns ? `update of ${columns.join(", ")}` : "update";
  return on("insert", ["new"]) + on(changes, ["old", "new"]) + on("delete", ["old"]);
}

/** Forgets what earlier statements outside a transaction have noted: they belong to no act. */
export function forgetTouched(client: Database.Database): void {
  if (watching.has(client)) prepared(client, `delete from ${touched}`).run();
}

/** The notes of the running transaction, in the order of their first change; afterwards there are none. */
export function takeTouched(client: Database.Database): { table: string; key: string }[] {
  if (!watching.has(client)) return [];
  const rows = prepared(client, `select name as "table", key from ${touched} group by name, key order by min(rowid)`).all();
  if (rows.length > 0) forgetTouched(client);
  return rows as { table: string; key: string }[];
}

/** Throws when the transaction changed a watched row after, or without, its audit entry: such a change may not be kept. */
export function requireRecorded(client: Database.Database): void {
  if (!watching.has(client)) return;
  const left = prepared(client, `select name from ${touched} limit 1`).get() as { name: string } | undefined;
  if (left) throw new Error(`a row of ${left.name} was changed without an audit entry after it`);
}

/** A watched row as it stands, its counting columns alone; undefined when there is none. */
export function findWatched(client: Database.Database, table: string, key: readonly unknown[]): Record<string, unknown> | undefined {
  const { key: names, columns } = watchedTables[table] as (typeof watchedTables)[string];
  const where = names.map((name) => `${name} = ?`).join(" and ");
  const found = prepared(client, `select ${columns?.join(", ") ?? "*"} from main.${table} where ${where}`).get(...key);
  return found as Record<string, unknown> | undefined;
}

/** Every act asks the same few questions: they are prepared once a connection. */
function prepared(client: Database.Database, source: string): Database.Statement {
  const known = watching.get(client)?.get(source);
  if (known) return known;
  const statement = client.prepare(source);
  watching.get(client)?.set(source, statement);
  return statement;
}

/** Rows of a watched table after the given place, a page at a time: name, place, and the counting columns. */
export function pageOfWatched(client: Database.Database, table: string, after: number): { name: string; at: number; row: Record<string, unknown> }[] {
  const { key, columns } = watchedTables[table] as (typeof watchedTables)[string];
  const source = `select rowid as "at ", ${columns?.join(", ") ?? "*"} from main.${table} where rowid > ? order by rowid limit 2000`;
  const rows = client.prepare(source).all(after) as Record<string, unknown>[];
  return rows.map(({ "at ": at, ...row }) => ({ name: key.map((column) => row[column]).join("/"), at: at as number, row }));
}

/** Notes a row as if it had been changed, so that the next entry speaks of it. */
export function noteTouched(client: Database.Database, table: string, key: readonly string[]): void {
  prepared(client, `insert into ${touched} values (?, ?)`).run(table, JSON.stringify(key));
}
