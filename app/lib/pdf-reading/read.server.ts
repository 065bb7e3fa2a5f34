import { readFile } from "node:fs/promises";
import { askPdfReader, PdfTooHard } from "#app/lib/pdf-reading/pool.server.ts";
import type { PagePixels, PdfVerdict } from "#app/lib/pdf-reading/types.ts";

/** Ms given to one document. An honest one of 25 MB takes about a second. */
const checkMs = 15_000;
const textMs = 20_000;
const picturesMs = 30_000;
/** Enough to compare a text, and little enough for a database row. */
const textPages = 200;
const textCharacters = 400_000;

/**
 * Whether a file is a PDF one can open, read and keep: whole, not encrypted, 1 to 500 pages, without scripts, launched programs
 * or embedded files, and not so large once unpacked that it breaks its reader. Reads the content in a thread with limits of
 * time and memory; a document that passes them is `tooHeavy`.
 */
export async function checkPdf(source: Uint8Array | string): Promise<PdfVerdict> {
  try {
    return await askPdfReader({ kind: "check", bytes: await bytesOf(source) }, checkMs);
  } catch (error) {
    if (error instanceof PdfTooHard) return { ok: false, fault: "tooHeavy" };
    throw error;
  }
}

/** The words of a PDF in reading order, at most 200 pages and 400,000 characters; empty for pictures and for what cannot be read. */
export async function pdfText(source: Uint8Array | string): Promise<string> {
  try {
    const limits = { maxPages: textPages, maxCharacters: textCharacters };
    return await askPdfReader({ kind: "text", bytes: await bytesOf(source), ...limits }, textMs);
  } catch (error) {
    if (error instanceof PdfTooHard) return "";
    throw error;
  }
}

type Wanted = { from: number; count: number; box: { width: number; height: number } };

/** Pages drawn into a box of pixels, from page `from` (0 is the first); empty when the document is too hard to draw. */
export async function pdfPictures(source: Uint8Array | string, wanted: Wanted): Promise<PagePixels[]> {
  try {
    return await askPdfReader({ kind: "pictures", bytes: await bytesOf(source), ...wanted }, picturesMs);
  } catch (error) {
    if (error instanceof PdfTooHard) return [];
    throw error;
  }
}

const bytesOf = async (source: Uint8Array | string): Promise<Uint8Array> =>
  typeof source === "string" ? new Uint8Array(await readFile(source)) : source;
