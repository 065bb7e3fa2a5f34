import { describe, it } from "vitest";
import { walkThrough } from "#tests/e2e/walk/journey.ts";
import { openWalks } from "#tests/e2e/walk/opening.ts";
import { startProduct } from "#tests/support/product.ts";

const walkIn = openWalks(() => startProduct(["--demo"]));

describe("one edition in English, walked on a phone", () => {
  it("goes from an empty draft to a verified certificate, each step by its own person", () => walkIn({ locale: "en", width: 390 }, walkThrough));
});
