import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { createProposal } from "#app/features/proposals/operations.server.ts";
import { findAnswers } from "#app/features/proposals/store.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { openDatabase } from "#db/client.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";
import { makeWorld } from "#tests/support/world.ts";
import { addAgency, addEdition, addMember, definition } from "#tests/features/proposals/scene.ts";
import { enter, signIn } from "#tests/e2e/walk/walk.ts";

const password = "perahu kertas di teluk";
const section = "ringkasan";
const area = `textarea[name="${section}"]`;

let product: Product;
let browser: Browser;
let ctx: Ctx;
let writers: Actor[];
let place: { editionId: ReturnType<typeof addEdition>; agencyId: ReturnType<typeof addAgency> };
let contexts: BrowserContext[] = [];
let complaints: string[][] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  const world = makeWorld(Date.now());
  ctx = { ...world.ctx, db: openDatabase(join(product.dataDir, "anugerah.db")), actor: systemActor };
  const here = { ...world, ctx };
  const day = 86_400_000;
  const open = definition.stages.map((stage) => ({ ...stage, opensAt: ctx.now - day, closesAt: ctx.now + day }));
  place = { editionId: addEdition(here, { ...definition, stages: open }, "sunting"), agencyId: addAgency(here, "99.99", "Pemerintah Kabupaten Uji") };
  writers = [];
  for (const name of ["Siti Penulis", "Budi Penulis"]) {
    const email = `${name.split(" ")[0]?.toLowerCase()}@contoh.go.id`;
    const userId = await createUser(ctx, { email, name, password, systemRole: "none" });
    addMember({ ...here, person: () => ({ userId, name, email, grants: [] }) }, { agencyId: place.agencyId, name, role: "writer" });
    writers.push({ userId, name, email, grants: [{ scope: "agency", scopeId: place.agencyId, role: "writer" }] });
  }
});

afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  // A network that was switched off is complained of, too: here only what the page itself got wrong counts.
  const said = complaints.flat();
  complaints = [];
  expect(said.filter((words) => /React error|hydrat/i.test(words))).toEqual([]);
});

afterAll(async () => {
  ctx.db.$client.close();
  await browser.close();
  await product.stop();
});

const writer = (index: number): Actor => writers[index] as Actor;
let titles = 0;

function draft(): ProposalId {
  titles += 1;
  const titled = { title: `Apotek Singgah ${titles}`, groupKey: "umum", categoryKey: "layanan", unit: "Dinas Kesehatan" };
  return createProposal({ ...ctx, now: Date.now(), actor: writer(0) }, { ...place, ...titled });
}

const stored = (id: ProposalId): Record<string, string> => Object.fromEntries(findAnswers(ctx, id).map(({ fieldKey, value }) => [fieldKey, value]));

async function openEditor(look: Look, id: ProposalId, who = 0): Promise<Page> {
  const { context, page, complaints: said } = await openWindow(browser, product.url, look);
  contexts.push(context);
  complaints.push(said);
  await enter(page, product.url, { email: writer(who).email, password });
  await page.goto(`/proposals/${id}/edit/${section}`);
  await hydrated(page);
  return page;
}

/** The page has all its scripts: what is cut off earlier is another story. */
const hydrated = async (page: Page, field = area): Promise<void> => {
  // On a busy machine the scripts have arrived long before they have run: React marks what it takes over, and then comes to rest.
  await page.waitForFunction((selector) => Object.keys(document.querySelector(selector) ?? {}).some((key) => key.startsWith("__react")), field);
  await page.evaluate(() => new Promise<void>((rest) => void requestIdleCallback(() => void requestAnimationFrame(() => void requestIdleCallback(() => rest())))));
};

/** As a person types: key by key at the end of the text. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator(area).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text, { delay: 5 });
}

const saying = (page: Page, words: string) => page.locator(".save", { hasText: words }).waitFor();
const untilStored = (id: ProposalId, text: string, key = section) => expect.poll(() => stored(id)[key], { timeout: 15_000, interval: 200 }).toBe(text);

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("a text being written, in $locale at $width px", (look) => {
  const t = translators[look.locale];
  const savedWords = t("common.saved", { time: "" }).trim();

  it("is saved by itself, and the page says when", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    await type(page, "obat sampai di pulau");
    await untilStored(id, "obat sampai di pulau");
    await saying(page, savedWords);
    expect(await page.locator(".save").textContent()).toMatch(/WITA/);
    await lookAt(page, "editor-saved", look);
  });

  it("waits on the device while the network is away, and is sent when it is back", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    await page.context().setOffline(true);
    await type(page, "ditulis luring");
    await saying(page, t("drafting.states.away"));
    expect(stored(id)).toEqual({});
    await page.locator(`a[href$="/edit/identity"]`).first().click();
    await page.getByText(t("drafting.stays")).waitFor();
    await page.context().setOffline(false);
    await untilStored(id, "ditulis luring");
    await saying(page, savedWords);
    await lookAt(page, "editor-back-online", look);
  });

  it("outlives a session that ended: the password is asked in place, nothing is loaded anew", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    await page.evaluate(() => ((window as unknown as { same: boolean }).same = true));
    ctx.db.delete(sessions).run();
    await type(page, "sebelum sesi habis");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await lookAt(page, "editor-session-ended", look);
    await dialog.locator('[name="password"]').fill("bukan sandinya sama sekali");
    await dialog.getByRole("button", { name: t("drafting.signIn.submit") }).click();
    await dialog.locator(".field__error").waitFor();
    await dialog.locator('[name="password"]').fill(password);
    await dialog.getByRole("button", { name: t("drafting.signIn.submit") }).click();
    await dialog.waitFor({ state: "hidden" });
    await untilStored(id, "sebelum sesi habis");
    expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
  });

  it("is not saved under the name of another person who signed in beside it", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    const beside = await page.context().newPage();
    await page.context().clearCookies({ name: "anugerah_session" });
    await signIn(beside, t, writer(1).email, password);
    await type(page, "milik Siti");
    await page.getByRole("dialog").waitFor();
    await page.getByText(t("drafting.signIn.otherPerson", { email: writer(0).email })).waitFor();
    expect(stored(id)).toEqual({});
  });

  it("takes different questions from two tabs, and says that the other one's came in", async () => {
    const id = draft();
    const [one, two] = [await openEditor(look, id), await openEditor(look, id, 1)];
    await one.goto(`/proposals/${id}/edit/identity`);
    await two.goto(`/proposals/${id}/edit/identity`);
    await Promise.all([one, two].map((page) => hydrated(page, '[name="innovator"]')));
    await one.locator('[name="innovator"]').fill("Tim Satu");
    await saying(one, savedWords);
    await one.waitForTimeout(1_500);
    await two.locator('[name="unit"]').fill("Puskesmas Dua");
    await two.getByText(t("drafting.merged", { label: t("proposals.identity.innovator") })).waitFor();
    expect(await two.locator('[name="innovator"]').inputValue()).toBe("Tim Satu");
    const row = ctx.db.$client.prepare("select unit, innovator from proposals where id = ?").get(id);
    expect(row).toEqual({ unit: "Puskesmas Dua", innovator: "Tim Satu" });
  });

  it("is shown beside the other where two people wrote the same paragraph, and nothing is overwritten", async () => {
    const id = draft();
    const [one, two] = [await openEditor(look, id), await openEditor(look, id, 1)];
    await type(one, "tulisan pertama");
    await untilStored(id, "tulisan pertama");
    await type(two, "tulisan kedua");
    await two.getByRole("alert").filter({ hasText: t("drafting.collision.text") }).waitFor();
    expect(stored(id)).toEqual({ [section]: "tulisan pertama" });
    expect(await two.locator(area).inputValue()).toBe("tulisan kedua");
    await two.getByText(t("drafting.presence.here", { names: writer(0).name })).waitFor();
    await lookAt(two, "editor-collision", look);
    await two.getByRole("button", { name: t("drafting.collision.combine") }).click();
    await untilStored(id, "tulisan kedua\ntulisan pertama");
    expect(await two.locator(area).inputValue()).toBe("tulisan kedua\ntulisan pertama");
    await type(one, " lanjut");
    await one.getByRole("alert").filter({ hasText: t("drafting.collision.text") }).waitFor();
    await one.getByRole("button", { name: t("drafting.collision.useTheirs") }).click();
    await saying(one, savedWords);
    expect(await one.locator(area).inputValue()).toBe("tulisan kedua\ntulisan pertama");
    await one.goto(`/proposals/${id}/history/${section}`);
    await lookAt(one, "editor-history", look);
  });

  it("outlives a server that is killed and started again while one types", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    await type(page, "sebelum mati ");
    await untilStored(id, "sebelum mati ");
    await product.kill();
    await type(page, "sesudah mati");
    await saying(page, t("drafting.states.away"));
    await product.startAgain();
    await expect.poll(() => stored(id)[section], { timeout: 90_000, interval: 500 }).toBe("sebelum mati sesudah mati");
  });

  it("comes back after the browser was closed in the middle of a word", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    const { context } = { context: page.context() };
    await context.setOffline(true);
    await type(page, "setengah ka");
    await page.waitForTimeout(400);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    expect(stored(id)).toEqual({});
    const again = await context.newPage();
    await again.goto(`/proposals/${id}/edit/${section}`);
    await untilStored(id, "setengah ka");
    expect(await again.locator(area).inputValue()).toBe("setengah ka");
    await lookAt(again, "editor-restored", look);
  });

  it("leaves nothing on the device once the person has signed out", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    await page.evaluate(() => localStorage.setItem("draft:lama", JSON.stringify({ owner: "x", place: "y", at: Date.now(), entries: [] })));
    const signOut = page.locator('form[action="/sign-out"] button');
    await page.locator("details.menu summary").last().click();
    await signOut.click();
    await page.waitForURL((url) => url.pathname === "/");
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it("is read before it is handed in as an evaluator will read it, on the screen and on paper", async () => {
    const id = draft();
    const page = await openEditor(look, id);
    await type(page, "- satu\n- dua");
    await untilStored(id, "- satu\n- dua");
    await page.goto(`/proposals/${id}/preview`);
    await page.locator("ul li", { hasText: "satu" }).waitFor();
    await lookAt(page, "proposal-preview", look);
    const pdf = await page.request.get(`/downloads/proposals/${id}/preview.pdf`);
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  });
});
