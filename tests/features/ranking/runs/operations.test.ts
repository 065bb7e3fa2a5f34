import { expect, it } from "vitest";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { askComputation } from "#app/features/ranking/runs/operations.server.ts";
import { computeAsked } from "#app/features/ranking/runs/jobs.server.ts";
import { findLastRun } from "#app/features/ranking/runs/queries.server.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addAgency, addEntry, makeRanked } from "#tests/features/ranking/scene.ts";

const keyOf = ({ editionId }: ReturnType<typeof makeRanked>) => ({ editionId, listKey: "top2" });

it("a list that was asked for is computed by the worker, in the name of whoever asked", () => {
  const scene = makeRanked();
  const ctx = scene.as(scene.organiser);
  const runId = askComputation(ctx, keyOf(scene));
  expect([findLastRun(ctx, keyOf(scene))?.status, findCurrentList(ctx, keyOf(scene))]).toEqual(["queued", undefined]);
  expect(refusalOf(() => askComputation(ctx, keyOf(scene)))).toBe("ranking.isRunning");
  computeAsked(scene.world.ctx, { runId });
  expect([findLastRun(ctx, keyOf(scene))?.status, findCurrentList(ctx, keyOf(scene))?.computedBy]).toEqual(["done", scene.organiser.userId]);
  computeAsked(scene.world.ctx, { runId });
  expect(findCurrentList(ctx, keyOf(scene))?.version).toBe(1);
});

it("what stands in the way is kept beside the run, and the next may be asked for", () => {
  const scene = makeRanked();
  const ctx = scene.as(scene.organiser);
  addEntry(scene, { agencyId: addAgency(scene.world, "Kabupaten Tiga").agencyId, number: 5 });
  computeAsked(scene.world.ctx, { runId: askComputation(ctx, keyOf(scene)) });
  expect(findLastRun(ctx, keyOf(scene))).toEqual({ status: "failed", step: null, askedAt: ctx.now, refusal: { code: "ranking.sheetsMissing", params: { count: 1 } } });
  expect(refusalOf(() => askComputation({ ...ctx, now: ctx.now + 1 }, keyOf(scene)))).toBe("done");
});
