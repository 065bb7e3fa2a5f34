import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findAnswers } from "#app/features/proposals/store.server.ts";
import { baseName } from "#app/features/proposals/form/rules.ts";
import { cellName } from "#app/features/proposals/form/rows/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { type EarlyScene, mailOf, makeEarlyScene, organiserName, password, readerName, writerName } from "#tests/e2e/early/scene.ts";
import { signIn } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
let browser: Browser;
let scene: EarlyScene;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  scene = await makeEarlyScene(product.dataDir);
});

afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});

afterAll(async () => {
  scene?.ctx.db.$client.close();
  await browser?.close();
  await product?.stop();
});

type Early = { page: Page; complaints: string[]; letScriptsRun: () => void };

/** A page whose scripts do not come before they are let: what is typed until then is typed into plain HTML. */
async function openWithoutScripts(look: Look, who: string, address: string): Promise<Early> {
  const { context, page, complaints } = await openWindow(browser, product.url, look);
  contexts.push(context);
  await signIn(page, translators[look.locale], mailOf(who), password);
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route(isScript, (route) => opened.then(() => route.continue()));
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("main form").first().waitFor();
  return { page, complaints, letScriptsRun: open };
}

const isScript = (url: URL): boolean => url.pathname.endsWith(".js");

/** Waits until React has taken over what the selector finds first. */
const alive = (page: Page, selector: string) =>
  page.waitForFunction((first) => Object.keys(document.querySelector(first) ?? {}).some((key) => key.startsWith("__react")), selector);

const stored = (id: ProposalId): Record<string, string> => Object.fromEntries(findAnswers(scene.ctx, id).map(({ fieldKey, value }) => [fieldKey, value]));
let seated = 0;
/** Somebody nobody has met yet. */
const someone = (): string => `Umar${(seated += 1)} Sementara`;

const within = { timeout: 20_000, interval: 200 };

/** At the end of what stands there, key by key. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await page.locator(`[name="${name}"]`).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("what is typed before the page has come alive, in $locale at $width px", (look) => {
  it("is saved of every kind of question, and none is put back to what it was", async () => {
    const id = scene.draft();
    const { page, complaints, letScriptsRun } = await openWithoutScripts(look, writerName, `/proposals/${id}/edit/s_semua`);
    await type(page, "uraian", " dan ditulis awal");
    await type(page, "nama", "Apotek");
    await type(page, "jumlah", "12");
    await page.locator('[name="mulai"]').fill("2023-05-06");
    await type(page, "laman", "https://contoh.go.id");
    await page.locator('[name="pakai"][value="ya"]').check();
    await page.locator('[name="sasaran"][value="tidak"]').check();
    await type(page, cellName("biaya", 0, "guna"), "Obat");
    letScriptsRun();
    const wanted = {
      ...{ uraian: "sudah ada dan ditulis awal", nama: "Apotek", jumlah: "12", mulai: "2023-05-06", laman: "https://contoh.go.id" },
      ...{ pakai: "ya", sasaran: '["tidak"]', biaya: '[{"guna":"Obat"}]' },
    };
    await expect.poll(() => stored(id), within).toEqual(wanted);
    expect(await page.locator('[name="uraian"]').inputValue()).toBe(wanted.uraian);
    // What was counted while nobody counted.
    await page.getByText(translators[look.locale]("common.words.of", { count: 5, limit: 500 })).waitFor();
    await type(page, "uraian", " lalu lagi");
    await expect.poll(() => stored(id).uraian, within).toBe(`${wanted.uraian} lalu lagi`);
    expect(complaints).toEqual([]);
  });

  it("is saved of the identity too: title, group, category, day", async () => {
    const id = scene.draft();
    const { page, letScriptsRun } = await openWithoutScripts(look, writerName, `/proposals/${id}/edit/identity`);
    await type(page, "title", " baru");
    await page.locator('[name="categoryKey"]').selectOption("tata-kelola");
    await page.locator('[name="startedOn"]').fill("2023-01-02");
    letScriptsRun();
    const row = () => scene.ctx.db.$client.prepare("select title, category_key as category, started_on as startedOn from proposals where id = ?").get(id);
    await expect.poll(row, within).toEqual({ title: expect.stringMatching(/^Apotek Singgah \d+ baru$/) as string, category: "tata-kelola", startedOn: "2023-01-02" });
  });

  it("is saved where another program has changed the page so that it has to be drawn anew", async () => {
    const id = scene.draft();
    const { page, letScriptsRun } = await openWithoutScripts(look, writerName, `/proposals/${id}/edit/s_semua`);
    await type(page, "uraian", " dan tetap ada");
    await page.locator('[name="pakai"][value="ya"]').check();
    // As a translator in the browser does.
    await page.evaluate(() => document.querySelector("h1")?.replaceChildren("diterjemahkan"));
    letScriptsRun();
    await expect.poll(() => stored(id), within).toEqual({ uraian: "sudah ada dan tetap ada", mulai: "2024-01-15", pakai: "ya", sasaran: "[]" });
    expect(await page.locator('[name="uraian"]').inputValue()).toBe("sudah ada dan tetap ada");
  });

  it("is not taken for typing where nobody typed", async () => {
    const id = scene.draft();
    const { page, letScriptsRun } = await openWithoutScripts(look, writerName, `/proposals/${id}/edit/s_semua`);
    const saves: string[] = [];
    page.on("request", (request) => void (request.method() === "POST" && saves.push(request.url())));
    letScriptsRun();
    await alive(page, `[name="${baseName("uraian")}"]`);
    await page.waitForTimeout(2_500);
    expect(saves.filter((url) => url.includes("/sections/"))).toEqual([]);
  });

  it("is kept of a question that was unfolded in place, and sent", async () => {
    const t = translators[look.locale];
    const name = someone();
    const address = await scene.seat(name);
    const { page, complaints, letScriptsRun } = await openWithoutScripts(look, organiserName, address);
    const fold = page.locator("tr", { hasText: name }).locator("details.confirm-fold");
    await fold.locator("summary").click();
    await fold.locator("[name=reason]").fill("Pindah tugas");
    letScriptsRun();
    await alive(page, "main details [name=reason]");
    await fold.locator("[name=reason]").press("End");
    await page.keyboard.type(" ke daerah lain");
    await fold.getByRole("button", { name: t("competitions.seats.remove"), exact: true }).click();
    await page.getByText(t("competitions.seats.removed", { name })).first().waitFor();
    const said = scene.ctx.db.$client.prepare("select removal_reason as reason from seats where removed_at is not null order by removed_at desc limit 1");
    expect(said.get()).toEqual({ reason: "Pindah tugas ke daerah lain" });
    expect(complaints).toEqual([]);
  });

  it("leaves the focus where it was, also where a list or a question is put in another's place", async () => {
    const { page, letScriptsRun } = await openWithoutScripts(look, organiserName, await scene.seat(someone()));
    await page.locator("details.confirm-fold summary").first().focus();
    letScriptsRun();
    await page.locator("main button[aria-haspopup=dialog]").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-haspopup"))).toBe("dialog");
    await page.context().close();

    const other = await openWithoutScripts(look, writerName, "/agencies/access");
    await other.page.locator("main select").focus();
    other.letScriptsRun();
    await other.page.locator("main [role=combobox]").waitFor();
    expect(await other.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
  });

  it("does not keep the page from coming alive, whatever key is pressed in the very moment", async () => {
    const id = scene.draft();
    const { page, complaints, letScriptsRun } = await openWithoutScripts(look, writerName, `/proposals/${id}/edit/s_semua`);
    // React takes its turns through a port: held back, each leaves the moment open for a key.
    await page.evaluate(() => {
      const { postMessage } = MessagePort.prototype;
      MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
        setTimeout(() => postMessage.call(this, message), 100);
      };
      setInterval(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true })), 5);
    });
    letScriptsRun();
    await alive(page, `[name="${baseName("uraian")}"]`);
    await type(page, "uraian", " lalu hidup");
    await expect.poll(() => stored(id).uraian, within).toBe("sudah ada lalu hidup");
    expect(complaints).toEqual([]);
  });

  it("is saved of a score sheet: level, mark and note", async () => {
    const { page, complaints, letScriptsRun } = await openWithoutScripts(look, readerName, scene.sheet);
    const mark = look.locale === "en" ? "81.5" : "82,5";
    const level = page.locator('[name="level.ringkasan"][value="3"]');
    await level.evaluate((one: HTMLInputElement) => one.closest("details")?.setAttribute("open", ""));
    await level.check({ force: true });
    await page.locator('[name="mark.ringkasan"]').fill(mark);
    const note = `catatan awal ${look.locale}`;
    await page.locator('[name="note.ringkasan"]').fill(note);
    letScriptsRun();
    const kept = () => scene.ctx.db.$client.prepare("select mark, note from marks where criterion_key = 'ringkasan'").get();
    await expect.poll(kept, within).toEqual({ mark: look.locale === "en" ? 8_150 : 8_250, note });
    expect(complaints).toEqual([]);
  });
});
