import { PDFiumLibrary } from "@hyzyla/pdfium";

/** Bytes the engine may use for one document; what asks for more ends here and not with the server. */
const memoryLimit = 384 * 1024 * 1024;

/** The calls of PDFium that are used (fpdfview.h, fpdf_text.h, fpdf_javascript.h, fpdf_attachment.h); 0 stands for nothing. */
export type Engine = {
  HEAPU8: Uint8Array;
  wasmExports: { malloc: (bytes: number) => number; free: (at: number) => void };
  _FPDF_LoadMemDocument: (at: number, bytes: number, password: number) => number;
  _FPDF_CloseDocument: (document: number) => void;
  _FPDF_GetLastError: () => number;
  _FPDF_GetSecurityHandlerRevision: (document: number) => number;
  _FPDF_GetPageCount: (document: number) => number;
  _FPDF_LoadPage: (document: number, index: number) => number;
  _FPDF_ClosePage: (page: number) => void;
  _FPDF_GetPageWidth: (page: number) => number;
  _FPDF_GetPageHeight: (page: number) => number;
  _FPDFDoc_GetJavaScriptActionCount: (document: number) => number;
  _FPDFDoc_GetAttachmentCount: (document: number) => number;
  _FPDFText_LoadPage: (page: number) => number;
  _FPDFText_ClosePage: (text: number) => void;
  _FPDFText_CountChars: (text: number) => number;
  _FPDFText_GetText: (text: number, from: number, count: number, at: number) => number;
  _FPDFBitmap_CreateEx: (width: number, height: number, format: number, at: number, stride: number) => number;
  _FPDFBitmap_FillRect: (bitmap: number, left: number, top: number, width: number, height: number, colour: number) => void;
  _FPDFBitmap_Destroy: (bitmap: number) => void;
  _FPDF_RenderPageBitmap: (bitmap: number, page: number, x: number, y: number, width: number, height: number, turn: number, flags: number) => void;
};

/** Error number of a document that wants a password. */
const passwordError = 4;

let opened: Promise<Engine> | undefined;

export function openEngine(): Promise<Engine> {
  opened ??= (async () => {
    limitMemory();
    const library = await PDFiumLibrary.init();
    return (library as unknown as { module: Engine }).module;
  })();
  return opened;
}

/** PDFium grows its memory through this one call; a refusal is an allocation that failed, and ends the document. */
function limitMemory(): void {
  const memory = WebAssembly.Memory.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the memory it belongs to
  const grow = memory.grow;
  memory.grow = function limited(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > memoryLimit) throw new RangeError("a document asks for too much memory");
    return grow.call(this, pages);
  };
}

export type Opened = { document: number } | { fault: "encrypted" | "damaged" };

/** Opens a document, does the work and closes it again. */
export async function withDocument<T>(bytes: Uint8Array, work: (engine: Engine, opened: Opened) => T): Promise<T> {
  const engine = await openEngine();
  const at = engine.wasmExports.malloc(bytes.length);
  if (at === 0) throw new RangeError("a document asks for too much memory");
  engine.HEAPU8.set(bytes, at);
  const document = engine._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    if (document) return work(engine, { document });
    return work(engine, { fault: engine._FPDF_GetLastError() === passwordError ? "encrypted" : "damaged" });
  } finally {
    if (document) engine._FPDF_CloseDocument(document);
    engine.wasmExports.free(at);
  }
}

/** Opens one page, does the work and closes it; undefined when the page cannot be opened. */
export function withPage<T>(engine: Engine, at: { document: number; index: number }, work: (page: number) => T): T | undefined {
  const page = engine._FPDF_LoadPage(at.document, at.index);
  if (!page) return undefined;
  try {
    return work(page);
  } finally {
    engine._FPDF_ClosePage(page);
  }
}
