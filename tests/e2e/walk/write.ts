import type { Page } from "playwright-core";
import { expect } from "vitest";
import { press, told, type Walk } from "#tests/e2e/walk/walk.ts";
import { smallPdf } from "#tests/support/pdf.ts";

const writerPassword = "kalimat sandi penulis";

/** The agency admin invites a unit writer, who sets a password behind the letter's link. */
export async function inviteWriter(walk: Walk): Promise<void> {
  const { t } = walk;
  const admin = await walk.as("agencyAdmin");
  await admin.goto("/home");
  await admin.waitForURL(/\/agencies\//);
  await walk.see(admin, "agency-overview");
  walk.agencyPath = new URL(admin.url()).pathname;
  await admin.goto(`${walk.agencyPath}/members`);
  const email = walk.writerEmail;
  await admin.locator('[name="name"]').fill("Penulis Latihan");
  await admin.locator('[name="email"]').fill(email);
  await admin.locator('[name="unit"]').fill("Dinas Kesehatan");
  await press(admin, t("agencies.members.submit"));
  await admin.getByText(email).first().waitFor();
  await walk.see(admin, "agency-members");
  await acceptInvitation(walk, email);
}

async function acceptInvitation(walk: Walk, email: string): Promise<void> {
  const { t } = walk;
  const writer = await walk.as("newWriter");
  await writer.goto("/demo/mailbox");
  const letter = writer.locator("article").filter({ hasText: email }).first();
  await letter.getByRole("link").first().click();
  await writer.waitForURL(/\/invitations\//);
  await walk.see(writer, "invitation");
  await writer.locator('[name="password"]').fill("pendek");
  await press(writer, t("accounts.invitation.submit"), writer.locator("main"));
  await writer.getByRole("alert").waitFor();
  await writer.locator('[name="password"]').fill(writerPassword);
  await press(writer, t("accounts.invitation.submit"), writer.locator("main"));
  await writer.waitForURL(/\/agencies\//);
}

/** The writer drafts a proposal section by section and hands it to the local admin. Returns its address. */
export async function draftProposal(walk: Walk, title: string): Promise<string> {
  const { t } = walk;
  const writer = await walk.as("newWriter");
  await writer.goto(walk.agencyPath);
  await writer.locator(`a[href*="proposals/new?edition=${walk.editionPath.split("/").at(-1)}"]`).first().click();
  await writer.waitForURL(/proposals\/new/);
  await walk.see(writer, "agency-proposal-new");
  await writer.locator('[name="title"]').fill(title);
  await chooseFirst(writer, "groupKey");
  await writer.locator('select[name="categoryKey"]').selectOption({ index: 1 });
  await fillIfThere(writer, "unit", "Dinas Kesehatan");
  await press(writer, t("proposals.create.submit"));
  await writer.waitForURL(/\/proposals\/prop_\w+/);
  const path = /\/proposals\/prop_\w+/.exec(writer.url())?.[0] ?? "";
  await fillSections(walk, path);
  await writer.goto(`${path}/hand-over`);
  await walk.see(writer, "agency-hand-over");
  await press(writer, t("proposals.handOver.submit"), writer.locator("main"));
  await writer.waitForURL((url) => url.pathname === path);
  await walk.see(writer, "agency-proposal-handed-over");
  return path;
}

async function chooseFirst(page: Page, name: string): Promise<void> {
  const choice = page.locator(`[name="${name}"]`).first();
  if ((await choice.getAttribute("type")) === "radio") await choice.check();
  else if (await choice.evaluate((element) => element.tagName === "SELECT")) await choice.selectOption({ index: 0 });
}

async function fillIfThere(page: Page, name: string, text: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  if ((await field.count()) > 0) await field.first().fill(text);
}

async function fillSections(walk: Walk, path: string): Promise<void> {
  const writer = await walk.as("newWriter");
  await writer.goto(`${path}/edit`);
  const links = writer.locator(`a[href^="${path}/edit"]`);
  const addresses = [...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")))];
  expect(addresses.length).toBeGreaterThan(7);
  for (const [index, address] of addresses.filter((one) => !one.includes("#")).entries()) {
    await writer.goto(address);
    await fillSection(writer);
    if (index === 3) await overTheLimit(walk, writer);
    await saveSection(walk, writer);
    await uploadFiles(walk, writer);
    if (index === 0 || index === 3 || index === addresses.length - 2) await walk.see(writer, `agency-editor-${index}`);
  }
  await writer.goto(path);
  await walk.see(writer, "agency-proposal-draft");
}

async function fillSection(writer: Page): Promise<void> {
  const paper = writer.locator(".paper");
  for (const area of await paper.locator("textarea").all()) {
    await area.fill("Perahu layanan singgah di setiap pulau dua kali sebulan menurut jadwal. ".repeat(6) + "(data latihan)");
  }
  for (const date of await paper.locator('input[type="date"]').all()) await date.fill("2023-02-01");
  for (const link of await paper.locator('input[type="url"]').all()) await link.fill("https://contoh.go.id/video");
  const text = paper.locator('input[type="text"]:not([name="title"]):not([name="unit"])');
  for (const field of await text.all()) if ((await field.inputValue()) === "") await field.fill("Tim Latihan");
  if ((await paper.locator('input[type="checkbox"]').count()) > 0) await paper.locator('input[type="checkbox"]').first().check();
  const radios = await paper.locator('input[type="radio"]').all();
  const names = new Set(await Promise.all(radios.map((radio) => radio.getAttribute("name"))));
  for (const name of names) {
    const group = paper.locator(`input[type="radio"][name="${name}"]`);
    if ((await paper.locator(`input[type="radio"][name="${name}"]:checked`).count()) === 0) await group.last().check();
  }
}

/** Past the limit the counter says by how much, the text is kept, and nothing can be submitted. */
async function overTheLimit(walk: Walk, writer: Page): Promise<void> {
  const area = writer.locator(".paper textarea").first();
  const fits = await area.inputValue();
  await area.fill(`${"kata ".repeat(623)}`);
  await writer.getByText(walk.t("common.words.over", { count: 23 })).first().waitFor();
  await walk.see(writer, "agency-editor-over-limit");
  await area.fill(fits);
}

async function saveSection(walk: Walk, writer: Page): Promise<void> {
  const next = walk.t("proposals.editor.saveAndGo", { section: "" }).trim();
  const buttons = writer.locator(".paper button[type=submit]");
  const save = buttons.filter({ hasText: next }).or(buttons.filter({ hasText: walk.t("proposals.editor.save") }));
  if ((await save.count()) === 0) return;
  const address = writer.url();
  await save.last().click();
  await told(writer, walk.t("proposals.editor.saved"));
  if (writer.url() !== address) await writer.goto(address);
}

/** Uploads what is required; a file that is no PDF is refused beside its field. */
async function uploadFiles(walk: Walk, writer: Page): Promise<void> {
  const forms = writer.locator('form[action$="/attachments"]');
  const required = forms.filter({ hasText: walk.t("common.required") });
  const count = await required.count();
  for (let index = 0; index < count; index += 1) {
    const form = required.nth(index);
    if (index === 0) {
      await form.locator('input[type="file"]').setInputFiles({ name: "surat.pdf", mimeType: "application/pdf", buffer: Buffer.from("bukan PDF") });
      await press(writer, walk.t("proposals.files.upload"), form);
      await writer.getByText(walk.t("form.fileNotPdf")).first().waitFor();
    }
    const name = `surat-${index + 1}.pdf`;
    await form.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer: smallPdf(name) });
    await press(writer, walk.t("proposals.files.upload"), form);
    await writer.getByText(walk.t("proposals.files.attached", { name })).first().waitFor();
  }
}

/** The agency admin submits and gets a numbered receipt as PDF. */
export async function submitProposal(walk: Walk, path: string, pictures: boolean): Promise<string> {
  const { t } = walk;
  const admin = await walk.as("agencyAdmin");
  await admin.goto(`${path}/submission`);
  if (pictures) await walk.see(admin, "agency-submission");
  await press(admin, t("proposals.submission.submit"), admin.locator("main"));
  await admin.getByText(t("form.notAccepted")).first().waitFor();
  await admin.locator('[name="accepted"]').check();
  await press(admin, t("proposals.submission.submit"), admin.locator("main"));
  await admin.waitForURL((url) => url.pathname === path);
  await admin.getByText(new RegExp(`${walk.year}-\\d{4}`)).first().waitFor();
  const number = /\d{4}-\d{4}/.exec((await admin.locator("main").textContent()) ?? "")?.[0] ?? "";
  expect(number).toMatch(new RegExp(`^${walk.year}-\\d{4}$`));
  if (pictures) await walk.see(admin, "agency-proposal-submitted");
  const receipt = await admin.request.get(`/downloads/receipts/${path.split("/").at(-1)}.pdf`);
  expect([receipt.status(), (await receipt.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  return number;
}
