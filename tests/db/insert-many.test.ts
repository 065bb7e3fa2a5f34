import { expect, it } from "vitest";
import { insertMany } from "#db/insert-many.ts";
import { rankingRows, rankingVersions } from "#db/schema/ranking.ts";
import { makeCalibrated } from "#tests/features/ranking/scene.ts";

it("keeps every column of a row as drizzle would: marks, booleans, objects and what is missing", () => {
  const { db } = makeCalibrated().world.ctx;
  for (const table of [rankingRows, rankingVersions]) {
    const kept = db.select().from(table).all();
    expect(kept.length).toBeGreaterThan(0);
    db.$client.pragma("foreign_keys = OFF");
    db.delete(table).run();
    insertMany({ db }, table, kept);
    expect(db.select().from(table).all()).toEqual(kept);
  }
});

it("writes nothing for no rows", () => {
  const { db } = makeCalibrated().world.ctx;
  const before = db.select().from(rankingRows).all();
  insertMany({ db }, rankingRows, []);
  expect(db.select().from(rankingRows).all()).toEqual(before);
});
