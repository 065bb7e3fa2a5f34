import { parse } from "csv-parse/sync";
import { readSheet as readXlsx } from "read-excel-file/node";
import writeXlsxFile from "write-excel-file/node";
import { columnLimit, type BookSheet, type Cell, type Sheet, type SheetAnswer, type SheetTask } from "#app/lib/spreadsheets/types.ts";

/** Done in a thread of its own: reading a table takes a second that nobody else should wait for. */
export async function doSheetTask(task: SheetTask): Promise<SheetAnswer> {
  if (task.kind === "write") return { bytes: await write(task) };
  if (task.kind === "csv") return readCsv(task.bytes, task.maxRows);
  try {
    const cells = await readXlsx(Buffer.from(task.bytes), 1, { trim: true });
    return tableOf(cells.map((row) => row.map(textOf)), task.maxRows);
  } catch {
    return { fault: "sheetDamaged" };
  }
}

function readCsv(bytes: Uint8Array, maxRows: number): SheetAnswer {
  const text = decode(bytes);
  if (text === undefined) return { fault: "sheetNotASheet" };
  const { body, delimiter, skipped } = withoutHint(text);
  try {
    const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, trim: true, to: maxRows + 5_000 };
    const rows: string[][] = parse(body, options);
    return tableOf(rows, maxRows, skipped);
  } catch {
    return { fault: "sheetDamaged" };
  }
}

/** UTF-8 where it is; else UTF-16 by its mark, else Windows-1252, which spreadsheet programs still write. NUL is in no text. */
function decode(bytes: Uint8Array): string | undefined {
  const text = textIn(bytes);
  return text.includes("\0") ? undefined : text.replace(/^\uFEFF/, "");
}

function textIn(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A first line `sep=;` is Excel's own hint; otherwise the sign that stands most often in the first line, outside quotes. */
function withoutHint(text: string): { body: string; delimiter: string; skipped: number } {
  const hint = /^sep=(.)\r?\n/i.exec(text);
  if (hint) return { body: text.slice(hint[0].length), delimiter: hint[1] as string, skipped: 1 };
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const times = (sign: string): number => first.split(sign).length - 1;
  const delimiter = [",", ";", "\t"].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
  return { body: text, delimiter, skipped: 0 };
}

/** The first row that says anything is the header; empty rows are left out, the numbers of the others stay. */
function tableOf(cells: readonly string[][], maxRows: number, skipped = 0): SheetAnswer {
  const said = cells.flatMap((row, index) => (row.some((cell) => cell !== "") ? [{ row, line: index + 1 + skipped }] : []));
  const [head, ...rest] = said;
  if (!head || rest.length === 0) return { fault: "sheetEmpty" };
  if (rest.length > maxRows) return { fault: "sheetTooManyRows" };
  if (said.some(({ row }) => row.length > columnLimit && row.slice(columnLimit).some((cell) => cell !== ""))) return { fault: "sheetTooManyColumns" };
  const sheet: Sheet = { header: filled(head.row), rows: rest.map(({ row }) => row.slice(0, columnLimit)), lines: rest.map(({ line }) => line) };
  return { sheet };
}

const filled = (row: readonly string[]): string[] => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);

/** A day as YYYY-MM-DD. What a formula showed when the table was saved is a value; nothing is computed here. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

const write = ({ columns, rows, name }: Extract<SheetTask, { kind: "write" }>): Promise<Uint8Array> => bookOf([{ columns, rows, name }]);

/** A workbook of several sheets, each with a header that stays in sight. For a thread: 100,000 rows take six seconds. */
export async function bookOf(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const parts = sheets.map(({ name, columns, rows }) => {
    const head = columns.map(({ title }) => ({ value: title, fontWeight: "bold" as const, type: String }));
    const data = [head, ...rows.map((row) => row.map(cellOf))];
    return { data, sheet: sheetName(name), stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width: width ?? 18 })) };
  });
  return new Uint8Array(await writeXlsxFile(parts).toBuffer());
}

/** What a spreadsheet program takes as the name of a sheet: at most 31 characters, none of a few signs. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** Text is written as text, so that no spreadsheet program runs it as a formula. */
function cellOf(cell: Cell) {
  if (cell === null) return null;
  return typeof cell === "number" ? { value: cell, type: Number } : { value: cell.slice(0, 32_000), type: String };
}
