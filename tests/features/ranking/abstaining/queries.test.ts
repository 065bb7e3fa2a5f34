import { describe, expect, it } from "vitest";
import { countAbstained, countUncovered, isBarredAnywhere, listAbstained } from "#app/features/ranking/abstaining/queries.server.ts";
import { bothAbstain } from "#app/features/ranking/abstaining/rules.ts";
import { abstentionWords } from "#app/features/ranking/components/abstention-words.ts";
import { approveList, computeList, replaceEntry, signMinutes } from "#app/features/ranking/operations.server.ts";
import { getList, listLists } from "#app/features/ranking/queries.server.ts";
import { getListDocument, getListPage } from "#app/features/ranking/tables/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { bar, makeRanked, minutes } from "#tests/features/ranking/scene.ts";

/** A list signed by a chair who may not judge entries 1 and 3; number 4 is neither listed nor in reserve. */
function makeSigned() {
  const scene = makeRanked();
  const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  for (const index of [0, 2, 3]) bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId: scene.entries[index]! });
  signMinutes(scene.as(scene.chair), { listId, ...minutes });
  return { ...scene, listId, list: getList(scene.world.ctx, listId) };
}

describe("who took no part", () => {
  it("is told with the numbers of what is listed or in reserve, to each reader without those the reader may not judge", () => {
    const scene = makeSigned();
    bar(scene.world, { editionId: scene.editionId, person: scene.organiser, proposalId: scene.entries[0]! });
    const to = (actor: Parameters<typeof scene.as>[0]) => listAbstained(scene.as(actor), scene.list);
    expect([to(scene.signatory), to(scene.organiser), to(scene.chair), to(null)]).toEqual([
      [{ name: "Ketua", numbers: [1, 3], hidden: 0 }],
      [{ name: "Ketua", numbers: [3], hidden: 1 }],
      [{ name: "Ketua", numbers: [], hidden: 2 }],
      [],
    ]);
    const words = [to(scene.signatory), to(scene.organiser), to(scene.chair)].map(([one]) => abstentionWords(translators.id, one!, String));
    expect(words).toEqual(["Ketua: nomor 1, 3", "Ketua: nomor 3, dan 1 proposal yang tidak ditampilkan kepada Anda", "Ketua: 2 proposal yang tidak ditampilkan kepada Anda"]);
  });

  it("stands in no page, table or record as a number", () => {
    const scene = makeSigned();
    approveList(scene.as(scene.signatory), { listId: scene.listId });
    const key = { editionId: scene.editionId, listKey: "top2" };
    const chair = scene.as(scene.chair);
    const raw = [getListPage(chair, key).current?.abstentions, listLists(chair, scene.editionId)[0]?.current?.abstentions, getListDocument(scene.as(null), scene.listId).list.abstentions];
    expect(raw).toEqual([[], [], []]);
    const signed = scene.world.ctx.db.select({ record: auditEntries.record }).from(auditEntries).all().find(({ record }) => record?.includes('"ranking.signMinutes"'));
    expect((JSON.parse(signed?.record ?? "{}") as { data: { abstained?: unknown } }).data.abstained).toBe(2);
  });

  it("is counted before a signature, and where both would abstain", () => {
    const scene = makeSigned();
    bar(scene.world, { editionId: scene.editionId, person: scene.signatory, proposalId: scene.entries[2]! });
    expect([countAbstained(scene.as(scene.signatory), scene.listId), countUncovered(scene.as(scene.signatory), scene.listId), countUncovered(scene.as(scene.evaluator), scene.listId)]).toEqual([1, 1, 0]);
    expect([scene.signatory, scene.evaluator].map((actor) => isBarredAnywhere(scene.as(actor), scene.editionId))).toEqual([true, false]);
    const one = { act: "sign", userId: scene.chair.userId } as const;
    const left = (signers: number) => bothAbstain({ abstentions: [{ ...one, numbers: [1, 2] }], signers }, [{ ...one, numbers: [2, 5] }]);
    expect([left(1), left(2)]).toEqual([[2], []]);
  });

  it("reads nothing of why a version changes before everybody may", () => {
    const scene = makeRanked();
    const key = { editionId: scene.editionId, listKey: "top2" };
    const listId = computeList(scene.as(scene.organiser), key);
    signMinutes(scene.as(scene.chair), { listId, ...minutes });
    approveList(scene.as(scene.signatory), { listId });
    const next = replaceEntry(scene.as(scene.organiser), { listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Inovasi 1 mulai terlambat." });
    bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId: scene.entries[0]! });
    const notes = () => [scene.chair, scene.organiser].map((actor) => getListPage(scene.as(actor), key).current?.publicNote);
    expect(notes()).toEqual([null, "Inovasi 1 mulai terlambat."]);
    signMinutes(scene.as(scene.chair), { listId: next, ...minutes });
    approveList(scene.as(scene.signatory), { listId: next });
    expect(notes()).toEqual(["Inovasi 1 mulai terlambat.", "Inovasi 1 mulai terlambat."]);
  });
});
