import { expect, it } from "vitest";
import { setExpertise } from "#app/features/assignment/expertise/operations.server.ts";
import { getReader, listReaders, type ReaderFilter } from "#app/features/assignment/expertise/queries.server.ts";
import { judgingScene, seated } from "#tests/features/screening/scene.ts";

it("the table of readers is found by name, organisation, category and band, a page at a time", () => {
  const scene = judgingScene();
  const [first] = scene.evaluators;
  const third = seated(scene, "Wayan Ahli", "evaluator");
  const ctx = scene.as(scene.organiser);
  const category = getReader(ctx, { editionId: scene.editionId, userId: third.userId }).categories[0]?.key as string;
  const keep = (userId: typeof third.userId, band: "expert" | "able") => setExpertise(ctx, { editionId: scene.editionId, userId, known: { [category]: band } });
  keep(third.userId, "expert");
  if (first) keep(first.userId, "able");
  const asked = (filter: Partial<ReaderFilter>) => {
    const { rows, matching, total } = listReaders(ctx, scene.editionId, { limit: 50, offset: 0, ...filter });
    return [rows.map(({ userId }) => userId), matching, total];
  };
  expect(asked({ search: " wayan " })).toEqual([[third.userId], 1, 3]);
  expect(asked({ search: "tidak ada" })).toEqual([[], 0, 3]);
  expect(asked({ category, band: "expert" })).toEqual([[third.userId], 1, 3]);
  expect(asked({ band: "able" })).toEqual([[first?.userId], 1, 3]);
  expect(asked({ category }).slice(1)).toEqual([2, 3]);
  expect(asked({ category: "lain" })).toEqual([[], 0, 3]);
  expect([asked({ limit: 2 })[0], asked({ limit: 2, offset: 2 })[0]].flat().length).toBe(3);
});
