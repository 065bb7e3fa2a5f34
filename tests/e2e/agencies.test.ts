import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { adminName, type EarlyScene, mailOf, makeEarlyScene, organiserName, password, writerName } from "#tests/e2e/early/scene.ts";
import { confirm, press, signIn, told } from "#tests/e2e/walk/walk.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { lookAt } from "#tests/support/look.ts";
import { smallPdf } from "#tests/support/pdf.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

let product: Product;
let browser: Browser;
let scene: EarlyScene;
const complaints: string[][] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct([]), openBrowser()]);
  scene = await makeEarlyScene(product.dataDir);
});

afterAll(async () => {
  scene?.ctx.db.$client.close();
  await browser?.close();
  await product?.stop();
});

async function open(look: Look, who: string | null): Promise<Page> {
  const { page, complaints: said } = await openWindow(browser, product.url, look);
  complaints.push(said);
  if (who) await signIn(page, translators[look.locale], mailOf(who), password);
  return page;
}

const one = (sql: string, ...values: string[]): unknown => scene.ctx.db.$client.prepare(sql).get(...values);
const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("an agency in $locale at $width px", (look) => {
  const t = translators[look.locale];
  const [own, other] = [`Dinas Kesehatan ${look.width}`, `Dinas Pendidikan ${look.width}`];

  it("keeps its units, and confines a writer to one: of the other the writer sees nothing", async () => {
    const admin = await open(look, adminName);
    for (const unit of [own, other]) {
      await admin.goto(`${scene.agencyPath}/units`);
      await admin.locator("main [name=name]").fill(unit);
      await press(admin, t("registry.addUnit"), admin.locator("main"));
      await admin.locator("main").getByRole("link", { name: unit }).waitFor();
    }
    await lookAt(admin, "agency-units", look);
    const [seen, hidden] = [scene.draft(own), scene.draft(other)];
    const titleOf = (id: string): string => (one("select title from proposals where id = ?", id) as { title: string }).title;
    const { id: userId } = one("select id from users where email = ?", mailOf(writerName)) as { id: string };
    await admin.goto(`${scene.agencyPath}/members/${userId}/unit`);
    await admin.locator("[name=unitId]").selectOption({ label: own });
    await lookAt(admin, "agency-confinement", look);
    await press(admin, t("agencies.confinement.save"), admin.locator("main"));
    await told(admin, t("agencies.confinement.saved", { name: writerName }));
    await admin.context().close();

    const writer = await open(look, writerName);
    await writer.goto(scene.agencyPath);
    await writer.getByText(titleOf(seen), { exact: true }).first().waitFor();
    expect(await writer.getByText(titleOf(hidden), { exact: true }).count()).toBe(0);
    await lookAt(writer, "agency-confined", look);
    const statuses = [];
    for (const path of [`/proposals/${seen}`, `/proposals/${hidden}`, `/proposals/${hidden}/edit`, `/downloads/proposals/${hidden}/preview.pdf`]) {
      statuses.push((await writer.request.get(path)).status());
    }
    expect(statuses).toEqual([200, 404, 404, 404]);
    await writer.goto(`/proposals/${seen}/edit/identity`);
    const offered = await writer.locator("select[name=unit] option").allTextContents();
    expect(offered.map((words) => words.trim()).filter((words) => words.startsWith("Dinas"))).toEqual([own]);
    await writer.context().close();
  });

  it("asks for a local admin by a letter, which the secretariat finds in order or refuses with a reason", async () => {
    const visitor = await open(look, null);
    const [good, bad] = [`Ani Wijaya ${look.width}`, `Budi Santoso ${look.width}`];
    for (const name of [good, bad]) await handIn(visitor, look, name);
    await visitor.context().close();

    const office = await open(look, organiserName);
    await openLetter(office, good);
    await lookAt(office, "appointment", look);
    await confirm(office, t("agencies.appointments.page.verify"));
    await told(office, t("agencies.appointments.page.verified", { name: good }));
    await openLetter(office, bad);
    await office.locator("main").getByRole("link", { name: t("agencies.appointments.page.refuse"), exact: true }).click();
    await office.waitForURL("**/refusal");
    await press(office, t("agencies.appointments.page.refuse"), office.locator("main"));
    await office.getByRole("alert").first().waitFor();
    await lookAt(office, "appointment-refusal", look);
    await office.locator("[name=reason]").fill("Tanda tangan pejabat yang berwenang tidak ada.");
    await press(office, t("agencies.appointments.page.refuse"), office.locator("main"));
    await told(office, t("agencies.appointments.page.refused", { name: bad }));
    await lookAt(office, "appointments", look);
    const standing = "select a.status, m.role from appointments a left join agency_members m on m.user_id = a.user_id where a.name = ?";
    expect([one(standing, good), one(standing, bad)]).toEqual([
      { status: "verified", role: "admin" },
      { status: "refused", role: null },
    ]);
    await office.context().close();
  });

  it("left no complaint in anybody's console", () => {
    expect(complaints.flat()).toEqual([]);
  });
});

async function handIn(page: Page, { locale }: Look, name: string): Promise<void> {
  const t = translators[locale];
  await page.goto("/agencies/access");
  await page.locator("input[role=combobox]").fill("Kabupaten Uji");
  await page.getByRole("option").filter({ hasText: "Kabupaten Uji" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@uji.go.id`;
  for (const [field, text] of Object.entries({ name, position: "Kepala Bagian Organisasi", email, phone: "0812 3456 789" })) {
    await page.locator(`main [name=${field}]`).fill(text);
  }
  await page.locator("[name=letter]").setInputFiles({ name: "SK.pdf", mimeType: "application/pdf", buffer: smallPdf(name) });
  await press(page, t("agencies.appointments.ask.submit"), page.locator("main"));
  await page.getByText(t("agencies.appointments.ask.done")).first().waitFor();
}

async function openLetter(page: Page, name: string): Promise<void> {
  await page.goto("/organiser/appointments");
  await page.locator("main").getByRole("link", { name }).first().click();
  await page.waitForURL(/appointments\/apt_/);
}
