import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { adminName, isOpen, password, writerName } from "#tests/e2e/early/scene.ts";
import { askByKeys, chooseFileByKeys, pressByKeys, reach, standsSomewhere, tickByKeys, typeByKeys } from "#tests/e2e/keyboard/by-keyboard.ts";
import { button, link, named, openStage, type Stage } from "#tests/e2e/keyboard/stage.ts";
import { told } from "#tests/e2e/walk/walk.ts";
import { addEdition, asked, question, whole } from "#tests/features/proposals/scene.ts";
import type { Look } from "#tests/support/browser.ts";
import { smallPdf } from "#tests/support/pdf.ts";

let stage: Stage;
let newDraft: (title: string) => ProposalId;

/** Beside every kind of question a file that may be left out. */
const withFile = (now: number) => {
  const rules = isOpen(now);
  const file = question("bukti", { kind: "file", maxWords: null, maxBytes: 1_000_000, required: false });
  return { ...rules, fields: [...rules.fields, { ...file, section: "semua" }] };
};

beforeAll(async () => {
  stage = await openStage();
  const { world, writer, agencyId, as } = stage.scene.writing;
  const editionId = addEdition(world, withFile(Date.now()), "berkas");
  newDraft = (title) => {
    const proposalId = createProposal(as(writer), { editionId, agencyId, ...asked, ...whole, title });
    const plain = { uraian: "obat sampai di pulau", nama: "Apotek", jumlah: "12", mulai: "2021-05-06", laman: "https://contoh.go.id", pakai: "tidak" };
    saveAnswers(as(writer), { proposalId, answers: { ...plain, sasaran: '["ya"]', biaya: '[{"guna":"Obat"}]' } });
    return proposalId;
  };
});

afterAll(() => stage?.close());

const looks: Look[] = [
  { locale: "id", width: 1280 },
  { locale: "en", width: 390 },
];

describe.each(looks)("by the keyboard alone, in $locale at $width px", (look) => {
  const t = translators[look.locale];

  async function comment(admin: Page, base: string): Promise<void> {
    await admin.goto(`${base}/comments`);
    const part = admin.locator("main form[method=post] select[name=part]");
    await reach(admin, part);
    await admin.keyboard.press("End");
    await typeByKeys(admin, admin.locator("main form[method=post] [name=text]"), "Sebutkan jumlah penerima manfaat.");
    await pressByKeys(admin, button(admin, t("flow.comments.send")));
    await told(admin, t("flow.comments.sent"));
    await standsSomewhere(admin);
    await admin.goto(base);
    await pressByKeys(admin, link(admin, t("proposals.return.submit")));
    await admin.waitForURL("**/return");
    await typeByKeys(admin, named(admin, "note"), "Lengkapi bagian yang dikomentari.");
    await pressByKeys(admin, button(admin, t("proposals.return.submit")));
    await admin.waitForURL((url) => url.pathname === base);
    await standsSomewhere(admin);
  }

  async function submit(admin: Page, base: string): Promise<void> {
    await admin.goto(base);
    await pressByKeys(admin, link(admin, t("proposals.submission.submit")));
    await admin.waitForURL("**/submission");
    await tickByKeys(admin, named(admin, "accepted"));
    await pressByKeys(admin, button(admin, t("proposals.submission.submit")));
    await admin.waitForURL((url) => url.pathname === base);
    await standsSomewhere(admin);
  }

  it("a proposal is commented, returned, answered, submitted, written on, submitted again, compared and withdrawn", async () => {
    const { as, writer: author } = stage.scene.writing;
    const proposalId = newDraft(`Perahu apotek ${look.width}`);
    const base = `/proposals/${proposalId}`;
    handOver(as(author), { proposalId });
    const [admin, writer] = [await stage.as(adminName, look), await stage.as(writerName, look)];
    await comment(admin, base);
    await writer.goto(`${base}/comments`);
    await pressByKeys(writer, link(writer, t("flow.comments.answerLink")));
    await writer.waitForURL(/\/comments\/\w+/);
    await typeByKeys(writer, named(writer, "text"), "Sudah ditambahkan.");
    await pressByKeys(writer, button(writer, t("flow.comments.sendAnswer")));
    await told(writer, t("flow.comments.answered"));
    await writer.goto(`${base}/hand-over`);
    await pressByKeys(writer, button(writer, t("proposals.handOver.submit")));
    await writer.waitForURL((url) => url.pathname === base);
    await standsSomewhere(writer);
    await writer.context().close();

    await admin.goto(`${base}/comments`);
    await pressByKeys(admin, button(admin, t("flow.comments.resolve")));
    await told(admin, t("flow.comments.resolved"));
    await standsSomewhere(admin);
    await submit(admin, base);
    await pressByKeys(admin, link(admin, t("proposals.revision.submit")));
    await admin.waitForURL("**/revision");
    await pressByKeys(admin, button(admin, t("proposals.revision.submit")));
    await admin.waitForURL((url) => url.pathname.startsWith(`${base}/edit`));
    await standsSomewhere(admin);
    await admin.goto(`${base}/edit/s_semua`);
    const saved = admin.waitForResponse((answer) => answer.url().includes("/sections/") && answer.ok());
    await typeByKeys(admin, named(admin, "uraian"), "obat sampai di setiap pulau");
    await saved;
    await submit(admin, base);
    await admin.goto(`${base}/versions`);
    expect(await admin.locator("ins").allTextContents()).toEqual([expect.stringContaining("setiap")]);
    await admin.goto(base);
    await pressByKeys(admin, link(admin, t("proposals.withdrawal.submit")));
    await admin.waitForURL("**/withdrawal");
    await typeByKeys(admin, named(admin, "note"), "Diganti inovasi lain.");
    await pressByKeys(admin, button(admin, t("proposals.withdrawal.submit")));
    await told(admin, t("proposals.withdrawal.done"));
    await standsSomewhere(admin);
    await admin.context().close();
  });

  it("a file is sent to a question and taken away", async () => {
    const proposalId = newDraft(`Berkas ${look.width}`);
    const page = await stage.as(writerName, look);
    await page.goto(`/proposals/${proposalId}/edit/s_semua`);
    await chooseFileByKeys(page, named(page, "file"), { name: "bukti.pdf", mimeType: "application/pdf", buffer: smallPdf(`Bukti ${look.width}`) });
    await pressByKeys(page, button(page, t("proposals.files.upload")));
    await told(page, t("proposals.files.attached", { name: "bukti.pdf" }));
    await standsSomewhere(page);
    const remove = t("proposals.files.remove");
    await askByKeys(page, { trigger: button(page, remove), answer: remove });
    await named(page, "file").waitFor();
    await standsSomewhere(page);
    await page.context().close();
  });

  it("who was signed out while writing signs in where one stands, and writes on", async () => {
    const proposalId = newDraft(`Sesi ${look.width}`);
    const page = await stage.as(writerName, look);
    await page.goto(`/proposals/${proposalId}/edit/s_semua`);
    await reach(page, named(page, "uraian"));
    await page.context().clearCookies({ name: "anugerah_session" });
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" sebelum");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("password");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("uraian");
    await page.keyboard.type(" sesudah");
    const answer = () => stage.one<{ value: string }>("select value from answers where proposal_id = ? and field_key = 'uraian'", proposalId).value;
    await expect.poll(answer, { timeout: 20_000 }).toBe("obat sampai di pulau sebelum sesudah");
    await page.context().close();
  });
});
