import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { StageKind } from "#app/features/competitions/definition/types.ts";
import { zoneName } from "#app/i18n/format.ts";
import { confirm, press, told, type Walk } from "#tests/e2e/walk/walk.ts";

const hour = 3_600_000;

const stageOf = (walk: Walk, kind: StageKind) => walk.definition.stages.find((stage) => stage.kind === kind);

const editionId = (walk: Walk): string => walk.editionPath.split("/").at(-1) ?? "";

/** Moves the demo's clock an hour into a stage. */
export async function enterStage(walk: Walk, kind: StageKind): Promise<void> {
  await walk.clock.moveTo(await walk.as("organiser"), (stageOf(walk, kind)?.opensAt ?? 0) + hour);
}

/** The screener passes the first proposals and proposes to fail the last; a second one agrees; the organiser announces. */
export async function screen(walk: Walk, paths: string[]): Promise<void> {
  const { t } = walk;
  const screener = await walk.as("screener");
  await screener.goto(`/screening/${editionId(walk)}`);
  await walk.see(screener, "screener-queue");
  for (const [index, path] of paths.entries()) {
    const number = `${walk.year}-${String(index + 1).padStart(4, "0")}`;
    const fails = index === paths.length - 1;
    await takeEntry(walk, screener, path);
    if (index === 0) await walk.see(screener, "screener-proposal");
    await fillChecks(screener, fails);
    if (fails) {
      await press(screener, t("screening.page.proposeButton"));
      await screener.getByRole("alert").waitFor();
      await screener.locator('[name="reason"]').fill(failure);
    }
    await press(screener, t(fails ? "screening.page.proposeButton" : "screening.page.passButton"));
    await told(screener, t(fails ? "screening.page.said.propose" : "screening.page.said.decide", { number }));
    if (fails) await confirmFailure(walk, path, number);
  }
  await announce(walk);
  const admin = await walk.as("agencyAdmin");
  await admin.goto(paths.at(-1) ?? "");
  await admin.getByText("tidak sesuai dengan kategori").first().waitFor();
  await walk.see(admin, "agency-proposal-failed");
}

const failure = "Isinya tidak sesuai dengan kategori yang dipilih (data latihan).";

async function takeEntry(walk: Walk, page: Page, path: string): Promise<void> {
  await page.goto(`/screening/${editionId(walk)}/proposals/${path.split("/").at(-1)}`);
  await press(page, walk.t("screening.page.claim"));
  await told(page, walk.t("screening.queue.taken"));
}

async function fillChecks(page: Page, fails: boolean): Promise<void> {
  const found = page.locator('input[type="radio"][name^="check."][value="pass"]');
  for (const radio of await found.all()) await radio.check();
  if (fails) await page.locator('[name="check.category"][value="fail"]').check();
}

/** Nobody confirms what they proposed: a second screener agrees. */
async function confirmFailure(walk: Walk, path: string, number: string): Promise<void> {
  const second = await walk.as("screener2");
  await takeEntry(walk, second, path);
  await walk.see(second, "screener-second");
  await fillChecks(second, true);
  await second.locator('[name="reason"]').fill(failure);
  await press(second, walk.t("screening.page.confirmButton"));
  await told(second, walk.t("screening.page.said.confirm", { number }));
}

/** Until now no agency knew anything. */
async function announce(walk: Walk): Promise<void> {
  const organiser = await walk.as("organiser");
  await organiser.goto(`${walk.editionPath}/screening/announcement`);
  await walk.see(organiser, "organiser-screening-announcement");
  await confirm(organiser, walk.t("screening.announcement.button", { count: "3" }));
  await told(organiser, walk.t("screening.announcement.done", { announced: 3 }));
}

/** The organiser hands out the reading; every evaluator marks and locks what is theirs. */
export async function evaluate(walk: Walk): Promise<void> {
  const { t } = walk;
  const organiser = await walk.as("organiser");
  await organiser.goto(`${walk.editionPath}/assignment`);
  await walk.see(organiser, "organiser-assignment");
  await confirm(organiser, t("assignment.assign"));
  await organiser.getByRole("status").first().waitFor();
  let sheets = 0;
  for (const [index, key] of ["evaluator1", "evaluator2", "evaluator3"].entries()) sheets += await markAll(walk, key, { kind: "desk", base: 80 + index, seen: index === 0 });
  expect(sheets).toBe(4);
  await organiser.goto(`${walk.editionPath}/scoring`);
  await walk.see(organiser, "organiser-scoring");
}

type Marking = { kind: StageKind; base: number; seen: boolean };

/** Marks and locks every sheet of a person at a stage; returns how many there were. The screens are looked at with the first person. */
async function markAll(walk: Walk, key: string, { kind, base, seen }: Marking): Promise<number> {
  const page = await walk.as(key);
  await page.goto(`/assessor/${editionId(walk)}?stage=${stageOf(walk, kind)?.key ?? ""}`);
  if (seen) await walk.see(page, `assessor-${kind}-${key}`);
  const links = page.locator('main a[href*="/sheets/"]');
  const addresses = [...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")))];
  for (const [index, address] of addresses.entries()) await markSheet(walk, page, address, seen && index === 0 ? `${kind}-${key}` : null, base + index);
  return addresses.length;
}

async function markSheet(walk: Walk, page: Page, address: string, picture: string | null, base: number): Promise<void> {
  const { t } = walk;
  await page.goto(address);
  if (picture) await walk.see(page, `assessor-sheet-${picture}`);
  for (const [index, mark] of (await page.locator('[name^="mark."]').all()).entries()) {
    // One criterion is unfolded at a time.
    await mark.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
    await mark.fill(walk.look.locale === "id" ? `${base + index},5` : `${base + index}.5`);
  }
  await page.locator('[name="note"]').fill("Bukti sebelum dan sesudah kuat (data latihan).");
  await confirm(page, t("scoring.sheet.lock"));
  await page.getByText(t("scoring.states.locked")).or(page.getByText(t("scoring.sheet.locked"))).first().waitFor();
  if (picture) await walk.see(page, `assessor-sheet-locked-${picture}`);
}

/** Slots are scheduled; the agency sees its hour in its own zone and confirms it. */
export async function scheduleInterviews(walk: Walk, path: string): Promise<void> {
  const { t } = walk;
  const organiser = await walk.as("organiser");
  await organiser.goto(`${walk.editionPath}/interviews/schedule`);
  await walk.see(organiser, "organiser-interview-schedule");
  await press(organiser, t("interviews.schedule.button"), organiser.locator("main"));
  await organiser.waitForURL(/\/interviews$/);
  await walk.see(organiser, "organiser-interviews");
  const admin = await walk.as("agencyAdmin");
  await admin.goto(path);
  await admin.getByText(zoneName("Asia/Makassar")).first().waitFor();
  await walk.see(admin, "agency-proposal-slot");
  await press(admin, t("proposals.page.slotConfirm"));
  await told(admin, "");
  await admin.getByText(t("proposals.page.slotConfirmed", { time: "" }).trim().slice(0, 8)).first().waitFor();
  const juror = await walk.as("juror1");
  await juror.goto(`/assessor/${editionId(walk)}/schedule`);
  await walk.see(juror, "assessor-schedule");
}

/** The panel marks what it heard. */
export async function interview(walk: Walk): Promise<void> {
  let sheets = 0;
  for (const [index, key] of ["juror1", "juror2", "chair"].entries()) sheets += await markAll(walk, key, { kind: "interview", base: 84 + index, seen: index === 0 });
  expect(sheets).toBe(6);
}
