import { describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import { PrintedDocument, PrintedText, renderPdf } from "#app/lib/pdf.server.tsx";

const pages = (pdf: Uint8Array): number => (Buffer.from(pdf).toString("latin1").match(/\/Type \/Page\b/g) ?? []).length;

const document = (lines: number) => (
  <PrintedDocument t={translators.id} title="Tanda terima" printedAt={Date.UTC(2026, 2, 1, 2)} zone="Asia/Jakarta" rehearsal>
    {Array.from({ length: lines }, (_, line) => (
      <PrintedText key={line}>Dinas Kesehatan, José Żółć, baris {line}</PrintedText>
    ))}
  </PrintedDocument>
);

describe("printing", () => {
  it("makes a PDF of as many pages as the text needs", async () => {
    const one = await renderPdf(document(3));
    expect(Buffer.from(one.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pages(one)).toBe(1);
    expect(pages(await renderPdf(document(40)))).toBe(2);
  });

  it("gives the same bytes for the same document", async () => {
    expect(Buffer.from(await renderPdf(document(3)))).toEqual(Buffer.from(await renderPdf(document(3))));
  });
});
