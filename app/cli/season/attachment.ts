import type { KeptFile } from "#app/features/proposals/attachments/types.ts";
import type { FileStore } from "#app/lib/files.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";

/** The attachment of every invented proposal as it is kept; keepRehearsalPdf has to have kept it. */
export function rehearsalFile(): KeptFile {
  const pdf = rehearsalPdf();
  return { sha256: sha256Hex(pdf), bytes: pdf.length, kind: "application/pdf", pages: 1, scan: "none" };
}

/** Kept once, before a season is played: what is played never waits for a disk. */
export async function keepRehearsalPdf(files: FileStore): Promise<void> {
  await files.put(rehearsalPdf());
}

/** A small whole PDF of one page that says what it is: the attachment of every invented proposal. */
export const rehearsalPdf = (): Uint8Array => onePage("BT /F1 20 Tf 72 760 Td (LATIHAN) Tj 0 -32 Td /F1 12 Tf (Lampiran rekaan, data latihan.) Tj ET");

/** A whole PDF of one page with these drawing instructions. */
export function onePage(words: string): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
