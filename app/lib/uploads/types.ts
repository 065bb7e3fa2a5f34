/** Kinds of files that can be taken: what they are by content, and how their names end. */
export const fileKinds = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.oasis.opendocument.text": "odt",
} as const;

export type FileKind = keyof typeof fileKinds;

export const isFileKind = (type: string): type is FileKind => type in fileKinds;

/** Why a file is refused by its content; the words stand below `form.`. */
export type ContentFault =
  | "fileEmpty"
  | "fileNotPdf"
  | "fileWrongType"
  | "pdfDamaged"
  | "pdfEncrypted"
  | "pdfActive"
  | "pdfEmbedded"
  | "pdfNoPages"
  | "pdfTooManyPages"
  | "pdfPageTooLarge"
  | "fileTooHeavy"
  | "fileMacros"
  | "imageBroken"
  | "imageTooLarge"
  | "fileBusy";

/** What was found in a file. `replaced` are the bytes to be kept instead of it. */
export type ContentVerdict =
  | { ok: true; kind: FileKind; pages: number | null; replaced: Uint8Array | null }
  | { ok: false; fault: ContentFault };
