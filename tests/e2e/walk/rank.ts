import { expect } from "vitest";
import { dayOfInstant } from "#app/lib/zones.ts";
import { inLocale } from "#app/lib/words.ts";
import { confirm, press, told, type Walk } from "#tests/e2e/walk/walk.ts";
import { smallPdf } from "#tests/support/pdf.ts";

const day = 24 * 3_600_000;

const listName = (walk: Walk, listKey: string): string =>
  inLocale(walk.look.locale, walk.definition.lists.find((list) => list.key === listKey)?.name ?? { id: "", en: "" });

/** Draft, minutes signed, approved by a second person: the list is provisional and open to objection. */
export async function publishProvisional(walk: Walk, listKey: string): Promise<void> {
  const { t } = walk;
  const path = `${walk.editionPath}/lists/${listKey}`;
  const organiser = await walk.as("organiser");
  await organiser.goto(path);
  await walk.see(organiser, `organiser-list-${listKey}-empty`);
  await confirm(organiser, t("ranking.compute.button"));
  // The worker computes; the page looks again by itself until the draft stands.
  await organiser.getByText(t("ranking.list.downloads"), { exact: true }).first().waitFor();
  await walk.see(organiser, `organiser-list-${listKey}-draft`);

  const chair = await walk.as("chair");
  await chair.goto(`${path}/minutes`);
  await walk.see(chair, `chair-minutes-${listKey}`);
  await chair.locator('[name="minutesNumber"]').fill(`BA/${listKey}/${walk.year}`);
  await chair.locator('[name="minutes"]').fill("Sidang pleno panel menyetujui urutan ini tanpa catatan (data latihan).");
  await confirm(chair, t("ranking.sign.button"));
  await chair.waitForURL((url) => url.pathname === path);

  // One of two jurors: with the chair more than half of the panel.
  const juror = await walk.as("juror1");
  const desk = path.replace("/organiser/editions/", "/assessor/");
  await juror.goto(desk.slice(0, desk.indexOf("/lists/")));
  await juror.getByRole("link", { name: t("ranking.cosign.open") }).click();
  await juror.waitForURL((url) => url.pathname === `${desk}/minutes`);
  await walk.see(juror, `juror-minutes-${listKey}`);
  await confirm(juror, t("ranking.cosign.button"));
  await told(juror, t("ranking.cosign.done", { list: listName(walk, listKey) }));

  const signatory = await walk.as("signatory");
  await signatory.goto(path);
  await walk.see(signatory, `signatory-list-${listKey}`);
  await confirm(signatory, t("ranking.approve.button"));
  await signatory.getByText(t("ranking.statuses.provisional")).first().waitFor();
  await walk.see(signatory, `signatory-list-${listKey}-provisional`);
}

/** A citizen objects inside the window, the secretariat decides, the window passes, a decree makes the list final. */
export async function objectAndFinalise(walk: Walk, listKey: string, objects: boolean): Promise<void> {
  const { t } = walk;
  const path = `${walk.editionPath}/lists/${listKey}`;
  const organiser = await walk.as("organiser");
  if (objects) await objectAndDecide(walk);
  await organiser.goto(path);
  expect(await organiser.getByRole("button", { name: t("ranking.finalise.button") }).count()).toBe(0);
  await walk.clock.moveTo(organiser, walk.clock.now() + 7 * day);
  await organiser.goto(`${path}/finalisation`);
  await walk.see(organiser, `organiser-finalisation-${listKey}`);
  await organiser.locator('[name="decreeNumber"]').fill(`KEP/${listKey}/${walk.year}`);
  await organiser.locator('[name="decreeDate"]').fill(dayOfInstant(walk.definition.zone, walk.clock.now()));
  await organiser.locator('[name="file"]').setInputFiles({ name: "keputusan.pdf", mimeType: "application/pdf", buffer: smallPdf("Keputusan") });
  await confirm(organiser, t("ranking.finalise.button"));
  await organiser.waitForURL((url) => url.pathname === path);
  await organiser.getByText(`KEP/${listKey}/${walk.year}`).first().waitFor();
  await walk.see(organiser, `organiser-list-${listKey}-final`);
}

async function objectAndDecide(walk: Walk): Promise<void> {
  const { t } = walk;
  const visitor = await walk.visitor();
  await visitor.goto(`/editions/${walk.slug}/results`);
  await walk.see(visitor, "public-results-provisional");
  await visitor.goto(`/editions/${walk.slug}/objections/new`);
  await walk.see(visitor, "public-objection-new");
  await visitor.locator('[name="name"]').fill("Warga Latihan");
  await visitor.locator('[name="email"]').fill("warga@latihan.invalid");
  await visitor.locator('[name="text"]').fill("Mohon diperiksa tanggal mulai penerapan inovasi ini (data latihan).");
  await press(visitor, t("objections.file.submit"), visitor.locator("main"));
  await visitor.getByRole("status").filter({ hasText: /\d/ }).first().waitFor();

  const organiser = await walk.as("organiser");
  await organiser.goto(`${walk.editionPath}/objections`);
  await walk.see(organiser, "organiser-objections");
  await decide(walk);
}

async function decide(walk: Walk): Promise<void> {
  const { t } = walk;
  const organiser = await walk.as("organiser");
  await organiser.getByRole("link", { name: new RegExp(`^${t("objections.decide")}`) }).first().click();
  await organiser.waitForURL(/\/decision/);
  await walk.see(organiser, "organiser-objection-decision");
  await organiser.locator('[name="outcome"][value="rejected"]').check();
  await organiser.locator('[name="decision"]').fill("Tanggal mulai sesuai surat pernyataan implementasi (data latihan).");
  await confirm(organiser, t("objections.decision.button"));
  await organiser.waitForURL(/\/objections$/);
}

/** Certificates of a final list: issued by the secretariat, found by the agency on its shelf. Returns a serial number. */
export async function certify(walk: Walk, listKey: string, path: string): Promise<string> {
  const { t } = walk;
  const organiser = await walk.as("organiser");
  await organiser.goto(`${walk.editionPath}/certificates`);
  await walk.see(organiser, "organiser-certificates");
  const row = organiser.getByRole("row").filter({ hasText: listName(walk, listKey) }).first();
  await confirm(organiser, t("certificates.issue.button"), t("certificates.issue.button"), row);
  await organiser.getByRole("status").filter({ hasText: listName(walk, listKey) }).first().waitFor();
  await walk.see(organiser, "organiser-certificates-issued");
  const admin = await walk.as("agencyAdmin");
  await admin.goto(path);
  await admin.getByText(new RegExp(`${walk.year}/[A-Z0-9-]+/\\d{4}`)).first().waitFor();
  await walk.see(admin, "agency-proposal-certificate");
  const serial = /\d{4}\/[A-Z0-9-]+\/\d{4}/.exec((await admin.locator("main").textContent()) ?? "")?.[0] ?? "";
  expect(serial).toMatch(new RegExp(`^${walk.year}/`));
  return serial;
}

/** The public checks one certificate by its serial number and takes its PDF. */
export async function verifyInPublic(walk: Walk, serial: string): Promise<void> {
  const { t } = walk;
  const visitor = await walk.visitor();
  await visitor.goto("/verify");
  await walk.see(visitor, "public-verify");
  await visitor.locator('[name="code"]').fill(serial.toLowerCase());
  await press(visitor, t("certificates.verify.submit"), visitor.locator("main"));
  await visitor.getByText(serial).first().waitFor();
  await walk.see(visitor, "public-verdict");
  const link = await visitor.getByRole("link", { name: t("certificates.download") }).first().getAttribute("href");
  const pdf = await visitor.request.get(link ?? "");
  expect([pdf.status(), pdf.headers()["content-type"], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
  await visitor.goto("/verify/tidak-ada-kode");
  await walk.see(visitor, "public-verdict-unknown");
}

/** What anybody sees at the end: the final list with its statistics. */
export async function seeResults(walk: Walk): Promise<void> {
  const visitor = await walk.visitor();
  await visitor.goto("/");
  await walk.see(visitor, "public-home");
  await visitor.goto(`/editions/${walk.slug}`);
  await walk.see(visitor, "public-edition");
  await visitor.goto(`/editions/${walk.slug}/results`);
  await visitor.getByText(`Apotek Singgah ${walk.slug}`).first().waitFor();
  expect(await visitor.getByText(`Loket Lama ${walk.slug}`).count()).toBe(0);
  await walk.see(visitor, "public-results-final");
}

/** The screens beside the walk. */
export async function seeTheRest(walk: Walk): Promise<void> {
  const visitor = await walk.visitor();
  const open = { archive: "/archive", "archive-2019": "/archive/2019", "sign-in": "/sign-in", "password-reset": "/password-reset", "not-found": "/tidak-ada", mailbox: "/demo/mailbox" };
  for (const [name, path] of Object.entries(open)) {
    await visitor.goto(path);
    await walk.see(visitor, `public-${name}`);
  }
  const organiser = await walk.as("organiser");
  for (const name of ["rules", "agencies", "entries", "screening", "lists", "audit"]) {
    await organiser.goto(`${walk.editionPath}/${name}`);
    await walk.see(organiser, `organiser-${name.replace(/\?.*/, "")}`);
  }
  for (const [name, path] of [["home", "/home"], ["profile", "/profile"]] as const) {
    await organiser.goto(path);
    await walk.see(organiser, `account-${name}`);
  }
  const admin = await walk.as("agencyAdmin");
  await admin.goto(walk.editionPath);
  await walk.see(admin, "account-forbidden");
}
