import { expect, it } from "vitest";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { leastPeers, peersOf, profileOf } from "#app/features/ranking/profiles/rules.ts";
import { getEntrantPage } from "#app/features/ranking/results/queries.server.ts";
import { listOwnSeverity } from "#app/features/ranking/severity/queries.server.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { deskRubric, refusalOf } from "#tests/features/ranking/edition.ts";
import { makeCalibrated, makeProvisional, makeRanked, minutes } from "#tests/features/ranking/scene.ts";

it("says nothing before a list is published, and then own means, both values and whether it is listed", () => {
  const draft = makeRanked();
  computeList(draft.as(draft.organiser), { editionId: draft.editionId, listKey: "top2" });
  expect(getEntrantPage(draft.as(draft.admins[0]!), draft.entries[0]!).results).toEqual([]);
  const scene = makeProvisional();
  const [mine, others] = [getEntrantPage(scene.as(scene.admins[0]!), scene.entries[0]!), getEntrantPage(scene.as(scene.admins[0]!), scene.entries[2]!)];
  expect(mine.results.map(({ listed, raw, calibrated }) => [listed, raw, calibrated])).toEqual([[true, 90, 90]]);
  expect(others.results.map(({ listed, raw }) => [listed, raw])).toEqual([[false, 70]]);
  expect(mine.results[0]?.stages.map(({ stage, lines }) => [stage, lines.map(({ criterionKey, mean, reads, low, peers }) => [criterionKey, mean, reads, low, peers])])).toEqual([
    ["desk", [["kebaruan", 90, 1, null, null], ["manfaat", 90, 1, null, null]]],
  ]);
});

it("is for the agency of the entry alone", () => {
  const scene = makeProvisional();
  const ask = (who: Parameters<typeof scene.as>[0]) => refusalOf(() => getEntrantPage(scene.as(who), scene.entries[0]!));
  expect([scene.admins[0]!, scene.admins[1]!, scene.evaluator, null].map(ask)).toEqual(["done", "proposals.unknown", "proposals.unknown", "proposals.unknown"]);
});

it("groups of fewer than five are left out, larger ones are three numbers", () => {
  const entries = Array.from({ length: 9 }, (_, i) => ({
    proposalId: `prop_${i}` as never,
    number: i + 1,
    sheets: { desk: [{ kebaruan: 6_000 + i * 100, manfaat: 7_000 }, { kebaruan: 6_200 + i * 100, manfaat: 7_000 }] },
  }));
  const peers = peersOf({ entries, categoryOf: (id) => (Number(id.slice(5)) < leastPeers ? "a" : "b") }, [deskRubric]);
  const own = (category: string) => profileOf(entries[0]!.sheets.desk, deskRubric, peers.filter(({ categoryKey }) => categoryKey === category))[0];
  expect(own("a")?.peers).toEqual({ entries: 5, q1: 62, median: 63, q3: 64 });
  expect(own("b")?.peers).toBe(null);
  const sd = Math.sqrt(2);
  expect([own("a")?.mean, own("a")?.low, own("a")?.high].map((value) => value?.toFixed(6))).toEqual([61, 61 - (1.645 * sd) / Math.sqrt(2), 61 + (1.645 * sd) / Math.sqrt(2)].map((value) => value.toFixed(6)));
});

it("an assessor reads own leniency once a list is published, and nobody else's", () => {
  const scene = makeCalibrated();
  const [first, second] = scene.readers;
  const own = (who: typeof first) => listOwnSeverity(scene.as(who!), scene.editionId);
  expect(own(first)).toEqual([]);
  signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
  approveList(scene.as(scene.signatory), { listId: scene.listId });
  expect([own(first).length, own(second).length, listOwnSeverity(scene.as(scene.organiser), scene.editionId).length]).toEqual([1, 1, 0]);
  expect(own(first)[0]?.marks).toBe(3);
});
