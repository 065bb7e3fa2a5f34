import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openHouse } from "#app/cli/house.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { findUserIdByEmail } from "#app/features/accounts/queries.server.ts";
import { parts } from "#app/features/competitions/editing/types.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { localOfInstant } from "#app/lib/zones.ts";
import { findActor } from "#app/request.server.ts";
import { confirm, enter, press, told } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { smallPdf } from "#tests/support/pdf.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

// Some thirty pages a person, each looked at: more than a journey usually takes.
vi.setConfig({ testTimeout: 600_000 });

let product: Product;
let browser: Browser;
const complaints: string[][] = [];
const wide: Look = { locale: "id", width: 1280 };
const narrow: Look = { locale: "en", width: 390 };
const id = translators.id;
const narrowWords = translators.en;
const slug = "edisi-sunting";
const hour = 3_600_000;
const password = "payung senja kopi";
const people = [
  { key: "sekretaris", name: "Sari Sekretaris", systemRole: "organiser" },
  { key: "rekan", name: "Rudi Rekan", systemRole: "none" },
] as const;
const addressOf = (key: string): string => `${key}@latihan.invalid`;
/** Set by the journey that makes the edition. */
let base = "";
let stages: [string, string, string][] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  const house = openHouse(readConfig({ DATA_DIR: product.dataDir, BASE_URL: product.url }));
  for (const { key, name, systemRole } of people) await createUser(systemCtx(house, "id"), { email: addressOf(key), name, password, systemRole });
  house.close();
  const start = Date.now() + 24 * hour;
  stages = ["registration", "screening", "desk", "finalists", "ceremony"].map((key, index) => {
    const at = (days: number) => localOfInstant("Asia/Jakarta", start + days * 24 * hour);
    return [key, at(index * 10), at(index * 10 + 9)];
  });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** The second organiser takes a seat in the edition of the journey, given by the first; once, however often it is walked. */
function seatColleague(): void {
  const house = openHouse(readConfig({ DATA_DIR: product.dataDir, BASE_URL: product.url }));
  const [first, colleague] = people.map(({ key }) => findUserIdByEmail(house, addressOf(key)));
  const actor = first && findActor(house, first)?.actor;
  const editionId = parseId("edition", base.split("/").at(-1));
  if (!actor || !colleague || !editionId) throw new Error("the people or the edition of the journey are missing");
  const ctx = { ...systemCtx(house, "id"), actor };
  const isSeated = listSeats(house, editionId).some(({ userId }) => userId === colleague);
  if (!isSeated) seatPerson(ctx, { editionId, email: addressOf("rekan"), name: "Rudi Rekan", role: "organiser", organisation: "Sekretariat Lomba" });
  house.close();
}

async function as(key: string, look: Look): Promise<Page> {
  const opened = await openWindow(browser, product.url, look);
  complaints.push(opened.complaints);
  await enter(opened.page, product.url, { email: addressOf(key), password });
  return opened.page;
}

/** Types into fields, chooses from lists. */
async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`);
    if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
}

async function send(page: Page, button: string): Promise<void> {
  const isSaved = (url: string, method: string) => method === "POST" && url.includes("/rules/");
  const [answer] = await Promise.all([page.waitForResponse((one) => isSaved(one.url(), one.request().method())), press(page, button, page.locator("main"))]);
  expect(answer.status(), answer.url()).toBeLessThan(400);
}

const edit = (page: Page, address: string) => page.goto(`${base}/rules/edit/${address}`);

async function set(page: Page, address: string, values: Record<string, string>): Promise<void> {
  await edit(page, address);
  await fill(page, values);
  await send(page, id("editor.submit"));
}

/** Adds a thing by its form and answers the address of its own page. */
async function add(page: Page, list: string, values: Record<string, string>): Promise<string> {
  await page.goto(`${base}/rules/additions/${list}`);
  await fill(page, values);
  await send(page, id("editor.list.add"));
  await page.waitForURL(/\/rules\/edit\//);
  return new URL(page.url()).pathname.split("/rules/edit/")[1] ?? "";
}

async function addLine(page: Page): Promise<void> {
  await press(page, id("editor.addLine"), page.locator("main"));
}

/** The list of what is still to do; most of it leads to a field, the rest to a page. */
const todoLinks = ".checks a[href*='/rules/edit/']";
const todoCount = async (page: Page): Promise<number> => (await page.goto(`${base}/rules/edit`), page.locator(todoLinks).count());

it("makes an empty edition and says what each part of its rules still needs", async () => {
  const page = await as("sekretaris", wide);
  await page.goto("/organiser/editions/new");
  await page.getByRole("radio", { name: id("editor.create.empty") }).check();
  await lookAt(page, "editor-create-empty", wide);
  await fill(page, { nameId: "Lomba Sunting", nameEn: "Editing Contest", organiser: "Sekretariat Lomba", year: "2031", slug });
  await press(page, id("competitions.create.submit"));
  await page.waitForURL(/\/organiser\/editions\/edn_\w+\/rules/);
  base = new URL(page.url()).pathname.replace(/\/rules.*$/, "");
  expect(await todoCount(page)).toBeGreaterThan(10);
  await lookAt(page, "editor-overview", wide);
  for (const part of ["fields", "rubrics", "lists", "interview"]) {
    await edit(page, part);
    await lookAt(page, `editor-empty-${part}`, wide);
  }
  await page.context().close();
});

it("builds a form with a table and a question asked on a condition, and shows it as an entrant meets it", async () => {
  const page = await as("sekretaris", wide);
  const section = await add(page, "sections", { nameId: "Inovasi", nameEn: "Innovation" });
  const choice = await add(page, "fields", { nameId: "Apakah memakai anggaran?", nameEn: "Is there a budget?", kind: "choice" });
  for (const [index, [name, english]] of [["Ya", "Yes"], ["Tidak", "No"]].entries()) {
    await addLine(page);
    await fill(page, { [`options.${index}.name.id`]: name ?? "", [`options.${index}.name.en`]: english ?? "" });
  }
  await page.locator("[name=section]").selectOption(section.split("/")[1] ?? "");
  await send(page, id("editor.submit"));
  const table = await add(page, "fields", { nameId: "Rincian anggaran", nameEn: "Budget lines", kind: "rows" });
  for (const index of [0, 1]) await addLine(page).then(() => fill(page, { [`columns.${index}.label.id`]: ["Kegiatan", "Rupiah"][index] ?? "", [`columns.${index}.label.en`]: ["Activity", "Rupiah"][index] ?? "" }));
  await fill(page, { "columns.1.kind": "number", maxRows: "5", when: `${choice.split("/")[1]}/ya` });
  await send(page, id("editor.submit"));
  await edit(page, table);
  expect(await page.locator("[name=when]").inputValue()).toBe(`${choice.split("/")[1]}/ya`);
  await lookAt(page, "editor-question-table", wide);
  const story = await add(page, "fields", { nameId: "Uraian inovasi", nameEn: "The innovation", kind: "longText" });
  expect(await page.locator("[name=maxBytes]").count()).toBe(0);
  await set(page, story, { maxWords: "500" });
  await lookAt(page, "editor-question-text", wide);
  const letter = await add(page, "fields", { nameId: "Surat pernyataan", nameEn: "Statement letter", kind: "statement" });
  await set(page, letter, { maxBytes: "5" });
  await lookAt(page, "editor-question-letter", wide);
  await edit(page, "fields");
  await lookAt(page, "editor-fields", wide);

  await page.goto(`${base}/rules/preview`);
  await lookAt(page, "editor-preview", wide);
  const shown = page.locator("main");
  expect(await shown.getByText("Rincian anggaran").filter({ visible: true }).count()).toBe(0);
  await page.getByRole("radio", { name: "Ya", exact: true }).check();
  await shown.getByText("Rincian anggaran").filter({ visible: true }).first().waitFor();
  await page.getByRole("radio", { name: "Tidak", exact: true }).check();
  await expect.poll(() => shown.getByText("Rincian anggaran").filter({ visible: true }).count()).toBe(0);
  await page.context().close();
});

it("keeps the letter to sign as a file that is looked into first, and gives it up again", async () => {
  const page = await as("sekretaris", wide);
  const address = `${base}/rules/templates/surat-pernyataan`;
  await page.goto(address);
  await page.locator("input[type=file]").setInputFiles({ name: "contoh.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 bukan PDF") });
  await press(page, id("editor.template.submit"), page.locator("main"));
  await page.getByRole("alert").first().waitFor();
  await lookAt(page, "editor-template-refused", wide);
  await page.locator("input[type=file]").setInputFiles({ name: "Contoh surat.pdf", mimeType: "application/pdf", buffer: smallPdf() });
  await press(page, id("editor.template.submit"), page.locator("main"));
  await page.waitForURL(/\/fields\/surat-pernyataan$/);
  await page.getByText("Contoh surat.pdf", { exact: false }).first().waitFor();
  await lookAt(page, "editor-template", wide);
  await confirm(page, id("editor.template.remove"));
  await page.getByText(id("editor.template.none")).waitFor();
  await page.context().close();
});

it("lists what is missing or contradicts itself, each leading to its field, until nothing is left, and opens", async () => {
  const page = await as("sekretaris", wide);
  const before = await todoCount(page);
  const first = page.locator("main a[href*='#c-']").first();
  const target = decodeURIComponent((await first.getAttribute("href"))?.split("#")[1] ?? "");
  await first.click();
  await page.waitForURL(/#c-/);
  await page.locator(`[id="${target}"]`).waitFor();

  await set(page, "groups/umum", { minimumAgeMonths: "12", quotaPerAgency: "3" });
  expect(await todoCount(page)).toBeLessThan(before);
  await set(page, "objections", { "objections.windowDays": "5", "objections.decisionDays": "10" });
  for (const [key, opensAt, closesAt] of stages) await set(page, `stages/${key}`, { opensAt, closesAt });
  await lookAt(page, "editor-stage", wide);
  const sheet = await add(page, "rubrics", { kind: "desk" });
  await set(page, sheet, { maxMark: "100", readers: "3" });
  const useful = await add(page, "criteria/desk", { nameId: "Manfaat", nameEn: "Benefit" });
  await set(page, useful, { weightBp: "60" });
  const fresh = await add(page, "criteria/desk", { nameId: "Kebaruan", nameEn: "Novelty" });
  await set(page, fresh, { weightBp: "30" });
  await edit(page, sheet);
  await lookAt(page, "editor-sheet", wide);
  await set(page, fresh, { weightBp: "40" });
  await lookAt(page, "editor-criterion", wide);
  const list = await add(page, "lists", { nameId: "Finalis", nameEn: "Finalists" });
  await fill(page, { size: "10", serialCode: "F31" });
  await page.locator("#c-composition").getByRole("button", { name: id("editor.addLine") }).click();
  await fill(page, { "composition.0.stage": "desk", "composition.0.weightBp": "100" });
  await send(page, id("editor.submit"));
  await edit(page, list);
  await lookAt(page, "editor-list", wide);
  await set(page, "help", { "help.email": "tanya@latihan.invalid", "help.phone": "021-555" });

  await page.goto(`${base}/rules/edit`);
  expect(await page.locator(todoLinks).allTextContents()).toEqual([]);
  await page.getByText(id("editor.allFine")).waitFor();
  await lookAt(page, "editor-ready", wide);
  for (const part of parts) {
    await edit(page, part);
    await lookAt(page, `editor-${part}`, wide);
  }
  await page.goto(`${base}/opening`);
  await lookAt(page, "editor-opening", wide);
  await confirm(page, id("competitions.opening.submit"));
  await told(page, id("competitions.opening.done"));
  await page.context().close();
});

it("tells everybody what was changed after opening and why, and refuses a change without a reason", async () => {
  const page = await as("sekretaris", wide);
  await edit(page, "help");
  await fill(page, { "help.phone": "021-777" });
  await press(page, id("editor.submit"), page.locator("main"));
  await page.getByRole("alert").first().waitFor();
  expect(await page.locator("[name='help.phone']").inputValue()).toBe("021-777");
  await lookAt(page, "editor-reason-missing", wide);
  await fill(page, { reason: "Nomor kantor berganti sejak pindah gedung." });
  await send(page, id("editor.submit"));
  await edit(page, "basics");
  await lookAt(page, "editor-frozen", wide);
  expect(await page.locator("main").getByRole("button", { name: id("editor.submit"), exact: true }).count()).toBe(0);
  await page.context().close();

  const visitor = await openWindow(browser, product.url, narrow);
  complaints.push(visitor.complaints);
  await visitor.page.goto(`/editions/${slug}`);
  await visitor.page.getByText("Nomor kantor berganti sejak pindah gedung.").waitFor();
  await visitor.page.getByText("021-555", { exact: false }).first().waitFor();
  await lookAt(visitor.page, "editor-public-log", narrow);
  await visitor.context.close();
});

it("shows both texts when two organisers changed the same part, and saves what the second one decides", async () => {
  seatColleague();
  const [page, other] = await Promise.all([as("sekretaris", narrow), as("rekan", narrow)]);
  await Promise.all([edit(page, "help"), edit(other, "help")]);
  const change = async (who: Page, phone: string) => {
    await fill(who, { "help.phone": phone, reason: "Nomor pengaduan dipindah ke kantor baru." });
    await press(who, narrowWords("editor.submit"), who.locator("main"));
  };
  await change(other, "021-888");
  await told(other, narrowWords("editor.saved", { part: narrowWords("editor.parts.help") }));
  await change(page, "021-999");
  const both = page.locator(".two-texts");
  await both.getByText("021-888").waitFor();
  await both.getByText("021-999").waitFor();
  await page.getByRole("alert").getByText("Rudi Rekan", { exact: false }).waitFor();
  expect(await page.locator("[name='help.phone']").inputValue()).toBe("021-999");
  await lookAt(page, "editor-collision", narrow);
  await press(page, narrowWords("editor.submit"), page.locator("main"));
  await told(page, narrowWords("editor.saved", { part: narrowWords("editor.parts.help") }));
  await edit(other, "help");
  expect(await other.locator("[name='help.phone']").inputValue()).toBe("021-999");
  await page.context().close();
  await other.context().close();
});

it("shows every part of the rules at the width of a phone, also once they are frozen", async () => {
  const page = await as("sekretaris", narrow);
  await page.goto(`${base}/rules/edit`);
  await lookAt(page, "editor-narrow-overview", narrow);
  for (const part of parts) {
    await edit(page, part);
    await lookAt(page, `editor-narrow-${part}`, narrow);
    const { left, right } = await page.locator(".steps [aria-current]").evaluate((one) => one.getBoundingClientRect());
    expect([left >= 0, right <= narrow.width], `the step of ${part} is in view`).toEqual([true, true]);
  }
  await page.context().close();
});

it("left no complaint in anybody's console", () => {
  expect(complaints.flat()).toEqual([]);
});
