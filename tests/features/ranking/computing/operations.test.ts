import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { rankingAssessors, rankingRows } from "#db/schema/ranking.ts";
import { makeCalibrated } from "#tests/features/ranking/scene.ts";

const rowsOf = (ctx: Ctx, listId: ListId) =>
  ctx.db.select().from(rankingRows).where(eq(rankingRows.listId, listId)).orderBy(asc(rankingRows.rank)).all();

describe("a list by calibrated marks", () => {
  it("ranks by them, with the raw ones and their ranks beside", () => {
    const scene = makeCalibrated();
    const rows = rowsOf(scene.world.ctx, scene.listId);
    expect(rows.map(({ raw }) => raw)).toEqual([87, 79.5, 69, 57.5]);
    const calibrated = rows.map((row) => row.calibrated ?? 0);
    expect(calibrated).toEqual(calibrated.toSorted((a, b) => b - a));
    expect(rows.map(({ score }) => score)).toEqual(calibrated.map((value) => Math.round(value * 100)));
    expect(rows.map(({ rawRank, calibratedRank }) => [rawRank, calibratedRank])).toEqual([[1, 1], [2, 2], [3, 3], [4, 4]]);
    expect(rows.every(({ pTop, rankLow, rankHigh }) => pTop !== null && (rankLow ?? 9) <= (rankHigh ?? 0))).toBe(true);
  });

  it("keeps the overall mean of the marks: what is taken from the lenient is given to the strict", () => {
    const scene = makeCalibrated();
    const rows = rowsOf(scene.world.ctx, scene.listId);
    const sum = (of: "raw" | "calibrated") => rows.reduce((total, row) => total + (row[of] ?? 0), 0);
    expect(sum("calibrated")).toBeCloseTo(sum("raw"), 6);
  });

  it("keeps its model, and of every assessor what it found, under a number of the edition", () => {
    const scene = makeCalibrated();
    const { ctx } = scene.world;
    const { quantity, model } = getList(ctx, scene.listId);
    expect([quantity, model?.seed, model?.draws, model?.stages.map(({ stage, estimable, marks }) => [stage, estimable, marks])]).toEqual(["calibrated", 7, 4_000, [["desk", true, 8]]]);
    const found = ctx.db.select().from(rankingAssessors).where(eq(rankingAssessors.listId, scene.listId)).all();
    expect(new Set(found.map(({ userId }) => userId))).toEqual(new Set(scene.readers.map(({ userId }) => userId)));
    const numbers = pseudonymsOf(ctx, scene.editionId);
    computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    expect(pseudonymsOf(ctx, scene.editionId)).toEqual(numbers);
  });

  it("comes out the same when it is computed again", () => {
    const scene = makeCalibrated();
    const plain = (listId: ListId) => rowsOf(scene.world.ctx, listId).map(({ listId: _listId, ...row }) => row);
    const before = plain(scene.listId);
    expect(plain(computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" }))).toEqual(before);
  });
});

describe("the pass mark", () => {
  const listed = (passOn: "raw" | "calibrated") => {
    const scene = makeCalibrated({ passMark: 7_950, passOn });
    return rowsOf(scene.world.ctx, scene.listId).map((row) => [row.listed, ((passOn === "raw" ? row.raw : row.calibrated) ?? 0) + 1e-6 >= 79.5]);
  };

  it.each(["raw", "calibrated"] as const)("is asked of the %s value where the list says so", (passOn) => {
    expect(listed(passOn).every(([isListed, reaches]) => isListed === reaches)).toBe(true);
  });
});

it("names as many nominees for each place as the list says", () => {
  const scene = makeCalibrated({ size: 1, nominees: 3 });
  expect(rowsOf(scene.world.ctx, scene.listId).map(({ listed, nominee }) => [listed, nominee])).toEqual([[true, true], [false, true], [false, true], [false, false]]);
});
