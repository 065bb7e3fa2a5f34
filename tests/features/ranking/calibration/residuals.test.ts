import { describe, expect, it } from "vitest";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import { distance, interactionsOf, residualLevels, residualsOf, residualSpreads } from "#app/features/ranking/calibration/residuals/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { inventedYear, planForAnyone } from "#tests/features/ranking/calibration/worlds.ts";

const lenient = [-3, 0, 3];
/** Every entry read by all three, who differ by three points; odd entries of one category, even ones of another. */
const table = (entries: number, change: (mark: Mark, i: number, j: number) => number = ({ value }) => value): Mark[] =>
  Array.from({ length: entries }, (_, i) =>
    lenient.map((b, j) => {
      const mark = { entry: `P${String(i).padStart(3, "0")}`, assessor: `E${j}`, stratum: i % 2 === 0 ? "genap/umum" : "ganjil/umum", value: 60 + i + b };
      return { ...mark, value: change(mark, i, j) };
    }),
  ).flat();
const leftOf = (marks: readonly Mark[]) => residualsOf({ design: designOf(marks), leniency: Float64Array.from(lenient) });
const category = (stratum: string): string => stratum.split("/")[0] ?? "";
/** Deviations that follow no one: each of the three in turn is a point above, a point below and right. */
const wobble = ({ value }: Mark, i: number, j: number): number => value + ([1, -1, 0][(i + j) % 3] as number);

describe("residuals", () => {
  it("of a table in which levels add up are all zero, fitted or given", () => {
    const marks = table(12);
    const fitted = residualsOf(fitCalibration(designOf(marks)));
    expect([new Set(leftOf(marks).map(({ value }) => value)), fitted.every(({ value }) => Math.abs(value) < 1e-4)]).toEqual([new Set([0]), true]);
  });

  it("are the mark less the level of its entry and the leniency of its assessor", () => {
    const [first, second, third] = leftOf(table(1, ({ value }, _, j) => value + (j === 0 ? 3 : 0)));
    expect([first?.value, second?.value, third?.value, first?.expected, first?.freedom]).toEqual([2, -1, -1, 58, 1 - 1 / 3]);
  });

  it("of an entry add to zero, and one read once says nothing", () => {
    const marks = [...table(4, wobble), { entry: "P999", assessor: "E0", stratum: "genap/umum", value: 12 }];
    const left = leftOf(marks);
    expect([left.length, Math.abs(left.reduce((sum, { value }) => sum + value, 0)) < 1e-5]).toEqual([12, true]);
  });

  it("hold no part of an entry's quality, which the shrunk prediction leaves in them", () => {
    const year = inventedYear({ severity: 5, spread: 0, category: 4 }, planForAnyone({ entries: 200, assessors: 8, reads: 2, strata: 4 }, 3), 11);
    const fit = fitCalibration(designOf(year.marks));
    const { design, means, leniency, effects, system } = fit;
    const own = residualsOf(fit);
    const apart = own.map(({ value }, at) => {
      const i = Math.floor(at / 2);
      const shrunk = (design.values[at] as number) - (means[design.stratumOf[i] as number] as number) - (effects[i] as number) - (leniency[design.readers[at] as number] as number);
      return Math.abs(shrunk - (system.lambdaEntry / 2) * (effects[i] as number) - value);
    });
    expect([own.length, Math.max(...apart) < 1e-5]).toEqual([400, true]);
  });
});

describe("residuals by level of the expected mark", () => {
  it("lie about zero on every level where levels add up", () => {
    expect(residualLevels(leftOf(table(10)), 100).map(({ from, to, count, mean, sd }) => [from, to, count, mean, sd])).toEqual([
      [55, 60, 3, 0, 0],
      [60, 65, 12, 0, 0],
      [65, 70, 12, 0, 0],
      [70, 75, 3, 0, 0],
    ]);
  });

  it("have no spread and no error where there is one mark", () => {
    expect(residualLevels(leftOf(table(1)), 100).map(({ count, sd, se }) => [count, sd, se])).toEqual([[1, null, null], [2, 0, 0]]);
  });

  it("fall below zero on the top level where marks meet the end of the scale, and nowhere far below it", () => {
    const found = residualLevels(leftOf(table(44, ({ value }) => Math.min(100, value))), 100);
    expect([(found.at(-1)?.mean ?? 0) < -0.1, found.filter(({ to }) => to <= 90).every(({ mean }) => mean === 0)]).toEqual([true, true]);
  });

  it("rise above zero on the lowest level where marks meet its foot", () => {
    const low = table(12, ({ value }) => Math.max(0, value - 62));
    expect((residualLevels(leftOf(low), 100)[0]?.mean ?? 0) > 0.1).toBe(true);
  });

  it("go on beyond the scale where the model expects more than it holds", () => {
    expect(residualLevels(leftOf(table(1, ({ value }) => value + 40)), 100).map(({ from, count }) => [from, count])).toEqual([[95, 1], [100, 2]]);
  });
});

describe("the spread of an assessor's residuals", () => {
  it("is that of a single mark, whatever the number of readers", () => {
    const [one] = residualSpreads(leftOf(table(1, ({ value }, _, j) => value + (j === 0 ? 3 : 0))));
    expect([one?.assessor, one?.count, one?.sd]).toEqual(["E0", 1, Math.sqrt(4 / (2 / 3))]);
  });

  it("is wide where one assessor's marks go up and down, and only from ten marks on", () => {
    const wild = (mark: Mark, i: number, j: number): number => wobble(mark, i, j) + (j === 2 ? 12 * (i % 4 < 2 ? 1 : -1) : 0);
    const wide = (entries: number): string[] => residualSpreads(leftOf(table(entries, wild))).flatMap(({ assessor, isWide }) => (isWide ? [assessor] : []));
    expect([wide(40), wide(8)]).toEqual([["E2"], []]);
  });

  it("is wide of nobody where all spread alike, or nothing is left at all", () => {
    const wide = (marks: Mark[]): boolean[] => residualSpreads(leftOf(marks)).map(({ isWide }) => isWide);
    expect([wide(table(40, wobble)), wide(table(40))]).toEqual([[false, false, false], [false, false, false]]);
  });
});

it("flags about one in a thousand assessors where none spreads wider", { timeout: 60_000 }, () => {
  const flagged = Array.from({ length: 20 }, (_, seed) => {
    const year = inventedYear({ severity: 5, spread: 0, category: 4 }, planForAnyone({ entries: 200, assessors: 20, reads: 3, strata: 4 }, seed + 1), 500 + seed);
    return residualSpreads(residualsOf(fitCalibration(designOf(year.marks)))).filter(({ isWide }) => isWide).length;
  });
  expect(flagged.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(3);
});

describe("the mean residual of an assessor in a category", () => {
  it("finds who marks one category higher than the other, before everybody else", () => {
    const kind = (mark: Mark, i: number, j: number): number => wobble(mark, i, j) + (j === 1 ? (i % 2 === 0 ? 3 : -3) : 0);
    const [first, second, third] = interactionsOf(leftOf(table(40, kind)), category);
    expect([first, second].map((one) => [one?.assessor, one?.category, one?.count, Math.round(one?.mean ?? 0)]).sort()).toEqual([
      ["E1", "ganjil", 20, -2],
      ["E1", "genap", 20, 2],
    ]);
    expect([distance(first ?? { mean: 0, se: 0 }) > 4, distance(second ?? { mean: 0, se: 0 }) > distance(third ?? { mean: 0, se: 0 })]).toEqual([true, true]);
  });

  it("stands beside a standard error from the spread of all residuals", () => {
    const [one] = interactionsOf(leftOf(table(36, wobble)), category);
    expect([one?.count, one?.se]).toEqual([18, expect.closeTo(Math.sqrt(1 * 18 * (2 / 3)) / 18, 9)]);
  });

  it("is not told of fewer than five marks, nor where there is one category", () => {
    expect([interactionsOf(leftOf(table(8, wobble)), category), interactionsOf(leftOf(table(40, wobble)), () => "semua")]).toEqual([[], []]);
  });
});
