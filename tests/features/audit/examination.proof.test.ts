import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { type Db, inTransaction, openDatabase } from "#db/client.server.ts";
import { watchedTables } from "#db/watched.ts";
import { playSeason } from "#tests/support/season.ts";
import { makeWorld } from "#tests/support/world.ts";

let db: Db;

beforeAll(async () => {
  const folder = await playSeason(24);
  const season = openDatabase(join(folder, "anugerah.db"));
  // A database in WAL cannot be opened from memory.
  season.$client.pragma("journal_mode = DELETE");
  db = openDatabase(season.$client.serialize());
  season.$client.close();
  // Whoever changes the file behind the product is not held up by its triggers and checks.
  const triggers = db.$client.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
  for (const name of triggers) db.$client.exec(`drop trigger ${name}`);
  db.$client.pragma("foreign_keys = OFF");
  db.$client.pragma("ignore_check_constraints = ON");
  const waiting = Object.keys(watchedTables).filter((table) => !played.includes(table));
  const ctx = { ...makeWorld().ctx, db };
  inTransaction(ctx, () => {
    for (const table of waiting) plant(table);
    recordAudit(ctx, { action: "test.plant", subject: { kind: "thing", id: "planted" } });
  });
}, 120_000);

/** A row with something in every column, for tables whose acts the season does not play: what seals rows knows no table by name. */
function plant(table: string): void {
  const columns = db.$client.prepare(`select name, type from pragma_table_info('${table}')`).all() as { name: string; type: string }[];
  const values = columns.map(({ name, type }) => (type.toLowerCase() === "text" ? `value of ${name}` : 7));
  db.$client.prepare(`insert into ${table} (${columns.map(({ name }) => name).join(", ")}) values (${columns.map(() => "?").join(", ")})`).run(...values);
}

/** What the examination says after a change, which is then undone. */
function after(change: (client: Db["$client"]) => void) {
  db.$client.exec("begin");
  try {
    change(db.$client);
    return examineLog({ db });
  } finally {
    db.$client.exec("rollback");
  }
}

const columnsOf = (table: string): string[] => {
  const { columns } = watchedTables[table] as (typeof watchedTables)[string];
  return [...(columns ?? (db.$client.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]))];
};

const nameOf = (table: string): string => (watchedTables[table] as (typeof watchedTables)[string]).key.join(" || '/' || ");

/** Tables the played season fills; a row is put into each of the others. */
const played = [
  ...["editions", "edition_commitments", "seats", "proposals", "screenings", "screening_cases", "assignments", "score_sheets", "marks"],
  ...["ranking_lists", "ranking_rows", "objections", "certificates"],
];

const filled = Object.keys(watchedTables);

describe("the state of a played season", () => {
  it("holds rows of every table that is changed below", () => {
    expect(filled.filter((table) => db.$client.prepare(`select count(*) from ${table}`).pluck().get() === 0)).toEqual([]);
  });

  it("equals what the log says, row by row", () => {
    const { faults, rows, named } = examineLog({ db });
    const counted = Object.keys(watchedTables).map((table) => db.$client.prepare(`select count(*) from ${table}`).pluck().get() as number);
    expect({ faults, named, rows }).toEqual({ faults: 0, named: [], rows: counted.reduce((sum, count) => sum + count) });
  });

  it.each(filled)("is named when a column of %s is changed", (table) => {
    const key = (watchedTables[table] as (typeof watchedTables)[string]).key;
    const rowid = db.$client.prepare(`select max(rowid) from ${table}`).pluck().get() as number;
    const row = db.$client.prepare(`select ${nameOf(table)} from ${table} where rowid = ?`).pluck().get(rowid) as string;
    for (const column of columnsOf(table).filter((name) => !key.includes(name))) {
      const { faults, named } = after((client) => {
        const value = client.prepare(`select ${column} from ${table} where rowid = ?`).pluck().get(rowid);
        const changed = typeof value === "number" ? value + 1_000_003 : `${typeof value === "string" ? value : ""}x`;
        client.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(changed, rowid);
      });
      expect({ faults, named }).toEqual({ faults: 1, named: [{ fault: "changed", table, row, columns: column, seq: expect.any(Number) as number }] });
    }
  });

  it.each(filled)("is named when a row of %s is gone, or bears another name", (table) => {
    const [first] = (watchedTables[table] as (typeof watchedTables)[string]).key;
    const row = db.$client.prepare(`select ${nameOf(table)} from ${table} order by rowid limit 1`).pluck().get() as string;
    const oldest = `where rowid = (select min(rowid) from ${table})`;
    expect(after((client) => client.exec(`delete from ${table} ${oldest}`)).named).toMatchObject([{ fault: "missing", table, row }]);
    const renamed = after((client) => client.exec(`update ${table} set ${first} = 'other' ${oldest}`));
    expect(renamed.named.map(({ fault }) => fault)).toEqual(["unrecorded", "missing"]);
  });

  it("is named when a mark is added that nobody gave", () => {
    const { named } = after((client) => client.exec("insert into marks select sheet_id, 'added', mark, note from marks limit 1"));
    expect(named).toMatchObject([{ fault: "unrecorded", table: "marks" }]);
  });

  it("says the entry that last spoke of a mark, and counts what it does not name", () => {
    const [sheet] = db.$client.prepare("select id from score_sheets where status = 'locked' limit 1").pluck().all() as string[];
    const seq = db.$client.prepare("select max(seq) from audit_entries where subject_id = ? and action = 'scoring.lock'").pluck().get(sheet);
    const one = after((client) => client.prepare("update marks set mark = mark - 100 where sheet_id = ?").run(sheet));
    expect(new Set(one.named.map((fault) => fault.seq))).toEqual(new Set([seq]));
    const all = after((client) => client.exec("update marks set mark = mark + 1"));
    expect([all.faults, all.named.length]).toEqual([db.$client.prepare("select count(*) from marks").pluck().get(), 20]);
  });
});

describe("every byte of an entry", () => {
  it("is named when it is changed, in the record, its salt, its leaf or the chain", () => {
    const seqs = [1, 2, 17].map(Number);
    const missed: string[] = [];
    for (const seq of seqs) {
      for (const column of ["record", "salt", "leaf", "chain"]) {
        const text = db.$client.prepare(`select ${column} from audit_entries where seq = ?`).pluck().get(seq) as string;
        for (let at = 0; at < text.length; at += column === "record" ? 7 : 13) {
          const changed = `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`;
          const { named } = after((client) => client.prepare(`update audit_entries set ${column} = ? where seq = ?`).run(changed, seq));
          if (named[0]?.seq !== seq) missed.push(`${seq} ${column} ${at}`);
        }
      }
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it("is named when the columns beside it lie, or the entry is gone", () => {
    for (const column of ["at", "actor_id", "edition_id", "action", "subject_kind", "subject_id"]) {
      const { named } = after((client) => client.exec(`update audit_entries set ${column} = 7 where seq = 9`));
      expect(named[0]).toMatchObject({ fault: "columns", seq: 9 });
    }
    expect(after((client) => client.exec("delete from audit_entries where seq = 9")).named[0]).toMatchObject({ fault: "gap", seq: 10 });
  });
});
