import { describe, expect, it } from "vitest";
import { recordMove } from "#app/features/ranking/deliberation/operations.server.ts";
import { approveList, computeList, finaliseList, replaceEntry, signMinutes } from "#app/features/ranking/operations.server.ts";
import { getList, listPublishedLists } from "#app/features/ranking/queries.server.ts";
import { listPublicHistory, listPublicMoves, listWithdrawn } from "#app/features/ranking/versions/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { resultsInput } from "#app/features/showcase/inputs.ts";
import { getResultsPage } from "#app/features/showcase/queries.server.ts";
import { outbox } from "#db/schema/notifications.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, makeProvisional, makeRanked, minutes } from "#tests/features/ranking/scene.ts";

type Provisional = ReturnType<typeof makeProvisional>;
const day = 86_400_000;

const takeOff = (scene: Provisional, listId: ListId, index: number, publicNote: string): ListId =>
  replaceEntry(scene.as(scene.organiser, scene.world.ctx.now + day), { listId, proposalId: scene.entries[index]!, reason: "Putusan lengkap bagi penyanggah", publicNote });

function publish(scene: Pick<Provisional, "as" | "chair" | "signatory" | "world">, listId: ListId, now = scene.world.ctx.now + 2 * day): void {
  signMinutes(scene.as(scene.chair, now), { listId, ...minutes });
  approveList(scene.as(scene.signatory, now), { listId });
}

const results = (scene: Pick<Provisional, "as">) => getResultsPage(scene.as(null), "kipp-2026", resultsInput.parse({}));

describe("a new version of a published list", () => {
  it("shows everybody, once published, what changed and why, and the earlier version by digest and time", () => {
    const scene = makeProvisional();
    const { digest, publishedAt } = getList(scene.world.ctx, scene.listId);
    const next = takeOff(scene, scene.listId, 0, "Inovasi 1 mulai diterapkan setelah pendaftaran.");
    publish(scene, next);
    expect(listPublicHistory(scene.world.ctx, next)).toEqual({
      earlier: [{ version: 1, publishedAt, replacedAt: scene.world.ctx.now + day, digest }],
      changes: [
        {
          ...{ version: 2, publishedAt: scene.world.ctx.now + 2 * day, notes: ["Inovasi 1 mulai diterapkan setelah pendaftaran."] },
          left: [{ number: 1, title: "Inovasi 1 (data latihan)", agencyName: "Kabupaten Satu" }],
          entered: [{ number: 3, title: "Inovasi 3 (data latihan)", agencyName: "Kabupaten Satu" }],
        },
      ],
    });
    expect(results(scene).shown?.history.changes[0]?.version).toBe(2);
  });

  it("gathers the notes of every draft on the way to it", () => {
    const scene = makeProvisional();
    const third = takeOff(scene, takeOff(scene, scene.listId, 0, "Catatan pertama bagi publik."), 1, "Catatan kedua bagi publik.");
    publish(scene, third);
    const [change] = listPublicHistory(scene.world.ctx, third).changes;
    expect([change?.version, change?.notes, change?.left.map(({ number }) => number), change?.entered.map(({ number }) => number)]).toEqual([3, ["Catatan pertama bagi publik.", "Catatan kedua bagi publik."], [1, 2], [3]]);
  });

  it("is nowhere before it is published: the earlier one is told to be taken back, by version, times and digest alone", () => {
    const scene = makeProvisional();
    const { digest, publishedAt } = getList(scene.world.ctx, scene.listId);
    const next = takeOff(scene, scene.listId, 0, "Rahasia sampai diumumkan.");
    const version = { version: 1, publishedAt, replacedAt: scene.world.ctx.now + day, digest };
    expect(listWithdrawn(scene.world.ctx, scene.editionId)).toEqual([{ ...version, listKey: "top2" }]);
    expect(listPublicHistory(scene.world.ctx, next)).toEqual({ earlier: [], changes: [] });
    const page = results(scene);
    expect([page.shown, page.lists, page.withdrawn.map(({ key }) => key), page.waiting.map(({ key }) => key)]).toEqual([null, [], ["top2"], ["top1"]]);
    const told = JSON.stringify(page);
    expect(["Rahasia", "Inovasi", "Kabupaten"].filter((word) => told.includes(word))).toEqual([]);
    publish(scene, next);
    expect(listWithdrawn(scene.world.ctx, scene.editionId)).toEqual([]);
  });

  it("has a window of its own, by the rule of the edition, and is final only after it", () => {
    const scene = makeProvisional();
    const first = getList(scene.world.ctx, scene.listId).objectionsCloseAt ?? 0;
    const next = takeOff(scene, scene.listId, 0, "Inovasi 1 mulai diterapkan setelah pendaftaran.");
    publish(scene, next);
    const second = getList(scene.world.ctx, next).objectionsCloseAt ?? 0;
    expect(second - first).toBe(2 * day);
    const finalise = (now: number) => refusalOf(() => finaliseList(scene.as(scene.organiser, now), { listId: next, decreeNumber: "SK", decreeDate: "2026-04-05" }));
    expect([finalise(first), finalise(second)]).toEqual(["ranking.objectionWindowOpen", "done"]);
  });

  it("is told to the agency that left, with the public reason, when it is published and not before", () => {
    const scene = makeProvisional();
    const letters = () =>
      scene.world.ctx.db
        .select()
        .from(outbox)
        .all()
        .filter(({ template }) => template === "listRemoved")
        .map(({ recipient, params }) => [recipient, params.number, params.note]);
    const next = takeOff(scene, scene.listId, 0, "Inovasi 1 mulai diterapkan setelah pendaftaran.");
    expect(letters()).toEqual([]);
    publish(scene, next);
    expect(letters()).toEqual([["admin.kabupaten.satu@contoh.go.id", "2026-0001", "Inovasi 1 mulai diterapkan setelah pendaftaran."]]);
  });

  it("is not changed by a vote of the plenary", () => {
    const scene = makeProvisional();
    const listId = takeOff(scene, scene.listId, 0, "Inovasi 1 mulai diterapkan setelah pendaftaran.");
    const vote = { entering: 4, leaving: 3, reason: "Alasan", place: "Jakarta", heldOn: "2026-04-02", present: [scene.evaluator.userId], inFavour: 1, against: 0, abstained: 0 };
    expect(refusalOf(() => recordMove(scene.as(scene.chair, scene.world.ctx.now + day), { listId, ...vote }))).toBe("ranking.moveAfterPublication");
  });
});

describe("moves of the plenary", () => {
  it("are everybody's with reason and votes once the list is published, and of the entry that is not listed the number alone", () => {
    const scene = makeRanked();
    const draft = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    const present = [scene.evaluator, addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator"), addSeat(scene.world, scene.editionId, "Penilai 03", "evaluator")].map(({ userId }) => userId);
    const session = { place: "Jakarta", heldOn: "2026-04-01", present };
    const votes = { inFavour: 2, against: 1, abstained: 0 };
    const rejected = recordMove(scene.as(scene.chair), { listId: draft, entering: 4, leaving: 1, reason: "Ditolak sidang", ...session, ...{ inFavour: 1, against: 2, abstained: 0 } });
    const moved = recordMove(scene.as(scene.chair), { listId: rejected, entering: 3, leaving: 2, reason: "Bukti lapangan lebih kuat", ...session, ...votes });
    const list = getList(scene.world.ctx, moved);
    expect(listPublicMoves(scene.world.ctx, { id: list.id, status: list.status as "final", rows: [] })).toEqual([]);
    publish(scene, moved);
    const [published] = listPublishedLists(scene.world.ctx, scene.editionId);
    expect(listPublicMoves(scene.world.ctx, published!)).toEqual([{ entering: 3, leaving: 2, enteringTitle: "Inovasi 3 (data latihan)", reason: "Bukti lapangan lebih kuat", ...votes }]);
    const told = JSON.stringify(results(scene));
    expect(["Inovasi 3", "Bukti lapangan", "Inovasi 2", "Ditolak sidang", "Penilai 02"].map((word) => told.includes(word))).toEqual([true, true, false, false, false]);
  });
});
