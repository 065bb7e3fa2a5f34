import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { readFinished } from "#tests/e2e/ranking/finished.ts";
import { walkThrough } from "#tests/e2e/ranking/journey.ts";
import type { Panel } from "#tests/e2e/ranking/panel.ts";
import { prepareScene } from "#tests/e2e/ranking/scene.ts";
import { type Clock, makeClock, startWalk } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser } from "#tests/support/browser.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product | undefined;
let browser: Browser | undefined;
let clock: Clock;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(["--demo"]), openBrowser()]);
  clock = makeClock();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("a list in $locale at $width px", (look) => {
  it("goes from the last locked sheet to a published list that anybody can compute anew", async () => {
    if (!product || !browser) throw new Error("nothing was started");
    const walk = startWalk(product, browser, clock, look);
    const scene = await prepareScene(product, { slug: walk.slug, year: walk.year, now: clock.now() });
    const base = `/organiser/editions/${scene.editionId}`;
    const panel: Panel = { ...walk, scene, base, list: `${base}/lists/top99` };
    await walkThrough(panel).catch(async (error: unknown) => {
      await walk.recordFailure();
      throw error;
    });
    await walk.end();
  });

  it("is read, once final, as far as its last row", async () => {
    if (!product || !browser) throw new Error("nothing was started");
    const walk = startWalk(product, browser, clock, look);
    await readFinished(walk);
    await walk.end();
  });
});
