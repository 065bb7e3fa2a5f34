import { describe, expect, it } from "vitest";
import { attachFile, removeAttachment } from "#app/features/proposals/attachments/operations.server.ts";
import { isWholePdf, plainFileName, sizeLimitOf } from "#app/features/proposals/attachments/rules.ts";
import { reviseSubmitted } from "#app/features/proposals/submission/operations.server.ts";
import { getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { findLiveAttachments } from "#app/features/proposals/store.server.ts";
import { InvalidInput } from "#app/lib/errors.ts";
import { completeDraft, kept, makeScene, pdf, refusalOf, submitted } from "#tests/features/proposals/scene.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a PDF", () => {
  it("has its header and its trailer", () => {
    expect(isWholePdf(pdf())).toBe(true);
    expect(isWholePdf(bytes("%PDF-1.7\ncut off on the way"))).toBe(false);
    expect(isWholePdf(bytes("<html>%PDF- %%EOF</html>"))).toBe(false);
    expect(isWholePdf(bytes(""))).toBe(false);
  });

  it("keeps a name that can stand in a header", () => {
    expect(plainFileName("C:\\unduhan\\Surat \"resmi\"\r\n.pdf")).toBe("Surat resmi.pdf");
    expect(plainFileName("../../etc/passwd")).toBe("passwd.pdf");
    expect(plainFileName("")).toBe("berkas.pdf");
    expect(plainFileName("laporan.pdf.exe")).toBe("laporan.pdf");
    expect(plainFileName("foto.jpeg", "image/jpeg")).toBe("foto.jpg");
    expect(plainFileName("inovasi \u202Efdp.exe\u200B.pdf")).toBe("inovasi fdp.pdf");
    expect(plainFileName("Perahu 🚤 layanan 👩‍⚕️.pdf")).toBe("Perahu 🚤 layanan 👩‍⚕️.pdf");
    expect(plainFileName(`${"🚤".repeat(200)}.pdf`)).toBe(`${"🚤".repeat(116)}.pdf`);
    expect(plainFileName(`${"a".repeat(300)}.PDF`)).toHaveLength(120);
  });

  it("may take 2 MB where the form says nothing else", () => {
    expect(sizeLimitOf({ maxBytes: null })).toBe(2_097_152);
    expect(sizeLimitOf({ maxBytes: 1_000 })).toBe(1_000);
  });
});

describe("attaching", () => {
  it("keeps one file a question, the last", async () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const by = scene.as(scene.writer);
    attachFile(by, { proposalId, fieldKey: "surat", fileName: "Kedua.pdf", file: kept(scene, pdf("kedua")) });
    attachFile(by, { proposalId, fieldKey: "ringkasan", fileName: "Bukti.pdf", file: kept(scene, pdf("bukti")) });
    const live = findLiveAttachments(scene.world.ctx, proposalId);
    expect(live.map(({ fieldKey, fileName }) => [fieldKey, fileName])).toEqual([
      ["ringkasan", "Bukti.pdf"],
      ["surat", "Kedua.pdf"],
    ]);
    expect(await Promise.all(live.map(({ sha256 }) => scene.world.ctx.files.read(sha256)))).toEqual([
      Buffer.from(pdf("bukti")),
      Buffer.from(pdf("kedua")),
    ]);
  });

  it("refuses what is empty, too large, or at no question for files, and keeps the file that stood", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const attach = (fieldKey: string, content: Uint8Array) =>
      refusalOf(() => attachFile(scene.as(scene.writer), { proposalId, fieldKey, fileName: "x.pdf", file: kept(scene, content) }));
    expect(attach("surat", bytes(""))).toBe("surat fileEmpty");
    expect(attach("surat", pdf("x".repeat(400)))).toBe("surat fileTooBig");
    expect(attach("aplikasi", pdf())).toBe("aplikasi unknownField");
    expect(attach("tidak-ada", pdf())).toBe("tidak-ada unknownField");
    expect(findLiveAttachments(scene.world.ctx, proposalId).map(({ fileName }) => fileName)).toEqual(["Surat pernyataan.pdf"]);
  });

  it("says size and limit in both languages", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const file = kept(scene, pdf("besar"), { bytes: 3_500_000 });
    const refused = (): unknown => attachFile(scene.as(scene.writer), { proposalId, fieldKey: "ringkasan", fileName: "x.pdf", file });
    expect(refused).toThrow(InvalidInput);
    let params: unknown;
    try {
      refused();
    } catch (error) {
      params = (error as InvalidInput).faults[0]?.params;
    }
    expect(params).toEqual({ size: { id: "3,4 MB", en: "3.4 MB" }, limit: { id: "2 MB", en: "2 MB" } });
  });

  it("leaves a submitted version its file when the correction takes it away", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    const [file] = findLiveAttachments(scene.world.ctx, proposalId);
    removeAttachment(scene.as(scene.admin), { attachmentId: file?.id ?? ("att_0" as never) });
    expect(findLiveAttachments(scene.world.ctx, proposalId)).toEqual([]);
    const [frozen] = getSubmittedContent(scene.world.ctx, proposalId).attachments;
    expect(frozen).toEqual({ id: file?.id, fieldKey: "surat", fileName: "Surat pernyataan.pdf", bytes: pdf().length, sha256: file?.sha256 });
  });
});
