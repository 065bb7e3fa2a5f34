import { expect } from "vitest";
import { demoAccounts } from "#db/seeds/demo-accounts.ts";
import { gaps } from "#app/features/competitions/definition/rules.ts";
import { getPreset } from "#app/features/competitions/presets/registry.ts";
import { typedGapValue, valueAt } from "#app/features/competitions/rules.ts";
import { confirm, press, told, type Walk } from "#tests/e2e/walk/walk.ts";

/** The organiser makes an edition from the preset of 2022. */
export async function createEdition(walk: Walk): Promise<void> {
  const { t } = walk;
  const page = await walk.as("organiser");
  await page.goto("/organiser");
  await walk.see(page, "organiser-editions");
  await page.goto("/organiser/editions/new");
  await walk.see(page, "organiser-edition-new");
  // A fault first: what was typed stays.
  await page.locator('[name="year"]').fill(String(walk.year));
  await page.locator('[name="slug"]').fill("TIDAK SAH!");
  await press(page, t("competitions.create.submit"));
  await page.getByRole("alert").waitFor();
  expect(await page.locator('[name="year"]').inputValue()).toBe(String(walk.year));
  await page.locator('[name="slug"]').fill(walk.slug);
  await press(page, t("competitions.create.submit"));
  await page.waitForURL(/\/organiser\/editions\/edn_\w+\/rules/);
  walk.editionPath = new URL(page.url()).pathname.replace(/\/rules$/, "");
  await walk.see(page, "organiser-rules-draft");
}

/** Opening is refused while values are unknown; filled from the year's rhythm it opens. */
export async function fillAndOpen(walk: Walk): Promise<void> {
  const { t, definition } = walk;
  const page = await walk.as("organiser");
  await page.goto(`${walk.editionPath}/opening`);
  await walk.see(page, "organiser-opening-refused");
  await page.goto(`${walk.editionPath}/rules`);
  for (const { path, kind } of gaps(getPreset("kipp-2022").definition)) {
    await page.locator(`[name="${path}"]`).fill(typedGapValue(kind, valueAt(definition, path), definition.zone));
  }
  await press(page, t("competitions.rules.submit"));
  await told(page, t("competitions.rules.saved"));
  await page.goto(`${walk.editionPath}/opening`);
  await walk.see(page, "organiser-opening");
  await confirm(page, t("competitions.opening.submit"));
  await told(page, t("competitions.opening.done"));
  await walk.see(page, "organiser-overview");
}

const seated: [string, string][] = [
  ["screener", "screener"],
  ["screener2", "screener"],
  ["evaluator1", "evaluator"],
  ["evaluator2", "evaluator"],
  ["evaluator3", "evaluator"],
  ["juror1", "juror"],
  ["juror2", "juror"],
  ["chair", "chair"],
  ["signatory", "signatory"],
];

/** The organiser seats the people of the edition. */
export async function seatPeople(walk: Walk): Promise<void> {
  const { t } = walk;
  const page = await walk.as("organiser");
  await page.goto(`${walk.editionPath}/seats`);
  for (const [key, role] of seated) {
    const account = demoAccounts.find((one) => one.key === key);
    await page.locator('[name="role"]').selectOption(role);
    await page.locator('[name="name"]').fill(account?.name ?? "");
    await page.locator('[name="email"]').fill(account?.email ?? "");
    await page.locator('[name="organisation"]').fill(`Lembaga latihan ${key}`);
    await press(page, t("competitions.seats.submit"));
    await page.getByText(account?.email ?? "").first().waitFor();
  }
  await walk.see(page, "organiser-seats");
}
