import { expect, it } from "vitest";
import { getPlayground, getTryable } from "#app/features/ranking/what-if/queries.server.ts";
import { explore, movesBetween } from "#app/features/ranking/what-if/rules.ts";
import type { Change } from "#app/features/ranking/what-if/types.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { rankingLists } from "#db/schema/ranking.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { makeCalibrated } from "#tests/features/ranking/scene.ts";

const scene = makeCalibrated();
const key = { editionId: scene.editionId, listKey: "top2" };
const { given, standing, list } = getPlayground(scene.as(scene.chair), key);
const { numbers } = getTryable(scene.as(scene.chair), key);
const asIs: Change = { size: list.size, quantity: list.quantity, weights: {}, without: [] };
const listedBy = (change: Partial<Change>) => explore({ ...given, change: { ...asIs, ...change } }).rows.filter(({ listed }) => listed).map(({ number }) => number);

it("the rules as they are give the list as it stands", () => {
  const explored = explore({ ...given, change: asIs });
  expect(explored.rows.map(({ number, rank, listed }) => ({ number, rank, listed }))).toEqual(standing.map(({ number, rank, listed }) => ({ number, rank, listed })));
  expect(movesBetween(standing, explored)).toEqual({ entering: [], leaving: [] });
});

it("another size names who enters and who leaves", () => {
  expect([listedBy({ size: 3 }), listedBy({ size: 1 })]).toEqual([[1, 2, 3], [1]]);
  expect(movesBetween(standing, explore({ ...given, change: { ...asIs, size: 3 } })).entering).toEqual([{ number: 3, from: 3, to: 3 }]);
});

it("an assessor left out takes the sheets along, and an entry nobody else has read is named", () => {
  const [first, second] = numbers as [number, number, number];
  const { rows, unread } = explore({ ...given, change: { ...asIs, without: [first, second] } });
  expect([...rows.map(({ number }) => number), ...unread].sort()).toEqual([1, 2, 3, 4]);
  expect(unread.length).toBeGreaterThan(0);
  expect(refusalOf(() => listedBy({ without: numbers }))).toBe("ranking.nobodyLeft");
});

it("weights that are not the whole are refused", () => {
  expect(refusalOf(() => listedBy({ weights: { desk: 9_000 } }))).toBe("ranking.weightsSum");
});

it("nothing of it is kept", () => {
  const count = () => [rankingLists, auditEntries].map((table) => scene.world.ctx.db.select().from(table).all().length);
  const before = count();
  explore({ ...getPlayground(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" }).given, change: { ...asIs, size: 1 } });
  expect(count()).toEqual(before);
});
