/** Why a table is refused; each has its sentence: `form.sheet…` in both languages. */
export type SheetFault =
  | "sheetNotASheet"
  | "sheetOldExcel"
  | "sheetEmpty"
  | "sheetTooManyRows"
  | "sheetTooManyColumns"
  | "sheetTooLarge"
  | "sheetTooHeavy"
  | "sheetDamaged";

/** A table as typed: `lines[i]` is the number the spreadsheet program shows beside `rows[i]`; the header stands on line 1. */
export type Sheet = { header: string[]; rows: string[][]; lines: number[] };

export type Cell = string | number | null;
export type SheetColumn = { title: string; width?: number };

/** One sheet of a workbook. */
export type BookSheet = { name: string; columns: readonly SheetColumn[]; rows: readonly (readonly Cell[])[] };

export type SheetTask =
  | { kind: "csv"; bytes: Uint8Array; maxRows: number }
  | { kind: "xlsx"; bytes: Uint8Array; maxRows: number }
  | { kind: "write"; columns: SheetColumn[]; rows: Cell[][]; name: string };

export type SheetAnswer = { sheet: Sheet } | { fault: SheetFault } | { bytes: Uint8Array };

/** Columns a table may have; more are a matrix, not a list. */
export const columnLimit = 100;
