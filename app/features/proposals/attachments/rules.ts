import type { Definition, FormField } from "#app/features/competitions/definition/types.ts";
import { fieldsFor } from "#app/features/competitions/rules.ts";
import { takesFile } from "#app/features/proposals/form/rules.ts";
import { type FieldFault, InvalidInput } from "#app/lib/errors.ts";

/** Bytes of a supporting PDF where the form names no limit: 2 MB, as the observed forms of 2022 to 2025 ask. */
const usualLimit = 2 * 1024 * 1024;

export const sizeLimitOf = (field: Pick<FormField, "maxBytes">): number => field.maxBytes || usualLimit;

/** The question of the group at which a file may stand. Refuses an unknown one beside the field (422). */
export function fileQuestion(definition: Definition, groupKey: string, fieldKey: string): FormField {
  const field = fieldsFor(definition, groupKey).find(({ key }) => key === fieldKey);
  if (!field || !takesFile(field)) refuse({ path: fieldKey, code: "unknownField", params: {} });
  return field;
}

/** Refuses what is larger than the question allows and what is no whole PDF (422, beside the field). */
export function checkFile(field: FormField, bytes: Uint8Array): void {
  const limit = sizeLimitOf(field);
  if (bytes.length > limit) refuse({ path: field.key, code: "fileTooBig", params: { size: inBothLanguages(bytes.length), limit: inBothLanguages(limit) } });
  if (!isWholePdf(bytes)) refuse({ path: field.key, code: "fileNotPdf", params: {} });
}

function refuse(fault: FieldFault): never {
  throw new InvalidInput([fault]);
}

/** Megabytes with one digit; a limit and a size that differ must not print alike, so sizes are rounded up. */
function inBothLanguages(bytes: number): { id: string; en: string } {
  const tenths = Math.ceil((bytes * 10) / (1024 * 1024));
  const text = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return { id: `${text.replace(".", ",")} MB`, en: `${text} MB` };
}

/** A PDF begins with its header and ends with its trailer (ISO 32000-1, 7.5): what was cut off on the way is found out here. */
export function isWholePdf(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array): string => String.fromCharCode(...part);
  return text(bytes.subarray(0, 5)) === "%PDF-" && text(bytes.subarray(-1_024)).includes("%%EOF");
}

/** The name without folders and control signs, at most 120 characters, so that it can stand in a header and in a list. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replaceAll(/[\u0000-\u001f\u007f"]/g, "").trim();
  const stem = clean.replace(/\.pdf$/i, "").slice(0, 116).trim();
  return `${stem || "berkas"}.pdf`;
}
