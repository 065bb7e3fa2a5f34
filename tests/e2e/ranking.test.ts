import { describe, it } from "vitest";
import { readFinished } from "#tests/e2e/ranking/finished.ts";
import { walkThrough } from "#tests/e2e/ranking/journey.ts";
import { prepareScene } from "#tests/e2e/ranking/scene.ts";
import { looks, openWalks } from "#tests/e2e/walk/opening.ts";
import { startProduct } from "#tests/support/product.ts";

const walkIn = openWalks(() => startProduct(["--demo"]));

describe.each(looks)("a list in $locale at $width px", (look) => {
  it("goes from the last locked sheet to a published list that anybody can compute anew", () =>
    walkIn(look, async (walk) => {
      const scene = await prepareScene(walk.product, { slug: walk.slug, year: walk.year, now: walk.clock.now() });
      const base = `/organiser/editions/${scene.editionId}`;
      await walkThrough({ ...walk, scene, base, list: `${base}/lists/top99` });
    }));

  it("is read, once final, as far as its last row", () => walkIn(look, readFinished));
});
