import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClock, startWalk, told, type Walk } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser } from "#tests/support/browser.ts";
import { encryptedPdf, pdfOf, textPdf } from "#tests/support/pdf.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(["--demo"]), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

/** A PDF of about so many bytes that does not shrink: its weight is a comment nobody draws. */
function heavyPdf(bytes: number, salt: number): Buffer {
  const weight = Buffer.alloc(bytes, 0x41 + salt);
  const head = Buffer.from(`<< /Length ${bytes} >>\nstream\n`);
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    Buffer.concat([head, weight, Buffer.from("\nendstream")]),
  ]);
}

/** The first question of an own draft at which a file may stand; its form stays the same one throughout. */
async function openQuestion(page: Page): Promise<void> {
  await page.goto("/home");
  await page.waitForURL(/\/agencies\//);
  const drafts = await page.locator('a[href^="/proposals/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const draft of new Set(drafts.map((href) => href.split("/").slice(0, 3).join("/")))) {
    await page.goto(`${draft}/edit`);
    const links = page.locator(`a[href^="${draft}/edit/"]`);
    for (const address of new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")))) {
      await page.goto(address.split("#")[0] as string);
      if ((await page.locator('form[action$="/attachments"]').count()) > 0) return;
    }
  }
  throw new Error("no draft takes a file");
}

type Named = { name: string; buffer: Buffer };

const formOf = (page: Page) => page.locator('form[action$="/attachments"]').first();

async function upload({ t }: Walk, page: Page, file: Named): Promise<void> {
  const form = formOf(page);
  const details = page.locator("details").filter({ has: form });
  if ((await details.count()) > 0 && !(await details.first().evaluate((one) => (one as HTMLDetailsElement).open))) {
    await details.first().locator("summary").first().click();
  }
  await form.locator('input[type="file"]').setInputFiles({ mimeType: "application/pdf", ...file });
  await form.locator("button", { hasText: new RegExp(`^(${t("proposals.files.upload")}|${t("proposals.files.replace")})$`) }).click();
}

describe.each(looks)("a file of a question, in $locale at $width px", (look) => {
  it("is refused with what to do, comes through a broken line, and shows its pages", async () => {
    const walk = startWalk(product, browser, makeClock(), look);
    const page = await walk.as("writer");
    await openQuestion(page);
    await refusals(walk, page);
    await brokenLine(walk, page);
    await pagesShown(walk, page);
    await goOnLater(walk, page);
    await walk.end();
  });
});

async function refusals(walk: Walk, page: Page): Promise<void> {
  const { t } = walk;
  const refused: [Named, string][] = [
    [{ name: "surat.pdf", buffer: Buffer.from("MZ\x90\x00 program yang diberi nama lain") }, t("form.fileNotPdf")],
    [{ name: "terkunci.pdf", buffer: encryptedPdf() }, t("form.pdfEncrypted")],
    [{ name: "kosong.pdf", buffer: Buffer.alloc(0) }, t("form.fileEmpty")],
    [{ name: "besar.pdf", buffer: heavyPdf(6 * 1024 * 1024, 0) }, t("form.fileTooBig", { size: "§", limit: "§" }).split("§").at(-1) as string],
  ];
  for (const [file, words] of refused) {
    await upload(walk, page, file);
    await formOf(page).getByText(words).first().waitFor();
  }
  await walk.see(page, "attachment-refused");
}

/** The first piece comes through, the line breaks on the second; the rest follows by itself once it is back. */
async function brokenLine(walk: Walk, page: Page): Promise<void> {
  const { t } = walk;
  const context = page.context();
  const pieces: string[] = [];
  await page.route("**/uploads/*", async (route) => {
    const offset = route.request().headers()["upload-offset"] ?? "";
    if (route.request().method() === "PATCH") pieces.push(offset);
    if (route.request().method() !== "PATCH" || offset === "0") return route.continue();
    await context.setOffline(true);
    return route.abort("internetdisconnected");
  });
  const name = `bukti-${walk.look.width}.pdf`;
  await upload(walk, page, { name, buffer: heavyPdf(1_800_000, walk.look.width % 7) });
  await formOf(page).getByText(t("proposals.files.resume")).waitFor();
  expect(Number(await formOf(page).getByRole("progressbar").getAttribute("aria-valuemax"))).toBeGreaterThan(1_800_000);
  await walk.see(page, "attachment-waiting");
  await page.unroute("**/uploads/*");
  page.on("request", (request) => {
    if (request.method() === "PATCH") pieces.push(request.headers()["upload-offset"] ?? "");
  });
  const before = pieces.length;
  await context.setOffline(false);
  await told(page, t("proposals.files.attached", { name }));
  expect(pieces.slice(before).length, "pieces sent after the break").toBeGreaterThan(0);
  expect(Number(pieces[before]), "where the upload went on").toBeGreaterThanOrEqual(1024 * 1024);
}

/** A page that was closed half-way leaves its upload: another page shows it, goes on with the same file only, or gives it up. */
async function goOnLater(walk: Walk, page: Page): Promise<void> {
  const { t } = walk;
  // Its own name at every try: an upload of that name that was left unfinished would go on where it stands.
  const [name, content] = [`lanjut-${walk.slug}.pdf`, heavyPdf(1_800_000, 3)];
  const file = { name, mimeType: "application/pdf" };
  await page.route("**/uploads/*", (route) =>
    route.request().method() === "PATCH" && route.request().headers()["upload-offset"] !== "0" ? route.abort("internetdisconnected") : route.continue(),
  );
  const piece = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.status() === 204);
  await upload(walk, page, { name, buffer: content });
  await piece;
  await page.reload();
  await page.unroute("**/uploads/*");
  const row = page.locator(".file-row", { hasText: t("proposals.files.unfinished.goOn") }).filter({ hasText: name });
  await row.getByText(/58[\d.,]*\s?%/).waitFor();
  await walk.see(page, "attachment-unfinished");

  const choose = async (buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), row.getByRole("button", { name: t("proposals.files.unfinished.goOn") }).click()]);
    await chooser.setFiles({ ...file, buffer });
  };
  await choose(heavyPdf(1_800_000, 4));
  await formOf(page).getByText(t("proposals.files.unfinished.other", { name })).first().waitFor();
  const rest = page.waitForRequest((request) => request.method() === "PATCH");
  await choose(content);
  expect((await rest).headers()["upload-offset"], "where it went on").toBe(String(1024 * 1024));
  await told(page, t("proposals.files.attached", { name }));
  await row.waitFor({ state: "detached" });
}

async function pagesShown(walk: Walk, page: Page): Promise<void> {
  const { t } = walk;
  const name = `halaman-${walk.look.width}.pdf`;
  await upload(walk, page, { name, buffer: textPdf(`Bukti dukung ${walk.look.width}`) });
  await told(page, t("proposals.files.attached", { name }));
  const strip = page.locator("details.page-strip").first();
  const picture = strip.locator("img");
  for (let tries = 0; tries < 20 && (await picture.count()) === 0; tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
    await strip.locator("summary").press("Enter");
    await strip.locator("img, p").first().waitFor();
    await page.waitForTimeout(300);
  }
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>("details.page-strip img")].some((one) => one.naturalWidth > 0));
  expect(await picture.first().getAttribute("alt")).toBe(t("proposals.files.page", { page: 1, name }));
  await walk.see(page, "attachment-pages");
  const file = await page.locator(".file-row__name a").first().getAttribute("href");
  const part = await page.request.get(file ?? "", { headers: { Range: "bytes=0-4" } });
  expect([part.status(), (await part.body()).toString(), part.headers()["x-content-type-options"]]).toEqual([206, "%PDF-", "nosniff"]);
  const whole = await page.request.get(`${file}?inline`);
  expect([whole.headers()["content-disposition"]?.startsWith("inline"), whole.headers().etag?.length]).toEqual([true, 66]);
}
