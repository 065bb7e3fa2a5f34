import { stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { PdfQueueFull } from "#app/lib/pdf-reading/pool.server.ts";
import { checkPdf } from "#app/lib/pdf-reading/read.server.ts";
import type { PdfFault } from "#app/lib/pdf-reading/types.ts";
import { archiveFault } from "#app/lib/uploads/archive.server.ts";
import { reencode } from "#app/lib/uploads/picture.server.ts";
import { type ContentFault, type ContentVerdict, type FileKind, isFileKind } from "#app/lib/uploads/types.ts";

const pdfFaults: Record<PdfFault, ContentFault> = {
  notPdf: "fileNotPdf",
  damaged: "pdfDamaged",
  encrypted: "pdfEncrypted",
  active: "pdfActive",
  embedded: "pdfEmbedded",
  noPages: "pdfNoPages",
  tooManyPages: "pdfTooManyPages",
  pageTooLarge: "pdfPageTooLarge",
  tooHeavy: "fileTooHeavy",
};

/**
 * Says by its content alone what a file is, whether it is one of the accepted kinds, and whether it can be kept. Pictures come
 * back drawn anew, without what cameras write about people and places.
 */
export async function inspectFile(path: string, accepted: readonly FileKind[]): Promise<ContentVerdict> {
  if ((await stat(path)).size === 0) return { ok: false, fault: "fileEmpty" };
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const kind = found?.mime ?? "";
  if (!isFileKind(kind) || !accepted.includes(kind)) return { ok: false, fault: wrongKind(accepted) };
  if (kind === "application/pdf") return inspectPdf(path);
  if (kind.startsWith("image/")) return reencode(path, kind);
  const fault = await archiveFault(path);
  return fault ? { ok: false, fault } : { ok: true, kind, pages: null, replaced: null };
}

const wrongKind = (accepted: readonly FileKind[]): ContentFault =>
  accepted.length === 1 && accepted[0] === "application/pdf" ? "fileNotPdf" : "fileWrongType";

async function inspectPdf(path: string): Promise<ContentVerdict> {
  try {
    const verdict = await checkPdf(path);
    if (!verdict.ok) return { ok: false, fault: pdfFaults[verdict.fault] };
    return { ok: true, kind: "application/pdf", pages: verdict.pages, replaced: null };
  } catch (error) {
    if (error instanceof PdfQueueFull) return { ok: false, fault: "fileBusy" };
    throw error;
  }
}
