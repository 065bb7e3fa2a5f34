import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { adminName, organiserName } from "#tests/e2e/early/scene.ts";
import { askByKeys, chooseByKeys, pressByKeys, reach, standsSomewhere, tickByKeys, typeByKeys } from "#tests/e2e/keyboard/by-keyboard.ts";
import { firstName, openScreening, type Screened, secondName } from "#tests/e2e/keyboard/screened.ts";
import { button, choice, link, named, openStage, type Stage } from "#tests/e2e/keyboard/stage.ts";
import { told } from "#tests/e2e/walk/walk.ts";
import type { Look } from "#tests/support/browser.ts";

let stage: Stage;
let screened: Screened;

beforeAll(async () => {
  stage = await openStage();
  screened = await openScreening(stage.scene);
});

afterAll(() => stage?.close());

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("by the keyboard alone, in $locale at $width px", (look) => {
  const t = translators[look.locale];

  /** From the queue to the entry, which is taken. */
  async function take(page: Page, title: string): Promise<void> {
    await page.goto(screened.base);
    await pressByKeys(page, link(page, title));
    await page.waitForURL(/\/proposals\/prop_\w+/);
    await pressByKeys(page, button(page, t("screening.page.claim")));
    await told(page, t("screening.queue.taken"));
    await standsSomewhere(page);
  }

  /** Down the checklist by its own keys: everything is met but the last, which gets a note. */
  async function findLastFailing(page: Page): Promise<void> {
    const checks = await page.locator("[data-check]").count();
    for (let index = 0; index < checks; index += 1) {
      await page.keyboard.press("j");
      await page.keyboard.press(index === checks - 1 ? "2" : "1");
    }
    await page.keyboard.press("n");
    await page.keyboard.type("Kategori tidak cocok, 1 dari 2.");
    expect(await page.locator('[data-check] input[value="pass"]:checked').count()).toBe(checks - 1);
    expect(await page.locator('[data-check] input[value="fail"]:checked').count()).toBe(1);
  }

  it("an entry is taken, checked, proposed for rejection and rejected by a second", async () => {
    const title = `Kelas gizi ${look.width}`;
    const proposalId = screened.entry(title);
    for (const [name, verdict] of [[firstName, "proposeButton"], [secondName, "confirmButton"]] as const) {
      const page = await stage.as(name, look);
      await take(page, title);
      await findLastFailing(page);
      await tickByKeys(page, choice(page, "reasonKeys", "surat"));
      await pressByKeys(page, button(page, t(`screening.page.${verdict}`)));
      await page.waitForURL((url) => url.pathname === screened.base);
      await standsSomewhere(page);
      await page.context().close();
    }
    expect(stage.one("select state from screening_cases where proposal_id = ?", proposalId)).toEqual({ state: "failed" });
  });

  it("alike texts are compared and judged, and the entry is given back for correction", async () => {
    const title = `Perahu obat ${look.width}`;
    screened.entry(`${title}, sekali lagi`);
    const proposalId = screened.entry(title);
    const page = await stage.as(firstName, look);
    await take(page, title);
    await pressByKeys(page, page.locator("main a[href*='/similarity/']").first());
    await page.waitForURL(/\/similarity\//);
    await standsSomewhere(page);
    await chooseByKeys(page, named(page, "verdict").first(), choice(page, "verdict", "discuss"));
    await typeByKeys(page, named(page, "note"), "Naskah yang sama dari satu instansi.");
    await pressByKeys(page, button(page, t("similarity.pair.save")));
    await page.waitForURL(/\/proposals\/prop_\w+$/);
    await standsSomewhere(page);

    await pressByKeys(page, link(page, t("screening.page.returnButton")));
    await page.waitForURL("**/return");
    await standsSomewhere(page);
    await typeByKeys(page, named(page, "note"), "Unggah surat yang bertanda tangan.");
    await tickByKeys(page, choice(page, "fields", "surat"));
    await pressByKeys(page, button(page, t("screening.returning.submit")));
    await page.waitForURL((url) => url.pathname === screened.base);
    expect(stage.one("select state from screening_cases where proposal_id = ?", proposalId)).toEqual({ state: "returned" });
    await page.context().close();
  });

  it("a rejection is appealed against, and the appeal decided", async () => {
    const title = `Sekolah pulau ${look.width}`;
    const proposalId = screened.rejected(title);
    const agency = await stage.as(adminName, look);
    await agency.goto(`/proposals/${proposalId}/appeal`);
    await typeByKeys(agency, named(agency, "text"), "Surat pernyataan kami lengkap dan ditandatangani pada halaman dua.");
    await reach(agency, named(agency, "file"));
    await pressByKeys(agency, button(agency, t("screening.appeal.submit")));
    await told(agency, t("screening.appeal.done"));
    await standsSomewhere(agency);
    await agency.context().close();

    const page = await stage.as(organiserName, look);
    await page.goto(`${screened.base}/appeals`);
    await pressByKeys(page, link(page, title));
    await page.waitForURL(/\/appeals\/apl_\w+/);
    await chooseByKeys(page, named(page, "outcome").first(), choice(page, "outcome", "dismissed"));
    await typeByKeys(page, named(page, "decision"), "Surat pada halaman dua tidak bertanda tangan pejabat.");
    const decide = t("screening.appeal.decide.submit");
    await askByKeys(page, { trigger: button(page, decide), answer: decide });
    await page.waitForURL(/\/appeals$/);
    await standsSomewhere(page);
    expect(stage.one("select status from screening_appeals where proposal_id = ?", proposalId)).toEqual({ status: "dismissed" });
    await page.context().close();
  });
});
