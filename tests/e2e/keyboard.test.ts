import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gaps } from "#app/features/competitions/definition/rules.ts";
import { getPreset } from "#app/features/competitions/presets/registry.ts";
import { rehearsalDefinition } from "#app/features/competitions/presets/rehearsal-values.ts";
import { typedGapValue, valueAt } from "#app/features/competitions/rules.ts";
import { cellName } from "#app/features/proposals/form/rows/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { adminName, organiserName, writerName } from "#tests/e2e/early/scene.ts";
import { chooseByKeys, pressByKeys, reach, typeByKeys } from "#tests/e2e/keyboard/by-keyboard.ts";
import { button, choice, link, named, openStage, type Stage } from "#tests/e2e/keyboard/stage.ts";
import { told } from "#tests/e2e/walk/walk.ts";
import type { Look } from "#tests/support/browser.ts";

const look: Look = { locale: "id", width: 1280 };
const t = translators.id;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage?.close());

it("an edition is made from a year's rules, filled in and opened by the keyboard alone", async () => {
  const page = await stage.as(organiserName, look);
  await page.goto("/organiser");
  await pressByKeys(page, page.locator("main a[href='/organiser/editions/new']").first());
  await page.waitForURL("**/organiser/editions/new");
  await typeByKeys(page, named(page, "year"), "2032");
  await typeByKeys(page, named(page, "slug"), "edisi-papan-ketik");
  await reach(page, named(page, "rehearsal"));
  await page.keyboard.press("Space");
  await pressByKeys(page, button(page, t("competitions.create.submit")));
  await page.waitForURL(/\/organiser\/editions\/edn_\w+\/rules/);

  const preset = getPreset("kipp-2022");
  const filled = rehearsalDefinition(preset, { year: 2032, registrationOpensAt: Date.now() + 2 * 86_400_000 });
  // From the top of the page to its end, as a person goes.
  const order = await page.locator("main [name]").evaluateAll((all) => all.map((one) => one.getAttribute("name")));
  for (const { path, kind } of gaps(preset.definition).toSorted((a, b) => order.indexOf(a.path) - order.indexOf(b.path))) {
    await typeByKeys(page, named(page, path), typedGapValue(kind, valueAt(filled, path), filled.zone));
  }
  await pressByKeys(page, button(page, t("competitions.rules.submit")));
  await told(page, t("competitions.rules.saved"));
  await pressByKeys(page, link(page, t("competitions.rules.toOpening")));
  await page.waitForURL("**/opening");
  await pressByKeys(page, button(page, t("competitions.opening.submit")));
  await pressByKeys(page, page.getByRole("alertdialog").getByRole("button", { name: t("competitions.opening.submit"), exact: true }));
  await told(page, t("competitions.opening.done"));
  await page.context().close();
  expect((await fetch(`${stage.product.url}/editions/edisi-papan-ketik`)).status).toBe(200);
});

it("a proposal is begun, written, handed over and submitted by the keyboard alone", async () => {
  const page = await stage.as(writerName, look);
  await page.goto(stage.scene.agencyPath);
  await pressByKeys(page, page.locator("main a[href*='/proposals/new']").filter({ visible: true }).first());
  await page.waitForURL(/proposals\/new/);
  await typeByKeys(page, named(page, "title"), "Apotek papan ketik");
  await chooseByKeys(page, named(page, "groupKey").first(), choice(page, "groupKey", "umum"));
  await reach(page, named(page, "categoryKey"));
  await page.keyboard.press("ArrowDown");
  await typeByKeys(page, named(page, "unit"), "Dinas Kesehatan");
  await pressByKeys(page, button(page, t("proposals.create.submit")));
  await page.waitForURL(/\/proposals\/prop_\w+/);
  const path = /\/proposals\/prop_\w+/.exec(page.url())?.[0] ?? "";
  await page.goto(`${path}/edit/identity`);
  await typeByKeys(page, named(page, "startedOn"), "2020-02-03");
  await typeByKeys(page, named(page, "innovator"), "Tim Apotek");
  await pressByKeys(page, page.locator(".paper button[type=submit]").last());
  await page.waitForURL("**/edit/s_semua");
  await writeAnswers(page);
  await pressByKeys(page, page.locator(".paper button[type=submit]").last());
  await told(page, t("proposals.editor.saved"));
  await page.goto(`${path}/hand-over`);
  await pressByKeys(page, button(page, t("proposals.handOver.submit")));
  await page.waitForURL((url) => url.pathname === path);
  await page.context().close();

  const admin = await stage.as(adminName, look);
  await admin.goto(`${path}/submission`);
  await reach(admin, named(admin, "accepted"));
  await admin.keyboard.press("Space");
  await pressByKeys(admin, button(admin, t("proposals.submission.submit")));
  await admin.waitForURL((url) => url.pathname === path);
  const row = stage.scene.ctx.db.$client.prepare("select title, status, started_on as startedOn, category_key as category from proposals where id = ?");
  expect(row.get(path.split("/").at(-1))).toEqual({ title: "Apotek papan ketik", status: "submitted", startedOn: "2020-02-03", category: "layanan" });
  await admin.context().close();
});

/** Every kind of question once; the table, in which three lines stand ready, gets a fourth, which takes the cursor. */
async function writeAnswers(page: Page): Promise<void> {
  await typeByKeys(page, named(page, "uraian"), "obat sampai di setiap pulau");
  await typeByKeys(page, named(page, "nama"), "Apotek Singgah");
  await typeByKeys(page, named(page, "jumlah"), "12");
  await typeByKeys(page, named(page, "mulai"), "2021-05-06");
  await typeByKeys(page, named(page, "laman"), "https://contoh.go.id");
  await chooseByKeys(page, named(page, "pakai").first(), choice(page, "pakai", "tidak"));
  await reach(page, choice(page, "sasaran", "ya"));
  await page.keyboard.press("Space");
  await typeByKeys(page, named(page, cellName("biaya", 0, "guna")), "Obat");
  await pressByKeys(page, button(page, t("proposals.rows.add")));
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe(cellName("biaya", 3, "guna"));
  await page.keyboard.type("Bahan bakar");
}
