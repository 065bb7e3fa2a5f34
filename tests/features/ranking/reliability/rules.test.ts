import { describe, expect, it } from "vitest";
import { kendall, krippendorff, type Level } from "#app/features/ranking/reliability/agreement/rules.ts";
import { intraclass } from "#app/features/ranking/reliability/anova/rules.ts";
import { fProbability, fQuantile } from "#app/features/ranking/reliability/distribution/rules.ts";
import { readVector } from "#tests/features/ranking/calibration/vectors.ts";

type Interval = { value: number; lower95: number; upper95: number };
type IccVector = { cases: { id: string; matrix: number[][]; irr: Record<string, Interval> }[] };
type AlphaVector = { cases: { id: string; matrix: (number | null)[][]; expected: Partial<Record<Level | "ratio", { alpha: number }>> }[] };

describe.each(readVector<IccVector>("reliability_icc").cases)("intraclass correlation of $id", ({ matrix, irr }) => {
  const k = matrix[0]?.length ?? 0;
  const found = intraclass(matrix);
  it.each([
    ["icc1", "ICC(1)"],
    ["icc2Single", "ICC(A,1)"],
    ["icc2Mean", `ICC(A,${k})`],
    ["icc3Mean", `ICC(C,${k})`],
  ] as const)("gives %s and its interval as irr's %s", (name, call) => {
    const expected = irr[call];
    for (const key of ["value", "lower95", "upper95"] as const) expect(Math.abs((found[name][key] ?? NaN) - (expected?.[key] ?? NaN))).toBeLessThan(1e-6);
  });
});

describe.each(readVector<AlphaVector>("reliability_krippendorff").cases)("Krippendorff's alpha of $id", ({ matrix, expected }) => {
  const byEntry = (matrix[0] ?? []).map((_, i) => matrix.map((row) => row[i] ?? null));
  const levels = (["nominal", "ordinal", "interval"] as const).filter((level) => expected[level]);
  it.each(levels)("is irr's at the %s level", (level) => {
    expect(Math.abs((krippendorff(byEntry, level).value ?? NaN) - (expected[level]?.alpha ?? NaN))).toBeLessThan(1e-6);
  });
});

describe("reliability of a table with gaps", () => {
  const gappy = [
    [1, 2, null],
    [3, 3, 4],
    [5, null, 5],
  ];
  it("gives what needs no complete table, and the reason for what does", () => {
    const { icc1, icc2Single, icc2Mean, icc3Mean } = intraclass(gappy);
    expect(icc1.value).toBeGreaterThan(0.8);
    expect([icc1.reason, icc2Single.reason, icc2Mean.reason, icc3Mean.reason]).toEqual(["unbalanced", "incomplete", "incomplete", "incomplete"]);
    expect(kendall(gappy).reason).toBe("incomplete");
  });

  it("says that there are no pairs where every entry was read once", () => {
    expect(krippendorff([[1, null], [null, 2]], "interval").reason).toBe("noPairs");
    expect(intraclass([[1, null], [null, 2]]).icc1.reason).toBe("noPairs");
  });

  it("says that marks which never differ measure nothing", () => {
    const flat = [[3, 3], [3, 3]];
    expect([krippendorff(flat, "interval").reason, kendall(flat).reason, intraclass(flat).icc1.reason]).toEqual(["noSpread", "noSpread", "noSpread"]);
  });
});

describe("Kendall's W", () => {
  it("is 1 when all rank alike and 0 when two rank contrarily", () => {
    expect(kendall([[1, 10], [2, 20], [3, 30]]).value).toBeCloseTo(1, 12);
    expect(kendall([[1, 3], [2, 2], [3, 1]]).value).toBeCloseTo(0, 12);
  });
});

describe("the F distribution", () => {
  it("has its tabled quantiles", () => {
    expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.32583, 5);
    expect(fQuantile(0.975, 5, 10)).toBeCloseTo(4.2361, 4);
    expect(fProbability(fQuantile(0.3, 4.2, 7.9), 4.2, 7.9)).toBeCloseTo(0.3, 12);
  });
});
