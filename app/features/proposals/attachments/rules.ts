import type { Definition, FormField } from "#app/features/competitions/definition/types.ts";
import { fieldsFor } from "#app/features/competitions/rules.ts";
import type { ScanState, Upload } from "#app/features/proposals/attachments/types.ts";
import { takesFile } from "#app/features/proposals/form/rules.ts";
import { DomainError, type FieldFault, InvalidInput } from "#app/lib/errors.ts";
import { type ContentFault, type FileKind, fileKinds, isFileKind } from "#app/lib/uploads/types.ts";

/** Bytes of a supporting PDF where the form names no limit: 2 MB, as the observed forms of 2022 to 2025 ask. */
const usualLimit = 2 * 1024 * 1024;

export const sizeLimitOf = (field: Pick<FormField, "maxBytes">): number => field.maxBytes || usualLimit;

/** Kinds of files a question takes: those it names that can be checked, or PDF when it names none. */
export function acceptedKinds(field: Pick<FormField, "accept">): FileKind[] {
  const named = field.accept.filter(isFileKind);
  return named.length > 0 ? named : ["application/pdf"];
}

/** The question of the group at which a file may stand. Refuses an unknown one beside the field (422). */
export function fileQuestion(definition: Definition, groupKey: string, fieldKey: string): FormField {
  const field = fieldsFor(definition, groupKey).find(({ key }) => key === fieldKey);
  if (!field || !takesFile(field)) refuse({ path: fieldKey, code: "unknownField", params: {} });
  return field;
}

/** Refuses a file without content and one larger than the question allows (422, beside the field). */
export function checkSize(field: FormField, bytes: number): void {
  const limit = sizeLimitOf(field);
  if (bytes === 0) refuse({ path: field.key, code: "fileEmpty", params: {} });
  if (bytes > limit) refuse({ path: field.key, code: "fileTooBig", params: { size: inBothLanguages(bytes), limit: inBothLanguages(limit) } });
}

/** Refuses what the content of a file showed (422, beside the field). */
export function refuseContent(field: FormField, fault: ContentFault): never {
  const kinds = acceptedKinds(field).map((kind) => fileKinds[kind].toUpperCase()).join(", ");
  refuse({ path: field.key, code: fault, params: fault === "fileWrongType" ? { kinds } : {} });
}

/** Refuses content in which a scanner found something (422, beside the field). */
export const refuseInfected = (fieldKey: string, signature: string): never =>
  refuse({ path: fieldKey, code: "fileInfected", params: { signature } });

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

/** Characters that show nothing, turn the direction of what follows, or mean something to a file system or a header. */
const unfit = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"<>:|?*]/gu;
const ending = /\.(pdf|jpe?g|png|webp|docx?|xlsx?|pptx?|zip|rar|exe|com|bat|cmd|scr|js|vbs|html?|svg|lnk)$/i;
const longestStem = 116;

/**
 * The name without folders, signs that deceive, and endings that are not those of its content: at most 120 characters, so that
 * it can stand in a header and in a list. Letters of every alphabet and emoji stay.
 */
export function plainFileName(name: string, kind: FileKind = "application/pdf"): string {
  let stem = (name.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replaceAll(unfit, "").trim();
  while (ending.test(stem)) stem = stem.replace(ending, "").trim();
  const short = [...stem].slice(0, longestStem).join("").replace(/^\.+|[.\s]+$/g, "");
  return `${short || "berkas"}.${fileKinds[kind]}`;
}

/** Files one person may have on their way at once, their bytes together, and for how long (ms): a day, as lines here are slow. */
export const uploadCount = 6;
export const uploadBytes = 120 * 1024 * 1024;
export const uploadLifetime = 24 * 3_600_000;

/** Refuses another upload of somebody who has too many unfinished ones (429). Finished or expired ones do not count. */
export function checkUploadRoom(unfinished: readonly Pick<Upload, "bytes">[], next: number): void {
  const bytes = unfinished.reduce((sum, upload) => sum + upload.bytes, next);
  if (unfinished.length < uploadCount && bytes <= uploadBytes) return;
  throw new DomainError("proposals.tooManyUploads", { kind: "tooMany", params: { count: uploadCount } });
}

/** Milliseconds without a byte after which an unfinished upload makes room for another. */
const idleAfter = 10 * 60_000;

/** Which unfinished uploads to give up for another of `next` bytes: idle ones, the longest idle first, no more than needed. */
export function idleUploads<T extends Pick<Upload, "bytes"> & { idle: number }>(unfinished: readonly T[], next: number): T[] {
  const idle = unfinished.filter((upload) => upload.idle >= idleAfter).toSorted((a, b) => b.idle - a.idle);
  let [count, bytes] = [unfinished.length, unfinished.reduce((sum, upload) => sum + upload.bytes, next)];
  return idle.filter((upload) => {
    if (count < uploadCount && bytes <= uploadBytes) return false;
    [count, bytes] = [count - 1, bytes - upload.bytes];
    return true;
  });
}

export type ScannedFile = { fieldKey: string; scan: ScanState };

/** Why a draft with this file cannot be submitted yet; null when it can. */
export const scanFault = (scan: ScanState): "proposals.fileUnscanned" | "proposals.fileInfected" | null => {
  if (scan === "pending") return "proposals.fileUnscanned";
  return scan === "infected" ? "proposals.fileInfected" : null;
};

/** Pages of which pictures are made: the first twenty. */
export const picturedPages = 20;
/** Pixels into which a page is drawn for the strip. */
export const pictureBox = { width: 240, height: 340 };
