import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stagesOfKind } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { localOfInstant } from "#app/lib/zones.ts";
import { openDatabase } from "#db/client.server.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";
import { agencyAnswers, saying } from "#tests/e2e/walk/agency-pages.ts";
import { confirm, press, signIn, told } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

const [hour, day] = [3_600_000, 86_400_000];
const wide: Look = { locale: "id", width: 1280 };
const narrow: Look = { locale: "en", width: 390 };
const note = "Kata kunci j dan 1 boleh ditulis di sini.";

let product: Product;
let browser: Browser;
let edition: { id: EditionId; definition: Definition };
let now = 0;
const complaints: string[][] = [];

type Client = ReturnType<typeof openDatabase>["$client"];

/** What the demo made, read beside the running product. */
function readDatabase<T>(dataDir: string, work: (client: Client) => T): T {
  const client = openDatabase(join(dataDir, "anugerah.db")).$client;
  try {
    return work(client);
  } finally {
    client.close();
  }
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(["--demo"]), openBrowser()]);
  edition = readDatabase(product.dataDir, (db) => {
    const row = db.prepare("select id, definition from editions where status = 'open'").get() as { id: EditionId; definition: string };
    return { id: row.id, definition: JSON.parse(row.definition) as Definition };
  });
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

/** Moves the demo's clock, which only goes forward. */
async function moveTo(page: Page, until: number): Promise<void> {
  if (until <= now) return;
  await page.goto("/verify");
  await page.locator(".demo-bar summary").click();
  await page.locator("#demo-until").fill(localOfInstant("Asia/Jakarta", until));
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith("/demo/clock")), page.locator(".demo-bar button").click()]);
  await page.waitForLoadState("load");
  now = until;
}

const entryOf = (title: string): string =>
  readDatabase(product.dataDir, (db) => (db.prepare("select id from proposals where edition_id = ? and title like ?").get(edition.id, `${title}%`) as { id: string }).id);

const agencyOf = (proposalId: string): string =>
  readDatabase(product.dataDir, (db) => (db.prepare("select agency_id as agencyId from proposals where id = ?").get(proposalId) as { agencyId: string }).agencyId);

const desk = (proposalId: string): string => `/screening/${edition.id}/proposals/${proposalId}`;
const screeningOpens = (): number => stagesOfKind(edition.definition, "screening")[0]?.opensAt ?? 0;

async function takeEntry(page: Page, look: Look, proposalId: string): Promise<void> {
  await page.goto(desk(proposalId));
  await press(page, translators[look.locale]("screening.page.claim"));
  await told(page, translators[look.locale]("screening.queue.taken"));
}

/** Presses a button as a person without a mouse does. */
async function pressByKey(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
}

/** From the first check to the last by keys alone: every one met, the last one not, with a note. */
async function checkByKeys(page: Page, failLast: boolean): Promise<void> {
  const checks = await page.locator("[data-check]").count();
  await page.locator("h1").click();
  for (let index = 0; index < checks; index += 1) {
    await page.keyboard.press("j");
    await page.keyboard.press(failLast && index === checks - 1 ? "2" : "1");
  }
  if (failLast) {
    await page.keyboard.press("n");
    await page.keyboard.type(note);
  }
  expect(await page.locator('[data-check] input[type="radio"]:checked').count()).toBe(checks);
}

describe("screening", () => {
  it("takes, proposes to fail by keys alone, confirms, announces, hears the appeal and upholds it", async () => {
    const t = translators.id;
    const [organiser, admin] = [await as("organiser", wide), await as("agencyAdmin", wide)];
    await handInSecond(admin);
    await moveTo(organiser, screeningOpens() + hour);
    const proposalId = entryOf("Kelas Gizi Pulau Kecil");
    const first = await as("screener", wide);
    await first.goto(`/screening/${edition.id}`);
    await lookAt(first, "screening-queue", wide);
    await first.goto(desk(proposalId));
    await lookAt(first, "screening-free", wide);
    await pressByKey(first, first.getByRole("button", { name: t("screening.page.claim") }));
    await told(first, t("screening.queue.taken"));
    await checkByKeys(first, true);
    await first.getByText(t("screening.page.savedNow")).waitFor();
    await first.reload();
    expect(await first.locator('[data-check] input[value="fail"]:checked').count()).toBe(1);
    await lookAt(first, "screening-mine", wide);
    const [reason] = edition.definition.screening.reasons;
    await first.getByLabel(reason?.text.id ?? "").focus();
    await first.keyboard.press("Space");
    await pressByKey(first, first.getByRole("button", { name: t("screening.page.proposeButton") }));
    await first.waitForURL((url) => url.pathname === `/screening/${edition.id}`);

    const second = await as("screener2", wide);
    await takeEntry(second, wide, proposalId);
    await lookAt(second, "screening-second", wide);
    await checkByKeys(second, true);
    await second.getByLabel(reason?.text.id ?? "").check();
    await press(second, t("screening.page.confirmButton"));
    await second.waitForURL((url) => url.pathname === `/screening/${edition.id}`);

    await admin.goto(`/proposals/${proposalId}`);
    expect(await admin.getByText(t("proposals.page.screeningFailed")).count()).toBe(0);
    const agencyId = agencyOf(proposalId);
    // A reason stands in HTML and JSON as it is written, up to a sign that these would escape.
    const secrets = [note, (reason?.text.id ?? "").split(/["'&<>]/)[0] ?? "", t("proposals.page.screeningFailed")];
    expect(Math.min(...secrets.map((text) => text.length))).toBeGreaterThan(10);
    const before = await agencyAnswers(admin, { agencyId, proposalId });
    expect([before.size > 30, saying(before, secrets)]).toEqual([true, []]);
    await organiser.goto(`/organiser/editions/${edition.id}/screening`);
    await lookAt(organiser, "screening-progress", wide);
    await organiser.goto(`/organiser/editions/${edition.id}/screening/announcement`);
    await organiser.locator("main details summary").first().click();
    await lookAt(organiser, "screening-announcement", wide);
    await confirm(organiser, t("screening.announcement.button", { count: "1" }));
    await told(organiser, t("screening.announcement.done", { announced: 1 }));
    await organiser.goto(`/organiser/editions/${edition.id}/screening/letters`);
    await lookAt(organiser, "screening-letters", wide);

    await admin.goto(`/proposals/${proposalId}`);
    await admin.getByText(reason?.text.id ?? "").first().waitFor();
    // The same search finds the reason once it is announced, so that finding nothing before meant something.
    const after = saying(await agencyAnswers(admin, { agencyId, proposalId }), secrets.slice(1, 2));
    expect(after).toEqual(expect.arrayContaining([`/proposals/${proposalId}`, `/proposals/${proposalId}.data`]));
    await lookAt(admin, "screening-rejected", wide);
    await admin.goto(`/proposals/${proposalId}/appeal`);
    await lookAt(admin, "screening-appeal-form", wide);
    await admin.locator('[name="text"]').fill("Surat pernyataan kami terlampir lengkap dan ditandatangani pada halaman dua.");
    await press(admin, t("screening.appeal.submit"));
    await told(admin, t("screening.appeal.done"));
    await lookAt(admin, "screening-appeal-filed", wide);

    await organiser.goto(`/screening/${edition.id}/appeals`);
    await lookAt(organiser, "screening-appeals", wide);
    await organiser.locator('main a[href*="/appeals/apl_"]').first().click();
    await organiser.locator('[name="outcome"][value="upheld"]').check();
    await organiser.locator('[name="decision"]').fill("Surat pernyataan memang lengkap pada halaman dua.");
    await lookAt(organiser, "screening-appeal-decide", wide);
    await confirm(organiser, t("screening.appeal.decide.submit"));
    await told(organiser, "");
    await admin.goto(`/proposals/${proposalId}`);
    await admin.getByText(t("proposals.page.screeningPassed")).waitFor();
    expect(complaints.flat()).toEqual([]);
  });

  it("returns an entry, its agency corrects it on a telephone, and it passes", async () => {
    const t = translators.en;
    const proposalId = entryOf("Radio Siaga Gelombang");
    const [screener, admin] = [await as("screener", narrow), await as("agencyAdmin", narrow)];
    await screener.goto(`/screening/${edition.id}`);
    await lookAt(screener, "screening-queue", narrow);
    await takeEntry(screener, narrow, proposalId);
    await lookAt(screener, "screening-mine", narrow);
    await screener.getByRole("button", { name: t("screening.page.paneText") }).click();
    await lookAt(screener, "screening-text", narrow);
    await screener.goto(`${desk(proposalId)}/return`);
    await screener.locator('[name="note"]').fill("Please say how many people the service reaches, and since when.");
    await lookAt(screener, "screening-return", narrow);
    await press(screener, t("screening.returning.submit"));
    await screener.waitForURL((url) => url.pathname === `/screening/${edition.id}`);

    await admin.goto(`/proposals/${proposalId}`);
    await admin.getByRole("link", { name: t("screening.correction.open") }).click();
    await admin.getByText("how many people").waitFor();
    await lookAt(admin, "screening-correction", narrow);
    const organiser = await as("organiser", narrow);
    await organiser.goto(`${desk(proposalId)}/extension`);
    await lookAt(organiser, "screening-extension", narrow);
    await organiser.locator('[name="dueAt"]').fill(localOfInstant(edition.definition.zone, now + 5 * day));
    await organiser.locator('[name="reason"]').fill("The island had no power for two days.");
    await press(organiser, t("screening.extending.submit"));
    await told(organiser, t("screening.extending.done"));

    await admin.goto(`/proposals/${proposalId}/submission`);
    await lookAt(admin, "screening-resubmission", narrow);
    await admin.locator('[name="accepted"]').check();
    await press(admin, t("proposals.submission.submit"));
    await admin.waitForURL((url) => url.pathname === `/proposals/${proposalId}`);

    await screener.goto(desk(proposalId));
    await screener.getByText(t("screening.page.version", { version: 2 })).first().waitFor({ state: "attached" });
    await checkByKeys(screener, false);
    await press(screener, t("screening.page.passButton"));
    await screener.waitForURL((url) => url.pathname === `/screening/${edition.id}`);
    await screener.goto(desk(proposalId));
    await screener.getByText(t("screening.caseStates.passed")).first().waitFor();
    await lookAt(screener, "screening-decided", narrow);
    await screener.goto(`${desk(proposalId)}/undoing`);
    await lookAt(screener, "screening-undoing", narrow);
    expect(complaints.flat()).toEqual([]);
  });
});

/** The draft that waits at the local admin is submitted while registration runs, so that the agency has two entries. */
async function handInSecond(admin: Page): Promise<void> {
  const t = translators.id;
  await admin.goto(`/proposals/${entryOf("Radio Siaga Gelombang")}/submission`);
  await admin.locator('[name="accepted"]').check();
  await press(admin, t("proposals.submission.submit"));
  await admin.waitForURL((url) => !url.pathname.endsWith("/submission"));
}
