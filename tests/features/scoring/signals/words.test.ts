import { expect, it } from "vitest";
import { correlation, points, signed } from "#app/features/scoring/components/signals-panel.tsx";

it("figures of a signal keep the decimals that tell them apart, and nothing is less than nothing", () => {
  expect([points("id", 7.26), signed("id", 1.25), signed("id", -12.8), signed("id", -0.04), signed("id", 0.04)]).toEqual(["7,3", "+1,3", "-12,8", "0,0", "0,0"]);
  expect([correlation("id", 0.274), correlation("en", 0.986)]).toEqual(["0,27", "0.99"]);
});
