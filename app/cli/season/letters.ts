import { onePage } from "#app/cli/season/attachment.ts";
import type { Definition, FormField } from "#app/features/competitions/definition/types.ts";
import type { FileStore } from "#app/lib/files.server.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";

/** The rules with a letter to sign at every question that asks for one, each kept before it is named. */
export async function withLetters(files: FileStore, definition: Definition): Promise<Definition> {
  const fields = definition.fields.map((field) => withLetter(files, field));
  return { ...definition, fields: await Promise.all(fields) };
}

async function withLetter(files: FileStore, field: FormField): Promise<FormField> {
  if (field.kind !== "statement") return field;
  const pdf = letterPdf(field.label.id);
  await files.put(pdf);
  const template = { fileName: `${field.key}.pdf`, contentType: "application/pdf", bytes: pdf.length, sha256: sha256Hex(pdf) };
  return { ...field, template };
}

const dots = ".".repeat(60);

/** One page to print, fill in, sign and hand in again; it says that it belongs to a rehearsal. */
function letterPdf(title: string): Uint8Array {
  const lines = [
    "Yang bertanda tangan di bawah ini:",
    `Nama        ${dots}`,
    `Jabatan     ${dots}`,
    `Instansi    ${dots}`,
    `Inovasi     ${dots}`,
    "",
    "menyatakan bahwa keterangan dalam proposal inovasi tersebut benar",
    "dan dapat dipertanggungjawabkan.",
    "",
    "Tempat dan tanggal  ....................................",
    "Tanda tangan dan cap instansi",
  ];
  const body = lines.map((line) => `0 -24 Td (${printable(line)}) Tj`).join(" ");
  return onePage(`BT /F1 10 Tf 72 780 Td (LATIHAN) Tj /F1 16 Tf 0 -40 Td (${printable(title)}) Tj /F1 11 Tf 0 -16 Td ${body} ET`);
}

/** Text inside a PDF string; the font knows plain Latin letters only. */
const printable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, " ").replaceAll(/[\\()]/g, "\\$&");
