import { describe, expect, it } from "vitest";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { isEstimable } from "#app/features/ranking/calibration/estimable/rules.ts";
import { fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";

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
