/** Why a file is refused as a PDF. Each has its sentence: `form.pdf…` in both languages. */
export type PdfFault =
  | "notPdf"
  | "damaged"
  | "encrypted"
  | "active"
  | "embedded"
  | "noPages"
  | "tooManyPages"
  | "pageTooLarge"
  | "tooHeavy";

export type PdfVerdict = { ok: true; pages: number } | { ok: false; fault: PdfFault };

/** A page as a picture: RGBA, four bytes a pixel, rows from the top. */
export type PagePixels = { page: number; width: number; height: number; rgba: Uint8Array };

/** What a worker is asked. Pages count from 0; the box is in pixels. */
export type PdfTask =
  | { kind: "check"; bytes: Uint8Array }
  | { kind: "text"; bytes: Uint8Array; maxPages: number; maxCharacters: number }
  | { kind: "pictures"; bytes: Uint8Array; from: number; count: number; box: { width: number; height: number } };

export type PdfAnswers = { check: PdfVerdict; text: string; pictures: PagePixels[] };

/** Most pages of a file. A proposal's evidence has dozens; hundreds are a book nobody reads. */
export const pageLimit = 500;
