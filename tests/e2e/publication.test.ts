import { join } from "node:path";
import { writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileObjection } from "#app/features/objections/operations.server.ts";
import { inGroups } from "#app/features/ranking/documents/rules.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { cosignMinutes } from "#app/features/ranking/signers/operations.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { jurors, mailOf, makePublication, openPublishing, password, type PublicationScene, type Publishing } from "#tests/e2e/publication/scene.ts";
import { type Clock, confirm, makeClock, press, signIn, told } from "#tests/e2e/walk/walk.ts";
import { minutes } from "#tests/features/ranking/scene.ts";
import { type Look, openBrowser, openWindow } from "#tests/support/browser.ts";
import { freshFolder, freshPath } from "#tests/support/folders.ts";
import { lookAt } from "#tests/support/look.ts";
import { textPdf } from "#tests/support/pdf.ts";
import { type Product, startProduct } from "#tests/support/product.ts";

const day = 86_400_000;
const note = "Penerapan dimulai sesudah pendaftaran ditutup, sehingga syarat usia tidak terpenuhi.";

let product: Product;
let browser: Browser;
let publishing: Publishing;
let clock: Clock;
const complaints: string[][] = [];

beforeAll(async () => {
  const dataDir = freshPath();
  publishing = await openPublishing(dataDir);
  [product, browser] = await Promise.all([startProduct([], { DEMO: "1", DATA_DIR: dataDir }), openBrowser()]);
  clock = makeClock();
});

afterAll(async () => {
  await browser?.close();
  publishing?.close();
  await product?.stop();
});

/** A file as somebody has it on a disk. */
function paper(words: string): string {
  const path = join(freshFolder(), "kertas.pdf");
  writeFileSync(path, textPdf(words));
  return path;
}

/** One publication walked in one look. */
class Publication {
  readonly t: Translate;
  readonly list: string;
  constructor(
    readonly scene: PublicationScene,
    readonly look: Look,
  ) {
    this.t = translators[look.locale];
    this.list = `/organiser/editions/${scene.editionId}/lists/top2`;
  }

  as = async (name: string | null): Promise<Page> => {
    const opened = await openWindow(browser, product.url, this.look);
    complaints.push(opened.complaints);
    if (name) await signIn(opened.page, this.t, mailOf(name), password);
    return opened.page;
  };

  see = (page: Page, name: string): Promise<void> => lookAt(page, `publication-${name}`, this.look);

  /** What everybody finds at the addresses of a version, and whether the results speak of any of the words. */
  outside = async (listId: ListId, words: readonly string[]): Promise<{ statuses: number[]; said: string[] }> => {
    const files = ["lists/{}.csv", "minutes/{}.pdf", "bundles/{}.zip"].map((name) => `/downloads/${name.replace("{}", listId)}`);
    const statuses = await Promise.all(files.map(async (path) => (await fetch(product.url + path, { redirect: "manual" })).status));
    const pages = await Promise.all(["/", `/editions/${this.scene.slug}`, `/editions/${this.scene.slug}/results`].map(async (path) => (await fetch(product.url + path)).text()));
    return { statuses, said: words.filter((word) => pages.some((page) => page.includes(word))) };
  };

  standing = (): ListId => findCurrentList(this.scene.world.ctx, { editionId: this.scene.editionId, listKey: "top2" })?.id as ListId;
}

/** Minutes for visitors are a page to sign in at; a table and a bundle do not exist. */
const closed = [404, 302, 404];

/** How the chair and the four jurors stand on the paper; the reason is that of the third juror. */
const onPaper = ["signed", "signed", "signed", "absent", "abstained"] as const;
const away = "Perjalanan dinas";

async function fillSigners(page: Page, presences: readonly string[]): Promise<void> {
  for (const [index, presence] of presences.entries()) {
    await page.locator('[name="presence"]').nth(index).selectOption(presence);
    await page.locator('[name="reason"]').nth(index).fill(presence === "absent" ? away : "");
  }
}

/**
 * The secretariat uploads a scan that bears the wrong digest, then the right one, with one member absent and one abstaining; the chair
 * holds it against the version and reads one signature otherwise, so that nothing is signed until both read the same.
 */
async function signOnPaper({ t, scene, list, as, see }: Publication): Promise<void> {
  const office = await as("Sekretariat");
  await office.goto(list);
  await office.getByRole("link", { name: t("ranking.scan.button") }).click();
  await office.waitForURL(/\/scan$/);
  await office.locator('[name="file"]').setInputFiles(paper("Berita acara"));
  await office.locator('[name="signature"][value="wet"]').check();
  await office.locator('[name="digest"]').fill("0".repeat(16));
  await fillSigners(office, onPaper.with(4, "signed"));
  await office.locator('[name="minutesNumber"]').fill("BA-12/2026");
  await office.locator('[name="minutes"]').fill("Sidang pleno menyepakati daftar ini dan menandatanganinya di atas kertas.");
  await press(office, t("ranking.scan.submit"), office.locator("main"));
  await office.getByText(t("errors.ranking.digestDiffers")).first().waitFor();
  await see(office, "scan-refused");
  await office.locator('[name="file"]').setInputFiles(paper("Berita acara"));
  await office.locator('[name="digest"]').fill(inGroups(scene.digest.slice(0, 16)));
  await press(office, t("ranking.scan.submit"), office.locator("main"));
  await told(office, t("ranking.scan.done"));
  await see(office, "list-scan-waiting");
  expect((await office.goto(`${list}/scan/check`))?.status()).toBe(409);

  const chair = await as("Ketua");
  await chair.goto(list);
  await chair.getByRole("link", { name: t("ranking.scan.checkButton") }).click();
  await chair.waitForURL(/\/scan\/check$/);
  await see(chair, "scan-check");
  const check = async (): Promise<void> => {
    await fillSigners(chair, onPaper);
    await chair.locator('[name="looked"]').check();
    await confirm(chair, t("ranking.scan.checkSubmit"));
  };
  await check();
  await chair.getByText(t("errors.ranking.signersDiffer", { names: jurors[3] })).first().waitFor();
  await see(chair, "scan-differs");

  await office.goto(list);
  await office.getByText(t("ranking.signers.differTitle")).waitFor();
  await see(office, "list-scan-differs");
  await office.getByRole("link", { name: t("ranking.signers.restate") }).click();
  await office.waitForURL(/\/scan\/signers$/);
  await see(office, "scan-signers");
  await fillSigners(office, onPaper);
  await press(office, t("ranking.signers.restateSubmit"), office.locator("main"));
  await told(office, t("ranking.signers.restated"));
  await office.context().close();

  await chair.goto(`${list}/scan/check`);
  await check();
  await told(chair, t("ranking.scan.checkDone"));
  await chair.getByText(away).waitFor();
  await see(chair, "list-signed-on-paper");
  await chair.context().close();
}

/** Two jurors sign after their chair, one of them on the page. */
async function signHere({ t, scene, as, see }: Publication, listId: ListId): Promise<void> {
  const [first] = scene.jurors;
  if (!first) throw new Error("a panel without jurors");
  cosignMinutes(scene.as(first, clock.now()), { listId });
  const juror = await as(jurors[1]);
  await juror.goto(`/assessor/${scene.editionId}`);
  await juror.getByRole("link", { name: t("ranking.cosign.open") }).click();
  await juror.waitForURL(/\/minutes$/);
  await see(juror, "juror-minutes");
  await confirm(juror, t("ranking.cosign.button"));
  await juror.waitForURL(/\/assessor\/[^/]+$/);
  await juror.context().close();
}

async function approve({ t, list, as }: Publication): Promise<void> {
  const signatory = await as("Penanda Tangan");
  await signatory.goto(list);
  await confirm(signatory, t("ranking.approve.button"));
  await signatory.getByText(t("ranking.statuses.provisional")).first().waitFor();
  await signatory.context().close();
}

/** An objection is upheld: not without a note for everybody. */
async function uphold({ t, scene, as, see, standing }: Publication): Promise<void> {
  const text = "Inovasi ini baru diterapkan setelah pendaftaran ditutup; lihat laporan dinas.";
  fileObjection(scene.as(null, clock.now()), { listId: standing(), proposalId: scene.entries[0] ?? null, name: "Warga", email: "warga@contoh.id", text });
  const office = await as("Sekretariat");
  await office.goto(`/organiser/editions/${scene.editionId}/objections`);
  await office.getByRole("link", { name: new RegExp(`^${t("objections.decide")}`) }).first().click();
  await office.waitForURL(/\/decision/);
  await office.locator('[name="outcome"][value="upheld"]').check();
  await office.locator('[name="decision"]').fill("Laporan dinas membuktikan tanggal mulai yang lebih lambat.");
  await confirm(office, t("objections.decision.button"));
  await office.getByText(t("errors.objections.noteMissing")).first().waitFor();
  await see(office, "objection-note-missing");
  await office.locator('[name="publicNote"]').fill(note);
  await confirm(office, t("objections.decision.button"));
  await office.waitForURL(/\/objections$/);
  await office.context().close();
}

/** The decree makes the list final: not without its paper. */
async function finalise({ t, list, as, see }: Publication): Promise<void> {
  const office = await as("Sekretariat");
  await clock.moveTo(office, clock.now() + 8 * day);
  await office.goto(`${list}/finalisation`);
  await office.locator('[name="decreeNumber"]').fill("KEP-99/2026");
  await office.locator('[name="decreeDate"]').fill(dayOfInstant("Asia/Jakarta", clock.now()));
  await see(office, "finalisation");
  await office.locator('[name="file"]').setInputFiles(paper("Keputusan"));
  await confirm(office, t("ranking.finalise.button"));
  await office.waitForURL((url) => url.pathname === list);
  await office.getByText("KEP-99/2026").first().waitFor();
  await see(office, "list-final");
  await office.context().close();
}

describe("publication", () => {
  it.each<Look>([
    { locale: "id", width: 1280 },
    { locale: "en", width: 390 },
  ])("goes from minutes on paper over an upheld objection to a decree that everybody can read ($locale, $width px)", async (look) => {
    const walk = new Publication(makePublication(publishing, { slug: `terbit-${look.locale}-${clock.now()}`, now: clock.now() }), look);
    const { t, scene } = walk;
    const words = ["Inovasi 1", "Inovasi 2", "Inovasi 3", "Bukti lapangan", "Kabupaten Satu"];
    expect(await walk.outside(scene.listId, words)).toEqual({ statuses: closed, said: [] });

    await signOnPaper(walk);
    expect(await walk.outside(scene.listId, words)).toEqual({ statuses: closed, said: [] });

    await approve(walk);
    const visitor = await walk.as(null);
    const results = `/editions/${scene.slug}/results`;
    await visitor.goto(results);
    await visitor.getByText("Bukti lapangannya lebih kuat.").waitFor();
    const said = [t("ranking.signers.publicSigned", { names: `Ketua, ${jurors[0]}, ${jurors[1]}` }), t("ranking.signers.publicAbsent", { names: jurors[2] }), t("ranking.signers.publicAbstained", { names: jurors[3] })];
    await visitor.getByText(said.join(" ")).waitFor();
    expect(await visitor.getByText(away).count()).toBe(0);
    await walk.see(visitor, "results-provisional");
    expect((await walk.outside(scene.listId, words)).said).toEqual(["Inovasi 1", "Inovasi 3", "Bukti lapangan", "Kabupaten Satu"]);

    await uphold(walk);
    expect(await walk.outside(walk.standing(), [...words, note.slice(0, 20)])).toEqual({ statuses: closed, said: [] });
    expect((await walk.outside(scene.listId, [])).statuses).toEqual(closed);
    await visitor.goto(results);
    await visitor.getByText(inGroups(scene.digest)).waitFor();
    await walk.see(visitor, "results-withdrawn");

    const second = walk.standing();
    signMinutes(scene.as(scene.chair, clock.now()), { listId: second, ...minutes });
    await signHere(walk, second);
    approveList(scene.as(scene.signatory, clock.now()), { listId: second });
    await visitor.goto(results);
    await visitor.getByText(note).waitFor();
    await walk.see(visitor, "results-second-version");

    await finalise(walk);
    await visitor.goto(results);
    await walk.see(visitor, "results-final");
    const decree = await visitor.getByRole("link", { name: t("showcase.results.decree") }).getAttribute("href");
    const answer = await fetch(`${product.url}${decree}`);
    expect([answer.status, answer.headers.get("Content-Type"), Buffer.from(await answer.arrayBuffer()).equals(textPdf("Keputusan"))]).toEqual([200, "application/pdf", true]);
    expect((await walk.outside(second, [])).statuses).toEqual([200, 302, 200]);
    expect((await walk.outside(scene.listId, [])).statuses).toEqual(closed);
    await visitor.context().close();
    expect(complaints.flat()).toEqual([]);
  });
});
