import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";
import { signIn } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
let browser: Browser;
const complaints: string[][] = [];
const wide: Look = { locale: "id", width: 1280 };
const narrow: Look = { locale: "en", width: 390 };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(["--demo"]), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function as(key: string, look: Look): Promise<Page> {
  const opened = await openWindow(browser, product.url, look);
  complaints.push(opened.complaints);
  const account = demoAccounts.find((one) => one.key === key);
  await signIn(opened.page, translators[look.locale], account?.email ?? "", demoPassword);
  return opened.page;
}

/** The open edition of the demo, by its organiser's list. */
async function openEdition(page: Page): Promise<string> {
  await page.goto("/organiser");
  const links = await page.locator("main a[href*='/organiser/editions/edn_']").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const link of links) {
    const path = /\/organiser\/editions\/edn_\w+/.exec(link)?.[0] ?? "";
    await page.goto(`${path}/extensions`);
    if ((await page.locator("a[href$='/extensions/new']").count()) > 0) return path;
  }
  throw new Error("no open edition");
}

const agencyName = "Pemerintah Kabupaten Wakatobi";

it("gives an agency more time, tells it why, announces, changes the words of a letter, and shows every letter", async () => {
  const page = await as("organiser", wide);
  const base = await openEdition(page);
  await lookAt(page, "extensions", wide);

  await page.goto(`${base}/extensions/new`);
  await page.locator("main input[role=combobox]").fill(agencyName);
  await page.getByRole("option", { name: agencyName }).click();
  await page.getByRole("button", { name: "Lanjut" }).click();
  await page.waitForURL(/agency=/);
  await lookAt(page, "extension-new", wide);
  const before = await page.locator("input[name=closesAt]").inputValue();
  await page.locator("input[name=closesAt]").fill(localPlusHours(before, 20));
  await page.locator("textarea[name=reason]").fill("Jaringan di kabupaten putus dua hari.");
  await page.getByRole("button", { name: "Beri perpanjangan" }).click();
  await page.waitForURL(/\/extensions$/);
  await page.getByRole("cell", { name: "Jaringan di kabupaten putus dua hari." }).first().waitFor();

  await page.goto(`${base}/announcements/new`);
  await lookAt(page, "announcement-new", wide);
  await page.locator("input[name=titleId]").fill("Pembekalan daring");
  await page.locator("textarea[name=bodyId]").fill("Pembekalan daring diadakan hari Senin.");
  await page.locator("input[name=titleEn]").fill("Online briefing");
  await page.locator("textarea[name=bodyEn]").fill("An online briefing is held on Monday.");
  await page.locator("input[name=published]").check();
  await page.getByRole("button", { name: "Simpan dan pratinjau" }).click();
  await page.waitForURL(/\/announcements\/ann_/);
  await lookAt(page, "announcement", wide);
  await page.getByRole("button", { name: "Terbitkan" }).click();
  await page.getByText("Terkirim").first().waitFor({ timeout: 1_000 }).catch(() => undefined);
  await expect.poll(async () => (await page.reload(), page.getByText("Terkirim").count()), { timeout: 90_000, interval: 2_000 }).toBeGreaterThan(0);

  await page.goto(`${base}/letters/proposalReturned/id`);
  await lookAt(page, "letter", wide);
  await page.locator("textarea[name=body]").fill("Yth. {name},\n\n{note}");
  await page.getByRole("button", { name: "Simpan naskah" }).click();
  await page.getByText("{link} belum ada", { exact: false }).first().waitFor();
  await page.locator("textarea[name=body]").fill("Yth. {name},\n\n{note}\n\nLanjutkan di {link}");
  await page.getByRole("button", { name: "Kirim uji ke saya" }).click();
  await page.getByText("Surat uji masuk antrean", { exact: false }).waitFor();

  await page.goto(`${base}/outbox?template=extensionGranted`);
  await lookAt(page, "outbox", wide);
  await page.getByRole("link", { name: /Perpanjangan waktu sampai/ }).first().click();
  await page.waitForURL(/\/outbox\/mail_/);
  await lookAt(page, "outbox-letter", wide);
  await page.goto("/demo/mailbox");
  expect(await page.getByText("Pembekalan daring diadakan hari Senin.").count()).toBeGreaterThan(0);
  await page.context().close();
});

it("is read by the agency in English on a telephone: extension, notice, calendar, and whom to ask", async () => {
  const page = await as("agencyAdmin", narrow);
  await page.goto("/home");
  await page.waitForURL(/\/agencies\/agc_/);
  expect(await page.getByText("Jaringan di kabupaten putus dua hari.").count()).toBeGreaterThan(0);
  const agency = new URL(page.url()).pathname;
  await page.goto("/notices");
  await lookAt(page, "notices", narrow);
  await page.getByRole("link", { name: /Pembekalan daring/ }).first().click();
  await page.waitForURL(/\/notices\/announcements\//);
  expect(await page.getByText("An online briefing is held on Monday.").count()).toBe(1);
  await lookAt(page, "announcement-read", narrow);
  await page.goto("/notices/preferences");
  await lookAt(page, "notice-preferences", narrow);
  await page.goto(`${agency}/calendar`);
  await lookAt(page, "calendar", narrow);
  await page.getByRole("button", { name: "Make a calendar address" }).click();
  const address = await page.locator("input[name=address]").inputValue();
  const feed = await fetch(address);
  expect([feed.status, feed.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect((await feed.text()).startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
  await page.context().close();
  expect(complaints.flat()).toEqual([]);
});

/** `YYYY-MM-DDTHH:MM` some hours later, on the same clock. */
function localPlusHours(local: string, hours: number): string {
  return new Date(Date.parse(`${local.slice(0, 16)}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}
