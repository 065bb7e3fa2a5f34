import type { Page } from "playwright-core";
import { expect } from "vitest";
import { pdfText } from "#app/lib/pdf-reading/read.server.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { ageSessions, ask, readTheRest, type Scene } from "#tests/e2e/ranking/scene.ts";
import { confirm, press, told, type Walk } from "#tests/e2e/walk/walk.ts";
import { demoPassword } from "#db/seeds/demo-accounts.ts";

const hour = 3_600_000;

/** One walk through one prepared edition. */
export type Panel = Walk & { scene: Scene; base: string; list: string };

/** While the desk is open, the marks so far propose extra reads; they are handed out and come in. */
export async function topUp(panel: Panel): Promise<void> {
  const { t, list, scene } = panel;
  const organiser = await panel.as("organiser");
  await organiser.goto(`${panel.base}/lists`);
  await panel.see(organiser, "ranking-lists-before");
  await organiser.goto(list);
  await panel.see(organiser, "ranking-list-before");
  await organiser.goto(`${list}/extra-reads`);
  await panel.see(organiser, "ranking-extra-reads");
  await confirm(organiser, t("ranking.extra.button"));
  await organiser.waitForURL((url) => url.pathname === list);
  const added = await readTheRest(panel.product, scene, panel.clock.now());
  expect(added).toBeGreaterThan(0);
  await organiser.goto(`${list}/extra-reads`);
  await panel.see(organiser, "ranking-extra-reads-after");
}

/** After the desk the worker computes the list; the page says how far it is and then shows it. */
export async function compute(panel: Panel): Promise<void> {
  const { t, list, scene } = panel;
  const organiser = await panel.as("organiser");
  await panel.clock.moveTo(organiser, scene.closesAt + 10 * hour);
  await organiser.goto(list);
  await confirm(organiser, t("ranking.compute.button"));
  await organiser.getByText(t("ranking.run.title")).first().waitFor();
  await organiser.getByText(t("ranking.list.downloads"), { exact: true }).first().waitFor();
  await organiser.getByText(t("ranking.run.title")).first().waitFor({ state: "detached" });
  await panel.see(organiser, "ranking-list-organiser");
}

const pages = ["figures", "what-if", "deliberation", "minutes"] as const;

/** Everything the chair has before it when the panel meets. */
export async function readEvidence(panel: Panel): Promise<void> {
  const { t, list } = panel;
  const chair = await panel.as("chair");
  await chair.goto(list);
  await panel.see(chair, "ranking-list-chair");
  for (const page of pages) {
    await chair.goto(`${list}/${page}`);
    await panel.see(chair, `ranking-${page}`);
  }
  await chair.goto(`${list}/what-if`);
  await chair.locator('[name="size"]').fill("12");
  await press(chair, t("ranking.whatIf.try"));
  await chair.getByText(t("ranking.whatIf.entering", { count: 2 })).first().waitFor();
  await panel.see(chair, "ranking-what-if-tried");
  await chair.goto(list);
  await chair.locator("main tbody a").first().click();
  await chair.waitForURL(/\/entries\/\d+$/);
  await panel.see(chair, "ranking-entry");
}

type Standing = { number: number; title: string; rank: number };

const standing = ({ product, scene }: Panel, place: "listed" | "reserve"): Standing[] =>
  ask<Standing>(
    product,
    `select p.number, p.title, r.rank from ranking_rows r join ranking_lists l on l.id = r.list_id join proposals p on p.id = r.proposal_id
     where l.edition_id = ? and l.list_key = 'top99' and l.status <> 'superseded' and r.${place} = 1 order by r.rank`,
    scene.editionId,
  );

/** The plenary moves the first of the reserve into the place of the last of the list, by five votes to one. */
export async function deliberate(panel: Panel): Promise<{ entering: Standing; leaving: Standing }> {
  const { t, list, clock, scene } = panel;
  const [entering, leaving] = [standing(panel, "reserve")[0] as Standing, standing(panel, "listed").at(-1) as Standing];
  const chair = await panel.as("chair");
  await chair.goto(`${list}/deliberation`);
  await press(chair, t("ranking.deliberation.submit"));
  await panel.see(chair, "ranking-deliberation-refused");
  await chair.locator('[name="entering"]').selectOption(String(entering.number));
  await chair.locator('[name="leaving"]').selectOption(String(leaving.number));
  await chair.locator('[name="reason"]').fill("Bukti dampak pada lampiran kedua lebih lengkap (data latihan).");
  await chair.locator('[name="place"]').fill("Ruang sidang latihan");
  await chair.locator('[name="heldOn"]').fill(dayOfInstant(scene.definition.zone, clock.now()));
  const members = chair.locator('[name="present"]');
  for (let index = 0; index < 6; index += 1) await members.nth(index).check();
  for (const [name, votes] of Object.entries({ inFavour: "5", against: "1", abstained: "0" })) await chair.locator(`[name="${name}"]`).fill(votes);
  await press(chair, t("ranking.deliberation.submit"));
  await told(chair, t("ranking.deliberation.done"));
  await panel.see(chair, "ranking-deliberation-after");
  expect([standing(panel, "listed").at(-1)?.number, standing(panel, "listed").some(({ number }) => number === leaving.number)]).toEqual([entering.number, false]);
  return { entering, leaving };
}

/** What a link of the page brings. */
export async function download(page: Page, name: string): Promise<{ body: Buffer; file: string }> {
  const address = (await page.getByRole("link", { name, exact: true, includeHidden: true }).first().getAttribute("href")) ?? "";
  return fetched(page, address);
}

export async function fetched(page: Page, address: string): Promise<{ body: Buffer; file: string }> {
  const answer = await page.context().request.get(address);
  expect(answer.status(), address).toBe(200);
  const file = /filename="([^"]+)"/.exec(answer.headers()["content-disposition"] ?? "")?.[1] ?? "";
  return { body: await answer.body(), file };
}

/** The minutes as they are printed: list, vote, plots, assessors by number alone. */
export async function printMinutes(panel: Panel): Promise<Buffer> {
  const { t, list, product } = panel;
  const chair = await panel.as("chair");
  await chair.goto(list);
  const { body } = await download(chair, t("ranking.list.minutesPdf"));
  const text = (await pdfText(new Uint8Array(body))).replaceAll(/\s+/g, " ");
  const names = ask<{ name: string }>(product, "select u.name from seats s join users u on u.id = s.user_id where s.edition_id = ? and s.role = 'evaluator'", panel.scene.editionId);
  for (const title of [t("ranking.figures.ranks"), t("ranking.deliberation.moves"), t("ranking.pdf.raw")]) expect(text).toContain(title);
  expect(text).toMatch(new RegExp(t("ranking.assessor", { number: String.raw`\d+` })));
  // Whoever was in the plenary is named with its vote; the plots of the assessors' severity name nobody.
  const evidence = text.slice(text.lastIndexOf(t("ranking.figures.title")));
  expect(names.filter(({ name }) => evidence.includes(name))).toEqual([]);
  return body;
}

/** The chair signs after proving once more who they are; a second person publishes. */
export async function signAndPublish(panel: Panel): Promise<void> {
  const { t, list } = panel;
  const chair = await panel.as("chair");
  ageSessions(panel.product);
  await chair.goto(`${list}/minutes`);
  await chair.locator('[name="minutesNumber"]').fill("BA/01/LATIHAN");
  await chair.locator('[name="minutes"]').fill("Panel bersidang dan menyepakati daftar ini (data latihan).");
  await confirmInto(chair, t("ranking.sign.button"), "**/re-authentication?**");
  await chair.locator('[name="password"]').fill(demoPassword);
  await press(chair, t("accounts.prove.submit"));
  await chair.waitForURL((url) => url.pathname === `${list}/minutes`);
  await confirmInto(chair, t("ranking.sign.button"), `**${list}`);
  await panel.see(chair, "ranking-list-signed");
  const signatory = await panel.as("signatory");
  await signatory.goto(list);
  await confirm(signatory, t("ranking.approve.button"));
  await signatory.getByText(t("ranking.statuses.provisional")).first().waitFor();
  await panel.see(signatory, "ranking-list-provisional");
}

async function confirmInto(page: Page, name: string, address: string): Promise<void> {
  await press(page, name);
  await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name, exact: true }).click();
  await page.waitForURL(address);
}
