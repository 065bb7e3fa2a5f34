import { type Engine, withDocument, withPage } from "#app/lib/pdf-reading/engine.ts";
import { hasPdfFrame, scanPdf } from "#app/lib/pdf-reading/scan.ts";
import { pageLimit, type PagePixels, type PdfAnswers, type PdfFault, type PdfTask, type PdfVerdict } from "#app/lib/pdf-reading/types.ts";

/** Points, 1/72 inch: the longest side a page may have by the standard (ISO 32000-1, annex C). */
const longestSide = 14_400;
/** Pages that are opened to find out whether they can be; the rest is counted. */
const pagesOpened = 25;
const bgra = 4;
const annotations = 0x01;
const reverseByteOrder = 0x10;
const white = 0xffffffff;

/** Does one task. Runs in a worker of its own: a document that takes too long or too much is ended from outside. */
export async function doTask(task: PdfTask): Promise<PdfAnswers[PdfTask["kind"]]> {
  switch (task.kind) {
    case "check":
      return checkDocument(task.bytes);
    case "text":
      return textOf(task);
    case "pictures":
      return picturesOf(task);
  }
}

async function checkDocument(bytes: Uint8Array): Promise<PdfVerdict> {
  if (!hasPdfFrame(bytes)) return { ok: false, fault: "notPdf" };
  const opened = await withDocument(bytes, (engine, found) => ("fault" in found ? found.fault : faultOf(engine, found.document)));
  if (typeof opened === "string") return { ok: false, fault: opened };
  const scanned = await scanPdf(bytes);
  return scanned ? { ok: false, fault: scanned } : { ok: true, pages: opened };
}

/** What is wrong with a document that can be opened; its number of pages when nothing is. */
function faultOf(engine: Engine, document: number): PdfFault | number {
  if (engine._FPDF_GetSecurityHandlerRevision(document) >= 0) return "encrypted";
  if (engine._FPDFDoc_GetJavaScriptActionCount(document) > 0) return "active";
  if (engine._FPDFDoc_GetAttachmentCount(document) > 0) return "embedded";
  const pages = engine._FPDF_GetPageCount(document);
  if (pages < 1) return "noPages";
  if (pages > pageLimit) return "tooManyPages";
  for (let index = 0; index < Math.min(pages, pagesOpened); index += 1) {
    const fault = withPage(engine, { document, index }, (page) => pageFault(engine, page, index));
    if (fault !== null) return fault ?? "damaged";
  }
  return pages;
}

function pageFault(engine: Engine, page: number, index: number): PdfFault | null {
  const [width, height] = [engine._FPDF_GetPageWidth(page), engine._FPDF_GetPageHeight(page)];
  if (!(width > 0 && height > 0)) return "damaged";
  if (width > longestSide || height > longestSide) return "pageTooLarge";
  // The first page is drawn as well: what cannot be drawn cannot be read.
  if (index === 0) draw(engine, page, { index, box: { width: 120, height: 170 } });
  return null;
}

type TextTask = Extract<PdfTask, { kind: "text" }>;

function textOf({ bytes, maxPages, maxCharacters }: TextTask): Promise<string> {
  return withDocument(bytes, (engine, opened) => {
    if ("fault" in opened) return "";
    const pages = Math.min(maxPages, engine._FPDF_GetPageCount(opened.document));
    const parts: string[] = [];
    let left = maxCharacters;
    for (let index = 0; index < pages && left > 0; index += 1) {
      const text = withPage(engine, { document: opened.document, index }, (page) => pageText(engine, page, left)) ?? "";
      left -= text.length;
      parts.push(text);
    }
    return parts.join("\n");
  });
}

function pageText(engine: Engine, page: number, limit: number): string {
  const text = engine._FPDFText_LoadPage(page);
  if (!text) return "";
  try {
    const count = Math.min(limit, engine._FPDFText_CountChars(text));
    if (count <= 0) return "";
    const at = engine.wasmExports.malloc((count + 1) * 2);
    const written = engine._FPDFText_GetText(text, 0, count, at);
    const utf16 = engine.HEAPU8.slice(at, at + Math.max(0, written - 1) * 2);
    engine.wasmExports.free(at);
    return new TextDecoder("utf-16le").decode(utf16);
  } finally {
    engine._FPDFText_ClosePage(text);
  }
}

type PictureTask = Extract<PdfTask, { kind: "pictures" }>;

function picturesOf({ bytes, from, count, box }: PictureTask): Promise<PagePixels[]> {
  return withDocument(bytes, (engine, opened) => {
    if ("fault" in opened) return [];
    const { document } = opened;
    const to = Math.min(from + count, engine._FPDF_GetPageCount(document));
    const pictures: PagePixels[] = [];
    for (let index = from; index < to; index += 1) {
      const picture = withPage(engine, { document, index }, (page) => draw(engine, page, { index, box }));
      if (picture) pictures.push(picture);
    }
    return pictures;
  });
}

function draw(engine: Engine, page: number, { index, box }: { index: number; box: PictureTask["box"] }): PagePixels {
  const [pageWidth, pageHeight] = [engine._FPDF_GetPageWidth(page), engine._FPDF_GetPageHeight(page)];
  const scale = Math.min(box.width / pageWidth, box.height / pageHeight);
  const [width, height] = [Math.max(1, Math.round(pageWidth * scale)), Math.max(1, Math.round(pageHeight * scale))];
  const at = engine.wasmExports.malloc(width * height * bgra);
  const bitmap = engine._FPDFBitmap_CreateEx(width, height, bgra, at, width * bgra);
  engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, annotations | reverseByteOrder);
  const rgba = engine.HEAPU8.slice(at, at + width * height * bgra);
  engine._FPDFBitmap_Destroy(bitmap);
  engine.wasmExports.free(at);
  return { page: index, width, height, rgba };
}
