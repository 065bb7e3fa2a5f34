import { describe, expect, it } from "vitest";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { trimmedMeans } from "#app/features/ranking/calibration/trimming/rules.ts";

const entry = (name: string, values: readonly number[]) => values.map((value, at) => ({ entry: name, assessor: `E${at}`, stratum: "", value }));

describe("trimmed means", () => {
  it("leave out one highest and one lowest mark of five and more, and none of fewer", () => {
    const { values, isTrimmed } = trimmedMeans(designOf([...entry("P1", [50, 90, 70, 60, 80]), ...entry("P2", [10, 10, 10, 90, 90, 90]), ...entry("P3", [0, 60, 90, 90])]));
    expect([...values]).toEqual([70, 50, 60]);
    expect(isTrimmed).toEqual([true, true, false]);
  });
});
