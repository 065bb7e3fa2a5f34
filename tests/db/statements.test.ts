import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.server.ts";

const numbers = "select 1 as a, 2 as b union select 3, 4";

describe("statements kept compiled", () => {
  it("are compiled once and answer anew each time", () => {
    const { $client } = openDatabase(":memory:");
    const first = $client.prepare(numbers);
    expect($client.prepare(numbers)).toBe(first);
    expect(first.all()).toEqual([{ a: 1, b: 2 }, { a: 3, b: 4 }]);
  });

  it("forget how the one before wanted its rows", () => {
    const { $client } = openDatabase(":memory:");
    $client.prepare(numbers).raw().all();
    $client.prepare(numbers).pluck().all();
    expect($client.prepare(numbers).get()).toEqual({ a: 1, b: 2 });
  });

  it("are not handed out while they are being read", () => {
    const { $client } = openDatabase(":memory:");
    const rows = $client.prepare(numbers).iterate();
    rows.next();
    expect($client.prepare(numbers).all()).toEqual([{ a: 1, b: 2 }, { a: 3, b: 4 }]);
    rows.return?.();
  });

  it("follow a change of the table they read", () => {
    const db = openDatabase(":memory:");
    db.run(sql`create table things (a integer)`);
    db.run(sql`insert into things values (1)`);
    expect(db.$client.prepare("select * from things").all()).toEqual([{ a: 1 }]);
    db.run(sql`alter table things add column b integer`);
    expect(db.$client.prepare("select * from things").all()).toEqual([{ a: 1, b: null }]);
  });
});
