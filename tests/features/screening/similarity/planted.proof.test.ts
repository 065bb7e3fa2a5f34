import { expect, it } from "vitest";
import type { CorpusDocument } from "#app/cli/similarity/corpus.ts";
import { foundPairs } from "#app/features/screening/similarity/batch/rules.ts";
import { shingleIndex, sketchBuilder } from "#app/features/screening/similarity/index/rules.ts";
import { sketchOf } from "#app/features/screening/similarity/sketch/rules.ts";
import { tokenise } from "#app/features/screening/similarity/text/rules.ts";
import { planted, plantKinds } from "#tests/features/screening/similarity/planted.ts";

it("finds planted copies of every kind among 1,200 texts and no false pair", () => {
  const { documents, plants } = planted({ news: 200, olds: 1_000, plantsAKind: 15, seed: 4 });
  const all: (CorpusDocument & { isNew: boolean })[] = [...documents].toSorted((x, y) => Number(y.isNew) - Number(x.isNew));
  const sketches = sketchBuilder();
  for (const { text } of all) sketches.add(sketchOf(text, tokenise(text)));
  const pairs = foundPairs({ index: shingleIndex(sketches.build()), titles: all.map(() => ""), news: 200 });
  const found = new Set(pairs.map(({ a, b }) => `${all[a]?.id} ${all[b]?.id}`));
  const recall = plantKinds.map((kind) => {
    const mine = plants.filter((plant) => plant.kind === kind);
    return [kind, mine.filter(({ copy, source }) => found.delete(`${copy} ${source}`)).length / mine.length];
  });
  expect(Object.fromEntries(recall)).toEqual(Object.fromEntries(plantKinds.map((kind) => [kind, 1])));
  expect([...found]).toEqual([]);
}, 30_000);
