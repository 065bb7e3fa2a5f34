import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHouse, type House } from "#app/cli/house.ts";
import { addTraining } from "#app/features/scoring/training/operations.server.ts";
import { rubricOf } from "#app/features/competitions/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { type DeskWorld, emailOf, type Key, makeDeskWorld, nameOf, password } from "#tests/e2e/desk/desk-world.ts";
import { Desk } from "#tests/e2e/desk/desk.ts";
import { confirm, press, signIn } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

const day = 86_400_000;
const wide: Look = { locale: "id", width: 1280 };
const narrow: Look = { locale: "en", width: 390 };
const reason = "Alasan latihan yang cukup panjang untuk dicatat.";

let product: Product;
let browser: Browser;
let house: House;
let world: DeskWorld;
let desk: Desk;
const complaints: string[][] = [];
const windows = new Map<string, Page>();

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  house = openHouse(readConfig({ DATA_DIR: product.dataDir, BASE_URL: product.url }));
  world = await makeDeskWorld(house, 24);
  desk = new Desk(world);
  const { criteria } = rubricOf(world.season.definition, world.stage);
  const anchors = criteria.map(({ key }) => ({ criterion: key, mark: 7_000, reason: "Nilai acuan (data latihan)." }));
  addTraining(desk.as("organiser", Date.now() - 10 * day), { ...desk.where, title: "Perahu Vaksin (data latihan)", body: "Sebuah perahu berkeliling pulau setiap pekan.", anchors });
});

afterAll(async () => {
  await browser?.close();
  house?.close();
  await product?.stop();
});

/** The window of a person in a look, signed in the first time. */
async function as(key: Key, look: Look): Promise<Page> {
  const name = `${key} ${look.width}`;
  const known = windows.get(name);
  if (known && !known.isClosed()) return known;
  const opened = await openWindow(browser, product.url, look);
  complaints.push(opened.complaints);
  await signIn(opened.page, translators[look.locale], emailOf(key), password);
  windows.set(name, opened.page);
  return opened.page;
}

const office = (): string => `/organiser/editions/${world.editionId}`;
const table = (): string => `/assessor/${world.editionId}`;
const atStage = (): string => `?stage=${encodeURIComponent(world.stage)}`;

/** Gives a reason and sends the form. */
async function sayWhy(page: Page, submit: string): Promise<void> {
  await page.locator('[name="reason"]').fill(reason);
  await press(page, submit, page.locator("main"));
}

describe("the desk", () => {
  it("goes from a declared conflict over a plan, sheets marked offline, diverging marks and a replacement to a round closed with one missing", async () => {
    const t = translators.id;
    const { agencyId, agencyName } = desk.entries()[0] as ReturnType<Desk["entries"]>[number];

    const tied = await as("evaluator3", wide);
    await tied.goto(`${table()}?conflicts=1`);
    await tied.locator("main input[role=combobox]").first().fill(agencyName);
    await tied.getByRole("option", { name: agencyName, exact: true }).click();
    await tied.locator('[name="reason"]').fill(reason);
    await lookAt(tied, "desk-declare", wide);
    await press(tied, t("conflicts.agency.submit"));
    await tied.getByText(t("conflicts.agency.declared")).waitFor();

    const organiser = await as("organiser", wide);
    await organiser.goto(`${office()}/conflicts`);
    await organiser.getByRole("link", { name: nameOf("evaluator3") }).click();
    await organiser.locator('[name="step"][value="confirm"]').check();
    await organiser.locator('[name="reason"]').fill(reason);
    await lookAt(organiser, "desk-conflict", wide);
    await press(organiser, t("conflicts.decision.submit"));
    await organiser.waitForURL((url) => url.pathname === `${office()}/conflicts`);

    // The whole desk as a plan: seen with its reasons and its linkage first, then applied as seen.
    await organiser.goto(`${office()}/assignment`);
    await organiser.getByRole("link", { name: t("assignment.plan.new") }).click();
    await sayWhy(organiser, t("assignment.plan.make"));
    await organiser.getByText(t("assignment.plan.readyBody")).waitFor();
    await organiser.getByText(t("assignment.plan.ratio")).waitFor();
    expect(await organiser.getByText(/dari paling banyak/).count()).toBe(desk.entries().length * 2);
    expect(desk.readings()).toEqual([]);
    await lookAt(organiser, "desk-plan", wide);
    await confirm(organiser, t("assignment.plan.acts.application.verb"));
    await organiser.getByText(t("assignment.plan.statuses.applied"), { exact: true }).waitFor();
    const barred = desk.entries().filter((entry) => entry.agencyId === agencyId).map(({ id }) => id);
    expect(desk.readings().filter(({ userId, proposalId }) => userId === world.userOf("evaluator3") && barred.includes(proposalId))).toEqual([]);
    expect(desk.readings().length).toBe(desk.entries().length * 2);

    // One sheet by keys alone, from its third criterion on without a network, in a window that is then lost.
    const { proposalId, first, second } = desk.entryReadByTwo();
    const reader = await as(first.key, wide);
    await reader.goto(table());
    await lookAt(reader, "desk-queue", wide);
    const sheet = `${table()}/sheets/${first.id}`;
    await markByKeys(reader, sheet);
    await reader.getByText(t("drafting.states.away")).first().waitFor();
    const again = await lostAndFound(reader);
    await again.goto(sheet);
    await expect.poll(() => desk.marksOf(first.id), { timeout: 20_000 }).toEqual(desk.criteria.map((_, at) => (80 + at) * 100));
    await lookAt(again, "desk-sheet", wide);
    await confirm(again, t("scoring.sheet.lock"));
    await again.getByText(t("scoring.states.locked")).first().waitFor();

    // The other reader lies thirty points below: a third is called by the solver, and finds it in his queue.
    expect(desk.readersOf(proposalId).length).toBe(2);
    desk.lock(second.id, 5_300);
    const third = desk.readersOf(proposalId).find(({ key }) => key !== first.key && key !== second.key);
    expect(third).toBeDefined();
    await organiser.goto(`${office()}/assignment`);
    await lookAt(organiser, "desk-handed-out", wide);
    await organiser.getByRole("link", { name: t("assignment.plan.kinds.more") }).click();
    await organiser.getByText(t("assignment.plan.causes.divergence")).waitFor();
    await lookAt(organiser, "desk-third-reader", wide);
    desk.lock(third?.id as never, 7_000);

    // Whoever falls ill is replaced, and told that the readings have ended.
    const ill = desk.busiest([first.key, second.key]);
    await organiser.goto(`${office()}/assignment/plans/new${atStage()}&kind=replace`);
    await organiser.locator('[name="person"]').selectOption(world.userOf(ill));
    await sayWhy(organiser, t("assignment.plan.make"));
    await organiser.getByText(t("assignment.plan.readyBody")).waitFor();
    await lookAt(organiser, "desk-replace", wide);
    const lost = desk.openOf(ill).length;
    await confirm(organiser, t("assignment.plan.acts.application.verb"));
    await organiser.getByText(t("assignment.plan.statuses.applied"), { exact: true }).waitFor();
    expect(desk.openOf(ill)).toEqual([]);
    const absent = await as(ill, wide);
    await absent.goto("/notices");
    await absent.getByText(new RegExp(`berakhir .*: ${lost}\\.`)).first().waitFor();

    // Three readers for the whole stage, seen and taken back again.
    await organiser.goto(`${office()}/assignment/plans/new${atStage()}&kind=stage`);
    await organiser.locator('[name="readers"]').fill("3");
    await sayWhy(organiser, t("assignment.plan.make"));
    await organiser.getByText(t("assignment.plan.readyBody")).waitFor();
    await lookAt(organiser, "desk-stage-readers", wide);
    const before = desk.readings();
    await confirm(organiser, t("assignment.plan.acts.application.verb"));
    await organiser.getByText(t("assignment.plan.statuses.applied"), { exact: true }).waitFor();
    expect(desk.readings().length).toBe(desk.entries().length * 3);
    await confirm(organiser, t("assignment.plan.acts.undoing.verb"));
    await organiser.getByText(t("assignment.plan.statuses.undone"), { exact: true }).waitFor();
    expect(desk.readings()).toEqual(before);

    // Everybody locks but one, and the round is closed without him.
    const late = desk.lockAllButOne([ill]);
    const chair = await as("chair", wide);
    await chair.goto(`${office()}/scoring${atStage()}`);
    await lookAt(chair, "desk-progress-chair", wide);
    await chair.getByRole("link", { name: t("scoring.entries.open") }).click();
    await chair.waitForURL((url) => url.pathname.endsWith("/scoring/entries"));
    await lookAt(chair, "desk-entries", wide);
    await agree(chair);
    await organiser.goto(`${office()}/scoring${atStage()}`);
    await organiser.getByRole("link", { name: t("scoring.round.open") }).click();
    await lookAt(organiser, "desk-closure", wide);
    await sayWhy(organiser, t("scoring.round.submit"));
    await organiser.getByRole("link", { name: t("scoring.round.reopenTitle") }).waitFor();
    await lookAt(organiser, "desk-closed", wide);
    const left = await as(late.key, wide);
    await left.goto(`${table()}/sheets/${late.id}`);
    await left.getByText(/Sekretariat menutup penilaian tahap ini/).waitFor();
    expect(await left.locator("main textarea, main input").count()).toBe(0);
    await lookAt(left, "desk-sheet-closed", wide);

    // Reopened, he goes on where he was.
    await organiser.getByRole("link", { name: t("scoring.round.reopenTitle") }).click();
    await sayWhy(organiser, t("scoring.round.reopenTitle"));
    await organiser.getByRole("link", { name: t("scoring.round.open") }).waitFor();
    await left.reload();
    await left.locator('[name="note"]').waitFor();
    expect(complaints.flat()).toEqual([]);
  });

  it("lets a reader who recognises an entry go, calls another, and shows him nothing of it any more, on a telephone", async () => {
    const t = translators.en;
    const { id, proposalId, key } = desk.open()[0] as ReturnType<Desk["open"]>[number];
    const page = await as(key, narrow);
    await page.goto(table());
    await lookAt(page, "desk-queue", narrow);
    await page.locator(`main a[href$="${id}"]`).first().click();
    await page.waitForURL((url) => url.pathname.endsWith(id));
    await lookAt(page, "desk-sheet", narrow);
    await page.getByRole("link", { name: t("scoring.sheet.toSheet") }).click();
    await page.getByRole("heading", { name: t("scoring.sheet.title") }).waitFor();
    await page.getByRole("link", { name: t("conflicts.recognised.button") }).click();
    await lookAt(page, "desk-recognised", narrow);
    await sayWhy(page, t("assignment.recusal.submit"));
    await page.waitForURL((url) => url.pathname === table());
    expect(desk.readersOf(proposalId).map((one) => one.key)).not.toContain(key);
    expect(desk.readersOf(proposalId).some((one) => one.id !== id && desk.open().some((other) => other.id === one.id))).toBe(true);
    for (const path of [`sheets/${id}`, `sheets/${id}/lock`, `sheets/${id}/recusal`]) {
      expect([path, (await page.goto(`${table()}/${path}`))?.status()]).toEqual([path, 404]);
    }
    await page.goto(table());
    expect(await page.locator(`main a[href$="${id}"]`).count()).toBe(0);
    expect(complaints.flat()).toEqual([]);
  });

  it.each([wide, narrow])("stands up to a look at every page: $locale, $width px", async (look) => {
    const id = (sql: string): string => house.db.$client.prepare(sql).pluck().get() as string;
    const agency = desk.entries()[0] as ReturnType<Desk["entries"]>[number];
    const locked = desk.entryReadByAll();
    const kinds = ["fill", "afresh", "replace", "join", "stage", "readers", "diverging"];
    const pages: [Key, string, string][] = [
      ["organiser", `${office()}/assignment`, "assignment"],
      ...kinds.map((kind): [Key, string, string] => ["organiser", `${office()}/assignment/plans/new${atStage()}&kind=${kind}`, `plan-new-${kind}`]),
      ["organiser", `${office()}/assignment/plans/${id("select id from assignment_plans where status = 'applied' order by created_at limit 1")}`, "plan"],
      ["organiser", `${office()}/assignment/readers`, "readers"],
      ["organiser", `${office()}/assignment/reader-count${atStage()}&tried=1&entries=40&assessors=5&places=4`, "reader-count"],
      ["organiser", `${office()}/assignment/readers/${world.userOf("evaluator1")}`, "reader"],
      ["organiser", `${office()}/conflicts`, "conflicts"],
      ["organiser", `${office()}/conflicts/${id("select id from conflicts limit 1")}`, "conflict"],
      ["organiser", `${office()}/scoring${atStage()}`, "progress"],
      ["organiser", `${office()}/scoring/closure${atStage()}`, "closure"],
      ["organiser", `${office()}/scoring/training${atStage()}`, "training-office"],
      ["organiser", `${office()}/readings/${desk.open()[0]?.id ?? ""}/end`, "reading-end"],
      ["chair", `${office()}/scoring${atStage()}`, "progress-chair"],
      ["chair", `${office()}/scoring/entries${atStage()}`, "entries"],
      ["chair", `${office()}/scoring/alarms/${locked.userId}/speed${atStage()}`, "alarm"],
      ["chair", `${office()}/scoring/entries/${locked.proposalId}/agreement${atStage()}`, "agreement"],
      ["chair", `${office()}/sheets/${id("select id from score_sheets where status = 'locked' limit 1")}/reopening`, "sheet-reopening"],
      [locked.key, `${table()}/sheets/${locked.id}`, "sheet-locked"],
      ["evaluator3", `${table()}?conflicts=1`, "declared"],
      ...["expertise", "own-signals", "training", `training/${id("select id from training_entries limit 1")}`, "severity"].map((path): [Key, string, string] => ["evaluator3", `${table()}/${path}`, path.split("_")[0]?.replace("/", "-") ?? path]),
      ["agencyAdmin", `/agencies/${agency.agencyId}/assessor-objections/${world.editionId}`, "objecting"],
    ];
    for (const [key, path, name] of pages) {
      const page = await as(key, look);
      expect([name, (await page.goto(path))?.status()]).toEqual([name, 200]);
      await lookAt(page, `desk-page-${name}`, look);
    }
    expect(complaints.flat()).toEqual([]);
  });
});

/** Records what a small group came to: the list then shows it beside the independent marks, which stay what they were. */
async function agree(chair: Page): Promise<void> {
  const t = translators.id;
  const row = chair.getByRole("row").nth(1);
  const independent = await row.getByRole("cell").first().innerText();
  await row.getByRole("link", { name: t("scoring.agreement.open") }).click();
  await chair.waitForURL((url) => url.pathname.endsWith("/agreement"));
  await lookAt(chair, "desk-agreement", wide);
  for (const key of desk.criteria) await chair.locator(`[name="mark.${key}"]`).fill("77,5");
  const proposalId = new URL(chair.url()).pathname.split("/").at(-2) as never;
  for (const { userId } of desk.readersOf(proposalId).slice(0, 2)) await chair.locator(`[name="present"][value="${userId}"]`).check();
  await sayWhy(chair, t("scoring.agreement.submit"));
  await row.getByRole("cell", { name: "77,50", exact: true }).waitFor();
  expect(await row.getByRole("cell").first().innerText()).toBe(independent);
  await lookAt(chair, "desk-entries-agreed", wide);
  await row.getByRole("link", { name: t("scoring.agreement.open") }).click();
  await chair.getByText(/Sudah disepakati: 77,50/).waitFor();
}

/** The window is lost with what it had not sent; another is opened on the same device once the network is back. */
async function lostAndFound(page: Page): Promise<Page> {
  const context = page.context();
  const name = [...windows].find(([, known]) => known === page)?.[0] as string;
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const found = await context.newPage();
  windows.set(name, found);
  return found;
}

/** Fills every criterion from the keyboard; after the second the network goes. */
async function markByKeys(page: Page, sheet: string): Promise<void> {
  await page.goto(sheet);
  await page.getByText(translators.id("scoring.keys.title")).waitFor();
  await page.locator("h1").click();
  await page.keyboard.press("Alt+ArrowUp");
  for (const [at] of desk.criteria.entries()) {
    // A save may be on its way, its answer never heard: the sheet finds itself again all the same.
    if (at === 2) await page.context().setOffline(true);
    if (at > 0) await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.type(String(80 + at));
  }
}
