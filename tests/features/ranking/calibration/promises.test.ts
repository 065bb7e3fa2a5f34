import { describe, expect, it } from "vitest";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration, isEstimable } from "#app/features/ranking/calibration/fit/rules.ts";
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

describe("marks from which nothing can be estimated", () => {
  const mark = (entry: string, assessor: string, value: number, stratum = "") => ({ entry, assessor, value, stratum });
  const square = (value: (i: number, j: number) => number, stratum: (i: number) => string = () => "") =>
    [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => mark(`P${i}`, `E${j}`, value(i, j), stratum(i))));

  it("are those alike within their strata, and those of strata with one entry each", () => {
    expect(isEstimable(designOf(square(() => 7)))).toBe(false);
    expect(isEstimable(designOf(square((i) => (i < 2 ? 7 : 9), (i) => (i < 2 ? "K" : "L"))))).toBe(false);
    expect(isEstimable(designOf(square((i, j) => i * j, (i) => `K${i}`)))).toBe(false);
    expect(isEstimable(designOf(square((i, j) => i * j)))).toBe(true);
  });

  it("are not large marks that differ little: the same variances as of small ones", () => {
    const of = (base: number) => fitCalibration(designOf(square((i, j) => base + 7 * i + 3 * j + ((i * j) % 2)))).variances;
    const [small, large] = [of(0), of(999_999_000)];
    expect(Math.abs(large.entry / small.entry - 1)).toBeLessThan(1e-5);
    expect(Math.abs(large.residual / small.residual - 1)).toBeLessThan(1e-5);
  });
});
