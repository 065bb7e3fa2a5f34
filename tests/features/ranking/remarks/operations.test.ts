import { expect, it } from "vitest";
import { releaseRemarks } from "#app/features/ranking/remarks/operations.server.ts";
import { getRemarksPage } from "#app/features/ranking/remarks/queries.server.ts";
import { getEntrantPage } from "#app/features/ranking/results/queries.server.ts";
import { scoreSheets } from "#db/schema/scoring.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { bar, makeProvisional, makeRanked } from "#tests/features/ranking/scene.ts";

it("an agency reads what was released, and nothing of what assessors wrote before", () => {
  const { editionId, listId: _listId, ...scene } = makeProvisional();
  const [proposalId] = scene.entries;
  const [admin] = scene.admins;
  scene.world.ctx.db.update(scoreSheets).set({ note: "Ditulis Penilai 01." }).run();
  const ctx = scene.as(scene.organiser);
  const at = { editionId, proposalId: proposalId! };
  expect(getRemarksPage(ctx, at)).toMatchObject({ notes: ["Ditulis Penilai 01."], text: "Ditulis Penilai 01.", releasedAt: null });
  expect(getEntrantPage(scene.as(admin!), proposalId!).remarks).toBe(null);
  releaseRemarks(ctx, { ...at, text: "Dampaknya jelas.", isChecked: false });
  expect(getEntrantPage(scene.as(admin!), proposalId!).remarks).toEqual({ text: "Dampaknya jelas.", releasedAt: ctx.now });
  expect(refusalOf(() => releaseRemarks(ctx, { ...at, text: "Lain.", isChecked: false }))).toBe("ranking.remarksReleased");
});

it("a name is refused with the words that name, unless somebody has looked", () => {
  const scene = makeProvisional();
  const remarks = { editionId: scene.editionId, proposalId: scene.entries[0]!, text: "Menurut Penilai 01 dan Kabupaten Dua ini baik." };
  const release = (isChecked: boolean) => () => releaseRemarks(scene.as(scene.organiser), { ...remarks, isChecked });
  expect(release(false)).toThrow(expect.objectContaining({ code: "ranking.remarkNames", params: { names: "Penilai 01, Kabupaten Dua" } }));
  expect(refusalOf(release(true))).toBe("done");
});

it("remarks of an entry he is in conflict with are unknown to whoever would release them", () => {
  const scene = makeProvisional();
  const at = { editionId: scene.editionId, proposalId: scene.entries[0]! };
  bar(scene.world, { ...at, person: scene.organiser });
  expect(refusalOf(() => releaseRemarks(scene.as(scene.organiser), { ...at, text: "Dampaknya jelas.", isChecked: false }))).toBe("proposals.unknown");
});

it("remarks wait for the publication", () => {
  const early = makeRanked();
  const remarks = { text: "Dampaknya jelas.", isChecked: false };
  expect(refusalOf(() => releaseRemarks(early.as(early.organiser), { ...remarks, editionId: early.editionId, proposalId: early.entries[0]! }))).toBe("ranking.remarksEarly");
  expect(refusalOf(() => getRemarksPage(early.as(early.organiser), { editionId: early.editionId, proposalId: early.entries[0]! }))).toBe("proposals.unknown");
});
