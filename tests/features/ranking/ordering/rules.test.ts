import { expect, it } from "vitest";
import type { EntryFigures } from "#app/features/ranking/composition/types.ts";
import { orderEntries, type Ordering } from "#app/features/ranking/ordering/rules.ts";
import { drawOf } from "#app/features/ranking/rules.ts";
import { deskRubric } from "#tests/features/ranking/edition.ts";

const none = { quality: null, rawRank: 1, calibratedRank: 1, pTop: null, expectedRank: null, rank90: null, withinRank: null, unflaggedRank: null, trimmedRank: null };

/** Entries with the mark of a single sheet by criterion, and a calibrated value in points. */
function order(entries: [kebaruan: number, manfaat: number, calibrated: number][], change: Partial<Ordering> = {}) {
  const figures = new Map(entries.map(([a, b, calibrated], index): [number, EntryFigures] => [index + 1, { ...none, raw: (a * 6 + b * 4) / 1_000, calibrated }]));
  const scored = entries.map(([kebaruan, manfaat], index) => ({ proposalId: `prop_${index + 1}` as never, number: index + 1, sheets: { desk: [{ kebaruan, manfaat }] } }));
  const rows = orderEntries({ entries: scored, composition: [{ stage: "desk", weightBp: 10_000 }], rubrics: [deskRubric], ties: [], tieSeed: 7, quantity: "calibrated", passOn: "calibrated", figures, ...change });
  return rows.map(({ number, tieBrokenBy }) => [number, tieBrokenBy]);
}

it("orders by the calibrated value, whatever the raw one says", () => {
  expect(order([[9_000, 9_000, 70], [5_000, 5_000, 80]])).toEqual([[2, null], [1, null]]);
  expect(order([[9_000, 9_000, 70], [5_000, 5_000, 80]], { quantity: "raw" })).toEqual([[1, null], [2, null]]);
});

it("takes values within a millionth for equal: the raw mean parts them, then the criteria, then the draw, each by its name", () => {
  expect(order([[8_000, 8_000, 80], [8_100, 8_000, 80 - 9e-7], [8_200, 8_000, 80 - 2e-6]])).toEqual([[2, "rawMean"], [1, "rawMean"], [3, null]]);
  expect(order([[8_000, 8_300, 80], [8_200, 8_000, 80]])).toEqual([[2, "kebaruan"], [1, "kebaruan"]]);
  const [first] = [1, 2].sort((a, b) => (drawOf(7, a) < drawOf(7, b) ? -1 : 1));
  expect(order([[8_000, 8_000, 80], [8_000, 8_000, 80]])[0]).toEqual([first, "draw"]);
});

it("parts equals by the rules of the list where it has any", () => {
  const ties = [{ kind: "criterion", stage: "desk", criterion: "manfaat" } as const];
  expect(order([[9_000, 8_000, 80], [8_000, 8_100, 80]], { ties })).toEqual([[2, "criterion:desk/manfaat"], [1, "criterion:desk/manfaat"]]);
});
