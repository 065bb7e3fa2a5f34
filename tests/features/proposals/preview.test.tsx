import { describe, expect, it } from "vitest";
import { PreviewDocument } from "#app/features/proposals/components/preview-document.tsx";
import { getPreviewSource, previewSheet } from "#app/features/proposals/preview/queries.server.ts";
import { saveAnswers } from "#app/features/proposals/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { addAgency, addMember, completeDraft, definition, makeScene, refusalOf, submitted } from "#tests/features/proposals/scene.ts";

const blindRubric = { stage: "desk", maxMark: 10_000, criteria: [], readers: 2, blind: true };

describe("the preview of a proposal", () => {
  it("shows the agency what an evaluator reads: the draft now, the version that stands once it is handed in", () => {
    const scene = makeScene();
    const draft = getPreviewSource(scene.as(scene.writer), completeDraft(scene));
    expect([draft.isDraft, previewSheet(draft).number]).toEqual([true, null]);
    const entry = getPreviewSource(scene.as(scene.writer), submitted(scene, { title: "Judul lain" }).proposalId);
    expect([entry.isDraft, previewSheet(entry).number]).toEqual([false, "2026-0001"]);
  });

  it("names neither author nor files where evaluators read blind, and leaves letters out", () => {
    const scene = makeScene({ rubrics: [blindRubric] });
    const sheet = previewSheet(getPreviewSource(scene.as(scene.writer), completeDraft(scene)));
    expect(sheet.author).toBeNull();
    expect(sheet.parts.map((part) => part.key)).toEqual(["ringkasan", "aplikasi"]);
    const open = makeScene({ rubrics: [{ ...blindRubric, blind: false }] });
    const told = previewSheet(getPreviewSource(open.as(open.writer), completeDraft(open)));
    expect([told.author?.agency, told.parts.at(-1)?.files]).toEqual(["Pemerintah Kabupaten Wakatobi", ["Surat pernyataan.pdf"]]);
  });

  it("does not exist for another agency", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const agencyId = addAgency(scene.world, "74.01", "Pemerintah Kabupaten Buton");
    const neighbour = addMember(scene.world, { agencyId, name: "Tetangga", role: "admin" });
    expect(refusalOf(() => getPreviewSource(scene.as(neighbour), proposalId))).toBe("proposals.unknown");
  });

  it("becomes a PDF with its lists, the same bytes for the same draft", async () => {
    const scene = makeScene({ fields: definition.fields.map((field) => ({ ...field, maxWords: field.kind === "longText" ? 200 : field.maxWords })) });
    const proposalId = completeDraft(scene);
    const text = "Warga pulau menunggu obat tiga hari.\n\nYang dilakukan:\n- perahu singgah dua kali sebulan\n- gudang bersama di Binongko\n\n1. mendata\n2. mengirim";
    saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: text } });
    const source = getPreviewSource(scene.as(scene.writer), proposalId);
    const print = () => renderPdf(<PreviewDocument t={translators.id} source={source} sheet={previewSheet(source)} printedAt={scene.world.ctx.now} />);
    const [one, two] = [await print(), await print()];
    expect(Buffer.from(one).subarray(0, 5).toString()).toBe("%PDF-");
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
