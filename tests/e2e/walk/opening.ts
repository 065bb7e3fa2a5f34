import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Clock, makeClock, startWalk, type Walk } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser } from "#tests/support/browser.ts";
import type { Product } from "#tests/support/product.ts";

/** The two looks between which every screen is seen in both languages and both widths. */
export const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

type Walking = (look: Look, work: (walk: Walk) => Promise<void>) => Promise<void>;

/** One product and one browser for all walks of a file. Whatever stops a walk is recorded in pictures; nobody's console may complain. */
export function openWalks(start: () => Promise<Product>): Walking {
  let product: Product | undefined;
  let browser: Browser | undefined;
  let clock: Clock;
  beforeAll(async () => {
    [product, browser] = await Promise.all([start(), openBrowser()]);
    clock = makeClock();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return async (look, work) => {
    if (!product || !browser) throw new Error("nothing was started");
    const walk = startWalk(product, browser, clock, look);
    await work(walk).catch(async (error: unknown) => {
      await walk.recordFailure();
      throw error;
    });
    await walk.end();
  };
}
