import { isDecimal } from "#app/cli/decimal.ts";
import { FileFaults } from "#app/cli/file-faults.ts";
import { readCsv } from "#app/cli/read-file.ts";
import { Refused } from "#app/cli/refusals.ts";
import type { Ratings } from "#app/features/ranking/reliability/types.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { CsvRecord } from "#app/lib/csv.ts";

/** What may stand above a column of names, besides nothing at all. */
const corners = ["entry", "proposal", "id"];

/**
 * Rows entries, columns assessors, an empty cell is a missing mark; a first row and a first column that hold names are passed
 * over. Names may be numbers where the corner is empty or says what they are; a name that comes twice or is missing is a fault.
 */
export function readMatrix(path: string, t: Translate): Ratings {
  const records = readCsv(path);
  const headed = hasHead(records);
  const body = headed ? records.slice(1) : records;
  const named = hasNames(records, headed);
  const width = body[0]?.cells.length ?? 0;
  if (body.length === 0 || width - (named ? 1 : 0) < 1) throw new Refused("cli.reliability.empty", { file: path });
  const faults = new FileFaults(path, t);
  const head = headed ? records[0] : undefined;
  // R leaves out the corner above the names of rows.
  if (head && head.cells.length !== width && !(named && head.cells.length === width - 1)) {
    faults.add({ line: head.line, field: "-", key: "cli.files.cells", params: { expected: width, found: head.cells.length } });
  }
  if (named) addNameFaults(faults, body);
  const ratings = body.map(({ line, cells }) => {
    if (cells.length !== width) faults.add({ line, field: "-", key: "cli.files.cells", params: { expected: width, found: cells.length } });
    return cells.slice(named ? 1 : 0).map((cell, at) => {
      if (cell.trim() === "") return null;
      if (!isDecimal(cell)) faults.add({ line, field: String(at + (named ? 2 : 1)), key: "form.notANumber" });
      return Number(cell);
    });
  });
  faults.refuse();
  return ratings;
}

const isName = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== "" && !isDecimal(cell);
const cornerOf = (records: readonly CsvRecord[]): string => (records[0]?.cells[0] ?? "").trim().toLowerCase();

/**
 * A first row is one of names when its corner says so, or when no cell after its first is a mark and one is a name: one faulty
 * mark makes no head. Under an empty corner assessors may also be counted from 0 or 1.
 */
function hasHead(records: readonly CsvRecord[]): boolean {
  const corner = cornerOf(records);
  const above = records[0]?.cells.slice(1) ?? [];
  if (corners.includes(corner)) return true;
  if (above.length === 0) return isName(corner);
  const counted = [0, 1].some((from) => above.every((cell, at) => cell.trim() === String(from + at)));
  return (above.some(isName) && !above.some(isDecimal)) || (corner === "" && counted);
}

function hasNames(records: readonly CsvRecord[], headed: boolean): boolean {
  const body = headed ? records.slice(1) : records;
  const cornerless = headed && body.length > 0 && body.every(({ cells }) => cells.length === (records[0]?.cells.length ?? 0) + 1);
  return cornerless || (headed && ["", ...corners].includes(cornerOf(records))) || body.some(({ cells }) => isName(cells[0]));
}

function addNameFaults(faults: FileFaults, body: readonly CsvRecord[]): void {
  const seen = new Set<string>();
  for (const { line, cells } of body) {
    const name = (cells[0] ?? "").trim();
    if (name === "") faults.add({ line, field: "1", key: "form.required" });
    else if (seen.has(name)) faults.add({ line, field: "1", key: "cli.reliability.repeated", params: { name } });
    seen.add(name);
  }
}
