import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { rehearsalDefinition } from "#app/features/competitions/presets/rehearsal-values.ts";
import { getPreset } from "#app/features/competitions/presets/registry.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { localOfInstant } from "#app/lib/zones.ts";
import { type Look, openWindow, type Person, sizeOf } from "#tests/support/browser.ts";
import { glanceAt, lookAt } from "#tests/support/look.ts";
import type { Product } from "#tests/support/product.ts";

/** The demo's clock, which all walks of one product share: it only moves forward. */
export type Clock = { now: () => number; moveTo: (page: Page, until: number) => Promise<void> };

/** One walk: who walks it, in which language, on which screen, through which edition. */
export type Walk = {
  product: Product;
  look: Look;
  t: Translate;
  clock: Clock;
  slug: string;
  /** Of its edition; every walk has its own, so that no two editions share a name. */
  year: number;
  definition: Definition;
  /** The window of a person; opened and signed in the first time. */
  as: (key: string) => Promise<Page>;
  /** A window without anybody. */
  visitor: () => Promise<Page>;
  /** Looks at the screen as wide as the walk, and glances at it in the other width: axe reads a screen once a language, at a desk in one and on a phone in the other. */
  see: (page: Page, name: string) => Promise<void>;
  end: () => Promise<void>;
  /** A picture of every window, for whoever has to find out what went wrong. */
  recordFailure: () => Promise<void>;
  /** Set as the walk goes on. */
  editionPath: string;
  agencyPath: string;
  /** Of the writer whom the agency invites. */
  writerEmail: string;
};

export function makeClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    moveTo: async (page, until) => {
      await page.goto("/verify");
      await page.locator(".demo-bar summary").click();
      await page.locator("#demo-until").fill(localOfInstant("Asia/Jakarta", until));
      await Promise.all([page.waitForResponse((answer) => answer.url().endsWith("/demo/clock")), page.locator(".demo-bar button").click()]);
      await page.waitForLoadState("load");
      offset = until - Date.now();
    },
  };
}

const widths = [1280, 390];
let walks = 0;

export function startWalk(product: Product, browser: Browser, clock: Clock, look: Look): Walk {
  const windows = new Map<string, Person & { complaints: string[] }>();
  const t = translators[look.locale];
  // A second try walks an edition of its own: what the first left standing is not in its way.
  const slug = `jalan-${look.locale}-${look.width}-${walks}`;
  const year = 2027 + walks++;
  const openAs = async (key: string): Promise<Page> => {
    const known = windows.get(key);
    if (known) return known.page;
    const opened = await openWindow(browser, product.url, look);
    windows.set(key, opened);
    return opened.page;
  };
  return {
    ...{ product, look, t, clock, slug, year, editionPath: "", agencyPath: "", writerEmail: `penulis.${slug}@latihan.invalid` },
    definition: rehearsalDefinition(getPreset("kipp-2022"), { year, registrationOpensAt: clock.now() }),
    visitor: () => openAs("visitor"),
    as: async (key) => {
      const fresh = !windows.has(key);
      const page = await openAs(key);
      const account = demoAccounts.find((one) => one.key === key);
      if (fresh && account) await signIn(page, t, account.email, demoPassword);
      return page;
    },
    see: async (page, name) => {
      await lookAt(page, name, look);
      for (const width of widths.filter((one) => one !== look.width)) {
        await page.setViewportSize(sizeOf({ ...look, width }));
        await glanceAt(page, name, { ...look, width });
      }
      await page.setViewportSize(sizeOf(look));
    },
    recordFailure: async () => {
      for (const [key, { page }] of windows) await page.screenshot({ path: `shots/failed-${slug}-${key}.png`, fullPage: true });
    },
    end: async () => {
      const complaints = [...windows].flatMap(([key, { complaints: said }]) => said.map((words) => `${key}: ${words}`));
      for (const { context } of windows.values()) await context.close();
      expect(complaints, "complaints of the browser's console").toEqual([]);
    },
  };
}

export async function signIn(page: Page, t: Translate, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(t("accounts.signIn.email"), { exact: true }).fill(email);
  await page.getByLabel(t("accounts.signIn.password"), { exact: true }).fill(password);
  await press(page, t("accounts.signIn.submit"), page.locator("main"));
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** The same without the form, for journeys that prove something else and sign many people in. */
export async function enter(page: Page, baseUrl: string, { email, password }: { email: string; password: string }): Promise<void> {
  const answer = await page.request.post(`${baseUrl}/sign-in`, { form: { email, password }, headers: { Origin: baseUrl }, maxRedirects: 0 });
  expect([email, answer.status()]).toEqual([email, 302]);
}

/** Presses the one visible button of that name. */
export async function press(page: Page, name: string, within: Locator | Page = page): Promise<void> {
  await within.getByRole("button", { name, exact: true }).filter({ visible: true }).first().click();
}

/** Opens a confirmation by its button, reads it, and confirms with the button of the dialog. */
export async function confirm(page: Page, trigger: string, answer = trigger, within: Locator | Page = page): Promise<void> {
  await press(page, trigger, within);
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await dialog.getByRole("button", { name: answer, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Waits for the words that say what has been done. */
export async function told(page: Page, words: string): Promise<void> {
  await page.getByRole("status").filter({ hasText: words }).first().waitFor();
}
