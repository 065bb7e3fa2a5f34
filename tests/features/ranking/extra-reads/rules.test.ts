import { expect, it } from "vitest";
import { findGreyZone, proposeReads } from "#app/features/ranking/extra-reads/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { entryName } from "#app/features/ranking/computing/rules.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";

const entry = (number: number, reads: number, pTop: number) => ({ number, reads, pTop });

it("proposes those first of whom one more reading says most, one each, a batch at a time", () => {
  const zone = { estimable: true, entries: [entry(1, 2, 0.99), entry(2, 2, 0.5), entry(3, 3, 0.5), entry(4, 2, 0.9), entry(5, 2, 0.01), entry(6, 2, 0.5)] };
  expect(proposeReads(zone, 8).map(({ number }) => number)).toEqual([2, 6, 3, 4]);
  expect(proposeReads(zone, 8, 2).map(({ number }) => number)).toEqual([2, 6]);
});

it("leaves out what has as many readings as the rules allow, and what still waits for one", () => {
  const zone = { estimable: true, entries: [entry(1, 4, 0.5), entry(2, 0, 0.5), entry(3, 3, 0.5)] };
  expect(proposeReads(zone, 4).map(({ number }) => number)).toEqual([3]);
});

it("proposes nothing while leniency cannot be told", () => {
  expect(proposeReads({ estimable: false, entries: [entry(1, 1, 0.5)] }, 8)).toEqual([]);
});

it("finds the grey zone around the line: those far from it are settled", () => {
  const random = seededRandom(5);
  const marks = Array.from({ length: 120 }, (_, i) => i + 1).flatMap((number) =>
    shuffled([1, 2, 3, 4, 5, 6], random)
      .slice(0, 2)
      .map((j): Mark => ({ entry: entryName(number), assessor: `${j}`, stratum: "a", value: 90 - number / 4 + j + 4 * (random() - 0.5) })),
  );
  const zone = findGreyZone({ stage: { stage: "desk", weightBp: 10_000, marks }, entries: Array.from({ length: 120 }, (_, i) => ({ number: i + 1, reads: 2 })), size: 40, seed: 3 });
  const proposed = proposeReads(zone, 8).map(({ number }) => number);
  expect(zone.estimable).toBe(true);
  expect(proposed.length).toBeGreaterThan(0);
  expect([Math.min(...proposed) > 15, Math.max(...proposed) < 70]).toEqual([true, true]);
  expect(proposed.every((number) => number > 0)).toBe(true);
});
