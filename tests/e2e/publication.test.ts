import { join } from "node:path";
import { writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileObjection } from "#app/features/objections/operations.server.ts";
import { inGroups } from "#app/features/ranking/documents/rules.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { mailOf, makePublication, openPublishing, password, type PublicationScene, type Publishing } from "#tests/e2e/publication/scene.ts";
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

/** The secretariat uploads a scan that bears the wrong digest, then the right one; the chair holds it against the version. */
async function signOnPaper({ t, scene, list, as, see }: Publication): Promise<void> {
  const office = await as("Sekretariat");
  await office.goto(list);
  await office.getByRole("link", { name: t("ranking.scan.button") }).click();
  await office.waitForURL(/\/scan$/);
  await office.locator('[name="file"]').setInputFiles(paper("Berita acara"));
  await office.locator('[name="signature"][value="wet"]').check();
  await office.locator('[name="digest"]').fill("0".repeat(16));
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
  await office.context().close();

  const chair = await as("Ketua");
  await chair.goto(list);
  await chair.getByRole("link", { name: t("ranking.scan.checkButton") }).click();
  await chair.waitForURL(/\/scan\/check$/);
  await see(chair, "scan-check");
  await chair.locator('[name="looked"]').check();
  await confirm(chair, t("ranking.scan.checkSubmit"));
  await told(chair, t("ranking.scan.checkDone"));
  await see(chair, "list-signed-on-paper");
  await chair.context().close();
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
