import { describe, expect, it } from "vitest";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import { flagsOf } from "#app/features/ranking/calibration/guards/rules.ts";
import { drawRanks } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { largest, meanOf, type Method, recallOf, Tenths, valuesBy } from "#tests/features/ranking/calibration/recall.ts";
import { assessorNamed, inventedYear, planForAnyone, planForExperts, type World } from "#tests/features/ranking/calibration/worlds.ts";

const sizes = { entries: 600, assessors: 24, reads: 3, strata: 4 };
const top = 30;
const years = Array.from({ length: 8 }, (_, year) => year + 1);

/** How much more of the truly best a method finds than another, on average over the years. */
function gain(world: World, method: Method, other: Method, plan = planForAnyone): number {
  const gains = years.map((seed) => {
    const { marks, truth } = inventedYear(world, plan(sizes, seed), seed);
    const design = designOf(marks);
    return recallOf(valuesBy[method](design), truth, top) - recallOf(valuesBy[other](design), truth, top);
  });
  return meanOf(gains).mean;
}

describe("against the truth of invented years, the calibration", () => {
  it("finds more of the best than the raw mean where assessors differ", () => {
    expect(gain({ severity: 5, spread: 0, category: 0 }, "category", "raw")).toBeGreaterThanOrEqual(0.04);
    expect(gain({ severity: 8, spread: 0, category: 0 }, "category", "raw")).toBeGreaterThanOrEqual(0.04);
  });

  it("loses hardly anything where they do not", () => {
    expect(gain({ severity: 0, spread: 0, category: 0 }, "category", "raw")).toBeGreaterThanOrEqual(-0.01);
  });

  it("does not fall behind the raw mean where experts read what differs in quality", () => {
    expect(gain({ severity: 5, spread: 0, category: 6 }, "category", "raw", planForExperts)).toBeGreaterThanOrEqual(-0.01);
  });

  it("says chances that come true as often as they say", () => {
    const tenths = new Tenths();
    const [expected, actual]: [number[], number[]] = [[], []];
    for (const seed of years) {
      const { marks, truth } = inventedYear({ severity: 5, spread: 0, category: 6 }, planForExperts(sizes, seed), 50 + seed);
      const fit = fitCalibration(designOf(marks));
      const chances = drawRanks(fit, { cuts: [top], draws: 400, seed }).pTop.get(top) ?? new Float64Array();
      tenths.add(chances, truth, top);
      expected.push(largest(calibratedMeans(fit), top).reduce((sum, i) => sum + (chances[i] as number), 0) / top);
      actual.push(recallOf(calibratedMeans(fit), truth, top));
    }
    for (const { count, said, seen } of tenths.read()) if (count >= 50) expect(Math.abs(seen - said)).toBeLessThanOrEqual(0.15);
    expect(Math.abs(meanOf(expected).mean - meanOf(actual).mean)).toBeLessThanOrEqual(0.06);
  });

  it("has an absent assessor's eight zeros named, and nobody else", () => {
    for (const seed of years) {
      const absent = assessorNamed(seed);
      const { marks } = inventedYear({ severity: 5, spread: 0, category: 6 }, planForExperts(sizes, seed), 90 + seed);
      let left = 8;
      const given = marks.filter(({ assessor }) => assessor !== absent || left-- > 0).map((mark) => (mark.assessor === absent ? { ...mark, value: 0 } : mark));
      const design = designOf(given);
      const named = flagsOf(design).flatMap((flags, j) => (flags.includes("placeholder") ? [design.assessors[j]] : []));
      expect(named).toEqual([absent]);
    }
  });
});
