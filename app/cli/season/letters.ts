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

/** Where the lines to write on begin, in points from the margin. */
const column = 80;

const dots = ".".repeat(60);

/** Drawing instructions of a line to fill in: its name and, in a column, where to write. */
const blank = (name: string): string => `0 -24 Td (${name}) Tj ${column} 0 Td (${dots}) Tj -${column} 0 Td`;

const said = (line: string): string => `0 -24 Td (${line}) Tj`;

/** One page to print, fill in, sign and hand in again; it says that it belongs to a rehearsal. */
function letterPdf(title: string): Uint8Array {
  const body = [
    said("Yang bertanda tangan di bawah ini:"),
    ...["Nama", "Jabatan", "Instansi", "Inovasi"].map(blank),
    said("menyatakan bahwa keterangan dalam proposal inovasi tersebut benar"),
    said("dan dapat dipertanggungjawabkan."),
    ...["Tempat", "Tanggal", "Tanda tangan"].map(blank),
  ].join(" ");
  return onePage(`BT /F1 10 Tf 72 780 Td (LATIHAN) Tj /F1 16 Tf 0 -40 Td (${printable(title)}) Tj /F1 11 Tf 0 -16 Td ${body} ET`);
}

/** Text inside a PDF string; the font knows plain Latin letters only. */
const printable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, " ").replaceAll(/[\\()]/g, "\\$&");
