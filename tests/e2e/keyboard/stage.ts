import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type EarlyScene, mailOf, makeEarlyScene, password } from "#tests/e2e/early/scene.ts";
import { typeByKeys } from "#tests/e2e/keyboard/by-keyboard.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

/** Where everything is done by keys: a running product, its people, and what was written into its database. */
export type Stage = {
  product: Product;
  scene: EarlyScene;
  /** A person's window, signed in with the keyboard. */
  as: (name: string, look: Look) => Promise<Page>;
  /** A window without anybody. */
  visitor: (look: Look) => Promise<Page>;
  /** The first row of a question to the database. */
  one: <T>(sql: string, ...values: string[]) => T;
  close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  const scene = await makeEarlyScene(product.dataDir);
  const complaints: string[][] = [];
  const visitor = (look: Look) => openAs({ browser, product, complaints }, look);
  return {
    ...{ product, scene, visitor },
    as: async (name, look) => {
      const page = await visitor(look);
      await signInByKeys(page, mailOf(name));
      return page;
    },
    one: <T>(sql: string, ...values: string[]) => scene.ctx.db.$client.prepare(sql).get(...values) as T,
    close: async () => {
      scene.ctx.db.$client.close();
      await browser.close();
      await product.stop();
      expect(complaints.flat(), "complaints of the browser's console").toEqual([]);
    },
  };
}

async function openAs({ browser, product, complaints }: { browser: Browser; product: Product; complaints: string[][] }, look: Look): Promise<Page> {
  const { page, complaints: said } = await openWindow(browser, product.url, look);
  complaints.push(said);
  return page;
}

export async function signInByKeys(page: Page, email: string, secret = password): Promise<void> {
  await page.goto("/sign-in");
  await typeByKeys(page, named(page, "email"), email);
  await typeByKeys(page, named(page, "password"), secret);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

export const named = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]`);
export const choice = (page: Page, name: string, value: string): Locator => page.locator(`main [name="${name}"][value="${value}"]`);
export const link = (page: Page, words: string): Locator => seen(page.locator("main").getByRole("link", { name: words, exact: true }));
export const button = (page: Page, words: string): Locator => seen(page.locator("main").getByRole("button", { name: words, exact: true }));

const seen = (all: Locator): Locator => all.filter({ visible: true }).first();
