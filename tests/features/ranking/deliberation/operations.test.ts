import { expect, it } from "vitest";
import { packArchive, unpackArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { withManifest } from "#app/features/ranking/bundle/rules.ts";
import { verifyBundle } from "#app/features/ranking/bundle/verifying/rules.ts";
import { getBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { recordMove } from "#app/features/ranking/deliberation/operations.server.ts";
import { getDeliberation } from "#app/features/ranking/deliberation/queries.server.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { getListDocument } from "#app/features/ranking/tables/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { makeCalibrated, minutes } from "#tests/features/ranking/scene.ts";

const session = { reason: "Bukti dampak entri ketiga lebih kuat.", place: "Jakarta", heldOn: "2026-04-01" };
type Scene = ReturnType<typeof makeCalibrated>;

function vote(scene: Scene, change: Partial<Parameters<typeof recordMove>[1]> = {}) {
  const present = [scene.chair, ...scene.readers.slice(0, 2)].map(({ userId }) => userId);
  const votes = { inFavour: 2, against: 1, abstained: 0 };
  return recordMove(scene.as(scene.chair), { listId: scene.listId, entering: 3, leaving: 2, present, ...votes, ...session, ...change });
}

const standing = (scene: Scene, listId = scene.listId) =>
  getListDocument(scene.as(scene.chair), listId).rows.map(({ number, listed, reserve, listedBy }) => [number, listed ? "listed" : reserve ? "reserve" : "outside", listedBy]);

const joinAgency = ({ world: { ctx }, admins }: Scene, { userId }: Actor): void => {
  const agencyId = admins[0]?.grants[0]?.scopeId as never;
  ctx.db.insert(agencyMembers).values({ agencyId, userId, role: "member", unit: "Bagian", createdAt: ctx.now, removedAt: null } as never).run();
};

it("makes the next draft of a carried move, with the one in the place of the other, and keeps the vote", () => {
  const scene = makeCalibrated();
  const next = vote(scene);
  expect([getList(scene.world.ctx, scene.listId).status, getList(scene.world.ctx, next).version]).toEqual(["superseded", 2]);
  expect(standing(scene, next)).toEqual([
    [1, "listed", null],
    [2, "reserve", null],
    [3, "listed", "plenary"],
    [4, "outside", null],
  ]);
  const { moves } = getDeliberation(scene.as(scene.chair), { editionId: scene.editionId, listKey: "top2" });
  expect(moves.map(({ entering, leaving, outcome, inFavour, against, present }) => [entering, leaving, outcome, inFavour, against, present.length])).toEqual([[3, 2, "carried", 2, 1, 3]]);
});

it("keeps a rejected move and leaves the draft as it is, as a tie does", () => {
  const scene = makeCalibrated();
  expect(vote(scene, { inFavour: 1, against: 1, abstained: 1 })).toBe(scene.listId);
  expect(getList(scene.world.ctx, scene.listId).status).toBe("draft");
  const { moves } = getDeliberation(scene.as(scene.chair), { editionId: scene.editionId, listKey: "top2" });
  expect(moves.map(({ outcome }) => outcome)).toEqual(["rejected"]);
});

it("is recomputed from its bundle with the move, and not without it", () => {
  const scene = makeCalibrated();
  const next = vote(scene);
  signMinutes(scene.as(scene.chair), { listId: next, ...minutes });
  approveList(scene.as(scene.signatory), { listId: next });
  const { bytes } = getBundle(scene.as(scene.organiser), next);
  expect(verifyBundle(bytes, { key: null }).faults).toEqual([]);
  const { "manifest.json": _manifest, ...files } = unpackArchive(bytes) ?? {};
  const unmoved = JSON.stringify({ ...(JSON.parse(files["list.json"] ?? "") as object), changes: [] });
  const found = verifyBundle(packArchive(withManifest({ ...files, "list.json": unmoved })), { key: null }).faults;
  expect(found).toEqual([{ code: "row", detail: "2 (2) listed: false / true" }]);
});

it.each([
  ["two listed entries", { entering: 1, leaving: 2 }, "ranking.moveNotAcross"],
  ["two unlisted entries", { entering: 3, leaving: 4 }, "ranking.moveNotAcross"],
  ["votes nobody present gave", { inFavour: 3 }, "ranking.votesUncounted"],
  ["people without a seat", { present: ["usr_x"] }, "ranking.notMember"],
  ["a session in the future", { heldOn: "2026-04-02" }, "ranking.sessionDay"],
  ["a session before the list was computed", { heldOn: "2026-03-31" }, "ranking.sessionDay"],
])("refuses %s", (_what, change, code) => {
  expect(refusalOf(() => vote(makeCalibrated(), change))).toBe(code);
});

it("refuses a list whose minutes are signed", () => {
  const scene = makeCalibrated();
  signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
  expect(refusalOf(() => vote(scene))).toBe("ranking.moveNotDraft");
});

it("refuses a session with a member of a moved agency, who sees neither rows nor votes of it", () => {
  const scene = makeCalibrated();
  joinAgency(scene, scene.readers[0]!);
  expect(refusalOf(() => vote(scene))).toBe("ranking.memberInConflict");
  joinAgency(scene, scene.chair);
  expect(refusalOf(() => vote(scene, { present: [scene.readers[1]!.userId], inFavour: 1, against: 0 }))).toBe("ranking.moveNotAcross");
  const page = getDeliberation(scene.as(scene.chair), { editionId: scene.editionId, listKey: "top2" });
  expect([page.rows, page.moves]).toEqual([[], []]);
});
