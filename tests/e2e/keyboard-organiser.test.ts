import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAppointment } from "#app/features/agencies/appointments/operations.server.ts";
import { grantExtension } from "#app/features/proposals/extensions/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { localOfInstant } from "#app/lib/zones.ts";
import { organiserName } from "#tests/e2e/early/scene.ts";
import { askByKeys, chooseFileByKeys, pickByKeys, pressByKeys, reach, searchByKeys, standsSomewhere, tickByKeys, typeByKeys } from "#tests/e2e/keyboard/by-keyboard.ts";
import { button, link, named, openStage, type Stage } from "#tests/e2e/keyboard/stage.ts";
import { told } from "#tests/e2e/walk/walk.ts";
import { seated } from "#tests/features/screening/scene.ts";
import type { Look } from "#tests/support/browser.ts";
import { freshPath } from "#tests/support/folders.ts";
import { smallPdf } from "#tests/support/pdf.ts";

const day = 86_400_000;
const agencyCode = "99.99";

let stage: Stage;
let organiser: Actor;

beforeAll(async () => {
  stage = await openStage();
  organiser = seated(stage.scene.writing, organiserName, "organiser");
});

afterAll(() => stage?.close());

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

const edition = (): string => `/organiser/editions/${stage.scene.writing.editionId}`;
const csv = (...rows: string[][]) => ({ name: "berkas.csv", mimeType: "text/csv", buffer: Buffer.from(rows.map((cells) => cells.join(",")).join("\n")) });

describe.each(looks)("by the keyboard alone, in $locale at $width px", (look) => {
  const t = translators[look.locale];
  const mark = `${look.width}`;

  it("people are read from a file and invited, somebody is seated, and the seat is taken back", async () => {
    const page = await stage.as(organiserName, look);
    await page.goto(`${edition()}/seats/imports`);
    const rows = [["Eka", `eka${mark}@x.go.id`, "evaluator", "Biro"], ["", "", "", "x"]];
    await chooseFileByKeys(page, named(page, "file"), csv(["nama", "surel", "peran", "asal lembaga"], ...rows));
    await pressByKeys(page, button(page, t("people.submit")));
    await page.waitForURL(/\/imports\/\w+/);
    await standsSomewhere(page);
    const apply = t("people.apply", { count: 1 });
    await askByKeys(page, { trigger: button(page, apply), answer: apply });
    await told(page, t("people.applied"));
    await reach(page, link(page, t("people.again")));

    await page.goto(`${edition()}/seats`);
    const name = `Juri ${mark}`;
    await pickByKeys(page, named(page, "role"), t("competitions.roles.juror"));
    for (const [field, text] of Object.entries({ name, email: `juri${mark}@x.go.id`, organisation: "Biro" })) await typeByKeys(page, named(page, field), text);
    await pressByKeys(page, button(page, t("competitions.seats.submit")));
    await told(page, t("competitions.seats.invited", { name, role: t("competitions.roles.juror") }));
    await standsSomewhere(page);
    const trigger = page.locator("tr", { hasText: name }).locator("button[aria-haspopup=dialog]");
    await askByKeys(page, { trigger, answer: t("competitions.seats.remove"), fill: (dialog) => typeByKeys(page, dialog.locator("[name=reason]"), "Pindah tugas") });
    await told(page, t("competitions.seats.removed", { name }));
    await page.context().close();
  });

  it("the registry takes a file, a new name, a unit and a merger", async () => {
    const page = await stage.as(organiserName, look);
    const [code, before, after] = [`98.${mark.slice(0, 2)}`, `Kabupaten Kunci ${mark}`, `Kabupaten Gembok ${mark}`];
    await page.goto("/organiser/registry/imports");
    const header = ["code", "name", "kind", "province", "parent", "zone"];
    await chooseFileByKeys(page, named(page, "file"), csv(header, [code, before, "kabupaten", "98", "", "Asia/Makassar"]));
    await pressByKeys(page, button(page, t("registry.read")));
    await pressByKeys(page, button(page, t("registry.apply")));
    await page.waitForURL("**/organiser/registry");
    await standsSomewhere(page);

    const { id } = stage.one<{ id: string }>("select id from agencies where code = ?", code);
    await page.goto(`/organiser/registry/${id}`);
    await pressByKeys(page, link(page, t("registry.rename")));
    await page.waitForURL("**/name");
    await standsSomewhere(page);
    await typeByKeys(page, named(page, "name"), after);
    await typeByKeys(page, named(page, "validFrom"), "2026-01-02");
    await typeByKeys(page, named(page, "source"), "PP 1 Tahun 2026");
    await pressByKeys(page, button(page, t("registry.rename")));
    await told(page, t("registry.renamed"));
    await typeByKeys(page, named(page, "name"), "Dinas Kunci");
    await pressByKeys(page, button(page, t("registry.addUnit")));
    await told(page, t("registry.unitAdded"));
    await standsSomewhere(page);
    await pressByKeys(page, link(page, t("registry.merge")));
    await page.waitForURL("**/merge");
    await typeByKeys(page, named(page, "into"), agencyCode);
    await typeByKeys(page, named(page, "reason"), "Digabung oleh undang-undang.");
    await pressByKeys(page, button(page, t("registry.merge")));
    await page.waitForURL((url) => url.pathname.startsWith("/organiser/registry/agc_") && !url.pathname.includes(id));
    expect(stage.one("select a.name, b.code as into_code from agency_merges m join agencies a on a.id = m.from_id join agencies b on b.id = m.into_id where a.id = ?", id)).toEqual({ name: after, into_code: agencyCode });
    await page.context().close();
  });

  it("an agency is given more time", async () => {
    const page = await stage.as(organiserName, look);
    const { agencyId, editionId } = stage.scene.writing;
    await page.goto(`${edition()}/extensions/new`);
    const { name } = stage.one<{ name: string }>("select name from agencies where id = ?", agencyId);
    await searchByKeys(page, page.locator("main input[role=combobox]"), name);
    await pressByKeys(page, button(page, t("communications.extensions.goOn")));
    await page.waitForURL(/agency=agc_/);
    await standsSomewhere(page);
    await typeByKeys(page, named(page, "closesAt"), localOfInstant("Asia/Jakarta", Date.now() + (3 + looks.indexOf(look) * 7.5) * day));
    const reason = `Jaringan putus dua hari (${mark}).`;
    await typeByKeys(page, named(page, "reason"), reason);
    await pressByKeys(page, button(page, t("communications.extensions.grant")));
    await page.waitForURL("**/extensions");
    await standsSomewhere(page);
    expect(stage.one("select count(*) n from submission_extensions where edition_id = ? and reason = ?", editionId, reason)).toEqual({ n: 1 });
    await page.context().close();
  });

  it("somebody without an account hands in a letter of appointment", async () => {
    const page = await stage.visitor(look);
    await page.goto("/agencies/access");
    const { name: agency } = stage.one<{ name: string }>("select name from agencies where id = ?", stage.scene.writing.agencyId);
    await searchByKeys(page, page.locator("main input[role=combobox]"), agency);
    const words = { name: `Cici Kunci ${mark}`, position: "Kepala Bagian", email: `cici${mark}@uji.go.id`, phone: "0812 3456 789" };
    for (const [field, text] of Object.entries(words)) await typeByKeys(page, named(page, field), text);
    await chooseFileByKeys(page, named(page, "letter"), { name: "SK.pdf", mimeType: "application/pdf", buffer: smallPdf(mark) });
    await pressByKeys(page, button(page, t("agencies.appointments.ask.submit")));
    await told(page, t("agencies.appointments.ask.done"));
    expect(stage.one("select agency_id, status from appointments where name = ?", words.name)).toEqual({ agency_id: stage.scene.writing.agencyId, status: "asked" });
    await page.context().close();
  });

  it("a letter of appointment is found in order", async () => {
    const name = `Ani Wijaya ${mark}`;
    await handIn(name);
    const page = await openLetter(name);
    const verify = t("agencies.appointments.page.verify");
    await askByKeys(page, { trigger: button(page, verify), answer: verify });
    await told(page, t("agencies.appointments.page.verified", { name }));
    await page.context().close();
  });

  it("a letter of appointment is refused; sent without its reason, the words that say so lead to the field", async () => {
    const name = `Budi Santoso ${mark}`;
    await handIn(name);
    const page = await openLetter(name);
    await pressByKeys(page, link(page, t("agencies.appointments.page.refuse")));
    await page.waitForURL("**/refusal");
    await pressByKeys(page, button(page, t("agencies.appointments.page.refuse")));
    await page.getByRole("alert").first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[role=alert]") !== null)).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("reason");
    await page.keyboard.type("Tanda tangan pejabat yang berwenang tidak ada.");
    await pressByKeys(page, button(page, t("agencies.appointments.page.refuse")));
    await told(page, t("agencies.appointments.page.refused", { name }));
    await page.context().close();
  });

  async function handIn(name: string): Promise<void> {
    const { as, agencyId } = stage.scene.writing;
    const path = freshPath();
    writeFileSync(path, smallPdf(name));
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@uji.go.id`;
    await askAppointment(as(null), { agencyId, name, position: "Kepala Bagian", email, phone: "0812 3456 789", file: { path, fileName: "SK.pdf" } }, { now: Date.now() });
  }

  async function openLetter(name: string): Promise<Page> {
    const page = await stage.as(organiserName, look);
    await page.goto("/organiser/appointments");
    await pressByKeys(page, page.locator("main").getByRole("link", { name }).first());
    await page.waitForURL(/appointments\/apt_/);
    await standsSomewhere(page);
    return page;
  }

  it("the control room is filtered, taken along as a file, and used to remind", async () => {
    stage.scene.draft();
    const page = await stage.as(organiserName, look);
    await page.goto(`${edition()}/control-room/drafts`);
    await pickByKeys(page, named(page, "kind"), t("agencies.kinds.kabupaten"));
    await pressByKeys(page, button(page, t("common.filter")));
    await page.waitForURL((url) => url.searchParams.get("kind") === "kabupaten");
    await standsSomewhere(page);
    await reach(page, link(page, t("controlRoom.csv")));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await tickByKeys(page, page.locator('main table input[form="chosen"]').first());
    await askByKeys(page, { trigger: button(page, t("controlRoom.remind")), answer: t("controlRoom.remind") });
    const counts = [{ told: 1, spared: 0 }, { told: 0, spared: 1 }];
    await page.getByRole("status").filter({ hasText: new RegExp(counts.map((count) => t("controlRoom.reminded", count)).join("|")) }).waitFor();
    await page.context().close();
  });

  it("the words of a letter are changed, seen, tried and put back", async () => {
    const page = await stage.as(organiserName, look);
    await page.goto(`${edition()}/letters/proposalReturned/${look.locale}`);
    await reach(page, named(page, "body"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Salam hangat.");
    expect(await page.locator(".letter").textContent()).toContain("Salam hangat.");
    await pressByKeys(page, button(page, t("communications.templates.test")));
    await told(page, t("communications.templates.tested", { email: "sari@contoh.go.id" }));
    await page.goto(`${edition()}/letters/proposalReturned/${look.locale}`);
    await reach(page, named(page, "body"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Salam hangat.");
    await pressByKeys(page, button(page, t("communications.templates.save")));
    await told(page, t("communications.templates.saved"));
    const reset = t("communications.templates.reset");
    await askByKeys(page, { trigger: button(page, reset), answer: reset });
    await told(page, t("communications.templates.resetDone"));
    await page.context().close();
  });

  it("an announcement is written and published, and a letter that failed is sent once more", async () => {
    const page = await stage.as(organiserName, look);
    await page.goto(`${edition()}/announcements/new`);
    const words = { titleId: "Pembekalan daring", bodyId: "Diadakan hari Senin.", titleEn: "Online briefing", bodyEn: "Held on Monday." };
    for (const [field, text] of Object.entries(words)) await typeByKeys(page, named(page, field), text);
    await tickByKeys(page, named(page, "published"));
    await pressByKeys(page, button(page, t("communications.announcements.saveDraft")));
    await page.waitForURL(/\/announcements\/ann_/);
    await standsSomewhere(page);
    await pressByKeys(page, button(page, t("communications.announcements.release")));
    await told(page, t("communications.announcements.released"));
    await standsSomewhere(page);

    const { as, editionId, agencyId } = stage.scene.writing;
    grantExtension(as(organiser), { editionId, agencyId, proposalId: null, closesAt: Date.now() + (looks.indexOf(look) + 10) * day, reason: "Jaringan putus." });
    stage.scene.ctx.db.$client.prepare("update outbox set status = 'failed', last_error = 'uji' where edition_id = ? and template like 'extension%'").run(editionId);
    await page.goto(`${edition()}/outbox`);
    const failed = await named(page, "status").locator("option[value=failed]").textContent();
    await pickByKeys(page, named(page, "status"), failed?.trim() ?? "");
    await pressByKeys(page, button(page, t("common.filter")));
    await page.waitForURL(/status=failed/);
    await pressByKeys(page, page.locator("main table a[href*='/outbox/mail_']").first());
    await page.waitForURL(/\/outbox\/mail_\w+$/);
    await standsSomewhere(page);
    await pressByKeys(page, link(page, t("communications.outbox.resend")));
    await page.waitForURL("**/resending");
    await typeByKeys(page, named(page, "reason"), "Server surat sudah pulih.");
    await pressByKeys(page, button(page, t("communications.outbox.resend")));
    await told(page, t("communications.outbox.resent"));
    await standsSomewhere(page);
    await page.context().close();
  });
});
