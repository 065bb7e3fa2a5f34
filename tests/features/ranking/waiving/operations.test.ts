import { expect, it } from "vitest";
import { replaceEntry, signMinutes } from "#app/features/ranking/operations.server.ts";
import { nextListStep } from "#app/features/ranking/rules.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { waiveLinkage } from "#app/features/ranking/waiving/operations.server.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { makeCalibrated, makeUnlinked, minutes } from "#tests/features/ranking/scene.ts";

const reason = "Peserta dibagi menurut undian.";

it("a list that compares assessors whom nothing links is signed only once the chair has said why", () => {
  const scene = makeUnlinked();
  const ctx = scene.as(scene.chair);
  const sign = () => signMinutes(ctx, { listId: scene.listId, ...minutes });
  expect(sign).toThrow(expect.objectContaining({ code: "ranking.unlinked", params: { count: 2 } }));
  waiveLinkage(ctx, { listId: scene.listId, reason });
  expect(refusalOf(sign)).toBe("done");
  const { waiverReason, waivedBy, waivedAt } = getList(ctx, scene.listId);
  expect([waiverReason, waivedBy, waivedAt]).toEqual([reason, scene.chair.userId, ctx.now]);
});

it("a list whose assessors nothing links asks for the link, and for a signature once the chair has said why", () => {
  const scene = makeUnlinked();
  const step = () => nextListStep(getList(scene.world.ctx, scene.listId), { now: 0, openObjections: 0 });
  expect(step()).toBe("link");
  waiveLinkage(scene.as(scene.chair), { listId: scene.listId, reason });
  expect(step()).toBe("sign");
});

it("a version that follows an upheld objection keeps the waiver of the one it comes from", () => {
  const scene = makeUnlinked();
  waiveLinkage(scene.as(scene.chair), { listId: scene.listId, reason });
  const next = replaceEntry(scene.as(scene.organiser), { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
  expect([getList(scene.world.ctx, next).waiverReason, refusalOf(() => signMinutes(scene.as(scene.chair), { listId: next, ...minutes }))]).toEqual([reason, "done"]);
});

it("an edition may know no waiver, and a list that needs none gets none", () => {
  const strict = makeUnlinked({ waivable: false });
  const joined = makeCalibrated();
  const refusals = [strict, joined].map((scene) => refusalOf(() => waiveLinkage(scene.as(scene.chair), { listId: scene.listId, reason })));
  expect(refusals).toEqual(["ranking.notWaivable", "ranking.nothingToWaive"]);
});

it("a list by raw marks compares nobody, and is signed whatever links its assessors", () => {
  const scene = makeUnlinked({ quantity: "raw" });
  expect(refusalOf(() => signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes }))).toBe("done");
});
