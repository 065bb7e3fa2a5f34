import { describe, expect, it } from "vitest";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { listLists, listPublishedLists } from "#app/features/ranking/queries.server.ts";
import { listTableInput } from "#app/features/ranking/inputs.ts";
import { getListDocument, getListPage } from "#app/features/ranking/tables/queries.server.ts";
import { addAgency, addEntry, addSheet, makeProvisional, makeRanked } from "#tests/features/ranking/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const key = (scene: { editionId: ReturnType<typeof makeRanked>["editionId"] }) => ({ editionId: scene.editionId, listKey: "top2" });

function computed(extra = 0) {
  const scene = makeRanked();
  const { agencyId } = addAgency(scene.world, "Kota Tiga");
  for (let index = 0; index < extra; index += 1) {
    const proposalId = addEntry(scene, { agencyId, number: 10 + index });
    addSheet(scene, { proposalId, userId: scene.evaluator.userId, marks: { kebaruan: 1_000 - index, manfaat: 1_000 - index } });
  }
  computeList(scene.as(scene.organiser), key(scene));
  return scene;
}

const numbers = (scene: ReturnType<typeof computed>, search: string): number[] =>
  getListPage(scene.as(scene.chair), { ...key(scene), table: listTableInput.parse(Object.fromEntries(new URLSearchParams(search))) }).rows.map(
    (row) => row.number,
  );

describe("the page of a list", () => {
  it("counts listed, reserve and all", () => {
    const scene = computed(3);
    const page = getListPage(scene.as(scene.chair), key(scene));
    expect([page.counts, page.matching]).toEqual([{ total: 7, listed: 2, reserve: 1, lastListed: 2 }, 7]);
  });

  it.each([
    ["", [1, 2, 3, 4, 10]],
    ["part=listed", [1, 2]],
    ["part=reserve", [3]],
    ["part=outside", [4, 10]],
    ["sort=number&dir=desc", [10, 4, 3, 2, 1]],
    ["sort=agency", [2, 4, 1, 3, 10]],
    ["q=0010", [10]],
    ["q=2026-0003", [3]],
    ["q=tiga", [10]],
    ["q=inovasi 4", [4]],
    ["q=tidak ada", []],
    ["page=2", []],
    ["part=salah&sort=salah&page=-1", [1, 2, 3, 4, 10]],
  ])("shows for ?%s the rows %j", (search, expected) => {
    expect(numbers(computed(1), search)).toEqual(expected);
  });

  it("before anything is computed shows the rules and no row", () => {
    const scene = makeRanked();
    const page = getListPage(scene.as(scene.chair), key(scene));
    expect([page.current, page.rows, page.versions, page.list.key]).toEqual([null, [], [], "top2"]);
  });

  it("costs the same for few rows and for more", () => {
    const [few, more] = [computed(1), computed(30)];
    const cost = (scene: ReturnType<typeof computed>): number =>
      countStatements(scene.world.ctx, () => void getListPage(scene.as(scene.chair), key(scene)));
    expect(cost(more)).toBe(cost(few));
  });

  it("names who computed, signed, approved and finalised", () => {
    const scene = makeProvisional();
    const { current } = getListPage(scene.as(scene.chair), key(scene));
    expect([current?.computedByName, current?.signedByName, current?.approvedByName, current?.finalisedByName]).toEqual([
      "Sekretariat",
      "Ketua",
      "Penanda Tangan",
      "",
    ]);
  });
});

describe("lists of an edition", () => {
  it("are all named, with the standing version of each", () => {
    const scene = computed();
    const lists = listLists(scene.as(scene.chair), scene.editionId);
    expect(lists.map((one) => [one.list.key, one.current?.status ?? null, one.listed])).toEqual([
      ["top2", "draft", 2],
      ["top1", null, 0],
    ]);
  });

  it("are published at the same cost for every number of rows", () => {
    const scene = makeProvisional();
    expect(countStatements(scene.world.ctx, () => void listPublishedLists(scene.world.ctx, scene.editionId))).toBe(2);
  });
});

it("gives a visitor the listed rows of a published list and a reader of lists all of them", () => {
  const scene = makeProvisional();
  const rowsFor = (actor: typeof scene.chair | null): number[] =>
    getListDocument(scene.as(actor), scene.listId).rows.map((row) => row.number);
  expect([rowsFor(null), rowsFor(scene.chair)]).toEqual([
    [1, 2],
    [1, 2, 3, 4],
  ]);
});
