import { describe, it } from "vitest";
import { walkThrough } from "#tests/e2e/walk/journey.ts";
import { openWalks } from "#tests/e2e/walk/opening.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { startProduct } from "#tests/support/product.ts";

// The first start that a person makes: nothing was filled before.
const walkIn = openWalks(() => startProduct(["--demo"], { DATA_DIR: freshFolder() }));

describe("one edition in Indonesian, walked at a desk", () => {
  it("goes from an empty draft to a verified certificate, each step by its own person", () => walkIn({ locale: "id", width: 1280 }, walkThrough));
});
