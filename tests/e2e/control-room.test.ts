import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { readSheet } from "#app/lib/spreadsheets.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";
import { confirm, press, signIn, told } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

const wide: Look = { locale: "id", width: 1280 };
const narrow: Look = { locale: "en", width: 390 };
const panels = ["days", "curve", "drafts", "people", "queues"] as const;
const limits = { maxRows: 10_000, maxBytes: 5 * 1024 * 1024 };

let product: Product;
let browser: Browser;
let base = "";

function ask<T>(sql: string): T[] {
  const client = openDatabase(join(product.dataDir, "anugerah.db")).$client;
  try {
    return client.prepare(sql).all() as T[];
  } finally {
    client.close();
  }
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(["--demo"]), openBrowser()]);
  base = `/organiser/editions/${ask<{ id: string }>("select id from editions where status = 'open'")[0]?.id ?? ""}/control-room`;
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const secretariat = (): string => demoAccounts.find(({ key }) => key === "organiser")?.email ?? "";
const nudges = (): number => ask("select 1 from outbox where dedupe_key like 'nudge %'").length;
const rowsOf = (page: Page) => page.locator("main table").last().locator("tbody tr");

/** What the link of that name brings, read as a table. */
async function download(page: Page, name: string): Promise<string[][]> {
  const address = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  const answer = await page.context().request.get(address ?? "");
  expect([answer.status(), answer.headers()["content-disposition"]]).toEqual([200, expect.stringMatching(/^attachment; filename="latihan-/)]);
  const sheet = await readSheet(new Uint8Array(await answer.body()), limits);
  return [sheet.header, ...sheet.rows];
}

describe("the control room", () => {
  it.each([{ look: wide, row: 0 }, { look: narrow, row: 1 }])("is read, filtered, exported and used to remind: $look.locale, $look.width px", async ({ look, row }) => {
    const t = translators[look.locale];
    const { page, complaints } = await openWindow(browser, product.url, look);
    await signIn(page, t, secretariat(), demoPassword);
    await page.goto(base);
    await lookAt(page, "control-room-funnel", look);
    for (const panel of panels) {
      await page.goto(`${base}/${panel}`);
      await lookAt(page, `control-room-${panel}`, look);
    }

    await page.goto(base);
    await page.locator('select[name="kind"]').selectOption("kabupaten");
    await press(page, t("common.filter"));
    await page.waitForURL((url) => url.searchParams.get("kind") === "kabupaten");
    await expect.poll(() => rowsOf(page).count()).toBe(1);
    const atUnit = page.locator(".funnel a").first();
    const figure = Number(await atUnit.textContent());
    const known = ask<{ n: number }>("select count(*) as n from proposals p join agencies a on a.id = p.agency_id join editions e on e.id = p.edition_id where e.status = 'open' and p.status = 'atUnit' and p.reach = 'draft' and a.kind = 'kabupaten'");
    expect([figure]).toEqual(known.map(({ n }) => n));
    await atUnit.click();
    await page.waitForURL((url) => url.pathname === `${base}/drafts`);
    await expect.poll(() => rowsOf(page).count()).toBe(figure);

    const shown = await rowsOf(page).locator("th").allTextContents();
    const titles = ask<{ title: string }>("select title from proposals p join editions e on e.id = p.edition_id where e.status = 'open' and p.reach = 'draft' and length(title) > 10");
    for (const name of [t("controlRoom.csv"), t("controlRoom.xlsx")]) {
      const [header, ...lines] = await download(page, name);
      expect(header).toContain(t("controlRoom.complete"));
      expect(lines.map(([agency]) => agency)).toEqual(shown);
      expect(lines.every((cells) => cells.at(-1) === t("common.rehearsal"))).toBe(true);
      expect(titles.filter(({ title }) => JSON.stringify(lines).includes(title))).toEqual([]);
    }

    const before = nudges();
    await rowsOf(page).nth(row).getByRole("checkbox").check();
    await confirm(page, t("controlRoom.remind"));
    await told(page, t("controlRoom.reminded", { told: 1, spared: 0 }));
    expect([nudges() - before, new URL(page.url()).searchParams.get("kind")]).toEqual([1, "kabupaten"]);
    await expect.poll(() => page.locator('input[form="chosen"]:checked').count()).toBe(0);
    await rowsOf(page).nth(row).getByRole("checkbox").check();
    await confirm(page, t("controlRoom.remind"));
    await told(page, t("controlRoom.reminded", { told: 0, spared: 1 }));
    expect(nudges() - before).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("reminds without JavaScript too", async () => {
    const t = translators.id;
    const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false, locale: "id-ID" });
    await context.addCookies([{ name: "language", value: "id", url: product.url }]);
    const page = await context.newPage();
    await signIn(page, t, secretariat(), demoPassword);
    await page.goto(`${base}/drafts?status=atUnit`);
    const before = nudges();
    await rowsOf(page).filter({ hasNotText: "Kabupaten" }).first().getByRole("checkbox").check();
    await page.locator("main details.confirm-fold summary").click();
    await press(page, t("controlRoom.remind"), page.locator("details.confirm-fold"));
    await told(page, t("controlRoom.reminded", { told: 1, spared: 0 }));
    expect([nudges() - before, new URL(page.url()).searchParams.get("status")]).toEqual([1, "atUnit"]);
    await context.close();
  });
});
