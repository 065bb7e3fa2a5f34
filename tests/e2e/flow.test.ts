import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { openDatabase } from "#db/client.server.ts";
import { demoAccounts, demoPassword } from "#db/seeds/demo-accounts.ts";
import { pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { press, signIn, told } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

const wide: Look = { locale: "id", width: 1280 };
const narrow: Look = { locale: "en", width: 390 };
const remark = "Sebutkan jumlah penerima manfaat pada tahun terakhir.";
const addition = "Penerima manfaat tahun terakhir 1.204 orang.";

let product: Product;
let browser: Browser;
const complaints: string[][] = [];

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
  await signIn(opened.page, translators[look.locale], demoAccounts.find((one) => one.key === key)?.email ?? "", demoPassword);
  return opened.page;
}

type Found = { id: string; agencyId: string };

/** A draft of the demo's open edition, read beside the running product. */
function draftOf(title: string): Found {
  const client = openDatabase(join(product.dataDir, "anugerah.db")).$client;
  try {
    const wanted = "select p.id, p.agency_id as agencyId from proposals p join editions e on e.id = p.edition_id where e.status = 'open' and p.title like ?";
    return client.prepare(wanted).get(`${title}%`) as Found;
  } finally {
    client.close();
  }
}

/** The admin says what is missing beside the first question and gives the draft back. */
async function commentAndReturn(admin: Page, base: string): Promise<void> {
  const t = translators.id;
  await admin.goto(`${base}/comments`);
  await lookAt(admin, "comments-empty", wide);
  await admin.locator("main form[method=post] select[name=part]").selectOption({ label: "Ringkasan" });
  await admin.locator("main form[method=post] [name=text]").fill(remark);
  await press(admin, t("flow.comments.send"));
  await told(admin, t("flow.comments.sent"));
  await lookAt(admin, "comments", wide);
  await admin.goto(`${base}/return`);
  await admin.getByText(t("flow.comments.returning", { count: 1 })).waitFor();
  await admin.locator("[name=note]").fill("Lengkapi bagian yang dikomentari.");
  await press(admin, t("proposals.return.submit"));
  await admin.waitForURL((url) => url.pathname === base);
}

/** The writer reads the comment beside the question, answers it, and hands the draft over again. */
async function answerAndHandOver(writer: Page, base: string): Promise<void> {
  const t = translators.id;
  await writer.goto(`${base}/comments`);
  await writer.getByRole("link", { name: t("flow.comments.toField") }).click();
  await writer.locator(".talk-beside").getByText(remark).waitFor();
  await lookAt(writer, "editor-comment-beside", wide);
  await writer.locator(".talk-beside").getByRole("link", { name: t("flow.comments.answerLink") }).click();
  await writer.locator("main [name=text]").fill("Akan ditambahkan admin lokal.");
  await press(writer, t("flow.comments.sendAnswer"));
  await told(writer, t("flow.comments.answered"));
  await lookAt(writer, "comment-thread", wide);
  await writer.goto(`${base}/hand-over`);
  await press(writer, t("proposals.handOver.submit"));
  await writer.waitForURL((url) => url.pathname === base);
}

async function submit(admin: Page, base: string): Promise<void> {
  await admin.goto(`${base}/submission`);
  await lookAt(admin, "submission", wide);
  await admin.locator('[name="accepted"]').check();
  await press(admin, translators.id("proposals.submission.submit"));
  await admin.waitForURL((url) => url.pathname === base);
}

/** Opens the entry again, adds a sentence at the question, and submits a second version. */
async function revise(admin: Page, base: string): Promise<void> {
  const t = translators.id;
  await admin.goto(`${base}/comments`);
  await press(admin, t("flow.comments.resolve"));
  await told(admin, t("flow.comments.resolved"));
  await admin.goto(`${base}/revision`);
  await press(admin, t("proposals.revision.submit"));
  await admin.waitForURL((url) => url.pathname.startsWith(`${base}/edit`));
  await admin.goto(`${base}/comments?state=all`);
  await admin.getByRole("link", { name: t("flow.comments.toField") }).click();
  const area = admin.locator(".paper textarea").first();
  await area.fill(`${await area.inputValue()} ${addition}`);
  await Promise.all([admin.waitForResponse((answer) => answer.url().includes("/sections/") && answer.ok()), area.blur()]);
  await submit(admin, base);
}

describe("the flow of a proposal", () => {
  it("is commented, returned, answered, handed over, submitted, revised, compared and proved", async () => {
    const t = translators.id;
    const { id, agencyId } = draftOf("Radio Siaga Gelombang");
    const base = `/proposals/${id}`;
    const [admin, writer] = [await as("agencyAdmin", wide), await as("writer", wide)];
    await admin.goto(`/agencies/${agencyId}`);
    await lookAt(admin, "agency-home", wide);
    await commentAndReturn(admin, base);
    await writer.goto(`/agencies/${agencyId}`);
    await lookAt(writer, "writer-home", wide);
    await answerAndHandOver(writer, base);
    await submit(admin, base);
    await revise(admin, base);
    await admin.goto(base);
    await lookAt(admin, "proposal-submitted-twice", wide);

    await admin.goto(`${base}/versions`);
    expect(await admin.locator("ins").allTextContents()).toEqual([expect.stringContaining("1.204")]);
    expect(await admin.locator("del").count()).toBe(0);
    await lookAt(admin, "versions", wide);

    const answer = await admin.request.get(`/downloads/receipts/${id}/1.pdf`);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    const printed = await receiptOf(admin, id, 1);
    expect(printed.text).toContain(t("flow.receipt.superseded", { version: 1 }).slice(0, 30));
    await admin.goto(`/verify/receipts?number=${printed.number}&sha256=${printed.sha256}`);
    await admin.getByText(t("flow.proof.valid")).waitFor();
    await lookAt(admin, "receipt-proved", wide);
    expect(await admin.locator("main").textContent()).not.toContain("Radio Siaga");
    const wrong = await admin.request.get(`/verify/receipts?number=${printed.number}&sha256=${"0".repeat(64)}`);
    expect(wrong.status()).toBe(404);
  });

  it("is the same on a telephone in English: versions, comments, home, shelf, and the withdrawal of another", async () => {
    const t = translators.en;
    const { id, agencyId } = draftOf("Radio Siaga Gelombang");
    const admin = await as("agencyAdmin", narrow);
    for (const [name, path] of [
      ["agency-home", `/agencies/${agencyId}`],
      ["versions", `/proposals/${id}/versions`],
      ["comments", `/proposals/${id}/comments?state=all`],
      ["certificates", `/agencies/${agencyId}/certificates`],
      ["proposal", `/proposals/${id}`],
      ["receipt-check", "/verify/receipts"],
    ] as const) {
      await admin.goto(path);
      await lookAt(admin, `flow-${name}`, narrow);
    }
    const other = `/proposals/${draftOf("Kelas Gizi Pulau Kecil").id}`;
    await admin.goto(`${other}/withdrawal`);
    await lookAt(admin, "withdrawal", narrow);
    await admin.locator("[name=note]").fill("The unit has stopped the service.");
    await press(admin, t("proposals.withdrawal.submit"));
    await admin.waitForURL((url) => url.pathname === other);
    await admin.getByText(t("proposals.statuses.withdrawn")).first().waitFor();
    expect(complaints.flat()).toEqual([]);
  });
});

/** Number and SHA-256 as they stand on the printed receipt. */
async function receiptOf(page: Page, id: string, version: number): Promise<{ text: string; number: string; sha256: string }> {
  const body = await (await page.request.get(`/downloads/receipts/${id}/${version}.pdf`)).body();
  const path = join(product.dataDir, "receipt.pdf");
  writeFileSync(path, body);
  const text = (await pdfText(path)).replaceAll(/\s+/g, " ");
  const number = /\d{4}-\d{4}/.exec(text)?.[0] ?? "";
  const sha256 = /SHA-256 ((?:[0-9a-f]{16} ?){4})/.exec(text)?.[1]?.replaceAll(" ", "") ?? "";
  expect([number, sha256]).toEqual([expect.stringMatching(/^\d{4}-\d{4}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  return { text, number, sha256 };
}
