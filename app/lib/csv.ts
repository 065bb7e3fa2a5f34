/** One record of a CSV file with the number of the line on which it begins. */
export type CsvRecord = { line: number; cells: string[] };

/** A quotation mark was opened on `line` and never closed. */
export class CsvQuoteError extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`a quotation mark opened on line ${line} is not closed`);
    this.line = line;
  }
}

/** Reads CSV by RFC 4180 with a comma: quotes may hold commas, doubled quotes and line ends; empty lines are left out. */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const source = text.replace(/^\uFEFF/, "");
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const record: CsvRecord = { line, cells: [] };
    let ended = false;
    while (!ended) {
      const cell = source[at] === "\"" ? quotedCell(source, at, line) : plainCell(source, at);
      record.cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      ended = source[at] !== ",";
      if (!ended) at += 1;
    }
    at += source.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
  }
  return records;
}

type Cell = { value: string; end: number; lines: number };

function plainCell(source: string, from: number): Cell {
  const match = /[^,\r\n]*/y;
  match.lastIndex = from;
  const value = match.exec(source)?.[0] ?? "";
  return { value, end: from + value.length, lines: 0 };
}

function quotedCell(source: string, from: number, line: number): Cell {
  const match = /"((?:[^"]|"")*)"([^,\r\n]*)/y;
  match.lastIndex = from;
  const found = match.exec(source);
  if (!found) throw new CsvQuoteError(line);
  const value = (found[1] ?? "").replaceAll("\"\"", "\"") + (found[2] ?? "");
  return { value, end: match.lastIndex, lines: found[0].split("\n").length - 1 };
}

/**
 * One line of CSV, quoted where needed, ended by CRLF as RFC 4180 asks. A text that a spreadsheet would run as a formula is
 * kept from it by an apostrophe (OWASP, CSV injection).
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => quoted(typeof cell === "string" ? harmless(cell) : String(cell))).join(",")}\r\n`;

const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell);
