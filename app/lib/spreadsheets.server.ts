import { InvalidInput } from "#app/lib/errors.ts";
import { archiveFault } from "#app/lib/spreadsheets/archive.server.ts";
import { askSheetThread } from "#app/lib/spreadsheets/thread.server.ts";
import { doSheetTask } from "#app/lib/spreadsheets/tasks.ts";
import type { Cell, Sheet, SheetColumn, SheetFault } from "#app/lib/spreadsheets/types.ts";

export type { Cell, Sheet, SheetColumn } from "#app/lib/spreadsheets/types.ts";

/** A text as small as this is read sooner than a thread is asked. */
const smallBytes = 100_000;

type Limits = { maxRows: number; maxBytes: number };

/**
 * Reads a table from CSV (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252) or from the first sheet of an XLSX workbook, in a
 * thread with limits of time and memory. Cells are text, days YYYY-MM-DD; no formula is computed. What is no table, empty, too
 * large or a bomb is refused beside the field `file` (`form.sheet…`). `maxBytes` and `maxRows` are of the file and its body.
 */
export async function readSheet(bytes: Uint8Array, { maxRows, maxBytes }: Limits): Promise<Sheet> {
  const limits = { rows: maxRows, megabytes: Math.floor(maxBytes / 1024 ** 2) };
  if (bytes.length > maxBytes) throw refused("sheetTooLarge", limits);
  const kind = kindOf(bytes);
  if (typeof kind !== "string") throw refused(kind.fault, limits);
  const fault = kind === "xlsx" ? await archiveFault(bytes) : undefined;
  if (fault) throw refused(fault, limits);
  const task = { kind, bytes, maxRows };
  const answer = kind === "csv" && bytes.length < smallBytes ? await doSheetTask(task) : await askSheetThread(task);
  if ("sheet" in answer) return answer.sheet;
  throw refused("fault" in answer ? answer.fault : "sheetDamaged", limits);
}

/** What the bytes are by their first signs, whatever the file is called. */
function kindOf(bytes: Uint8Array): "csv" | "xlsx" | { fault: SheetFault } {
  if (bytes.length === 0) return { fault: "sheetEmpty" };
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK")) return "xlsx";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return { fault: "sheetOldExcel" };
  return /^(%PDF|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|\{\\rtf|<!DOC|<html)/i.test(start) ? { fault: "sheetNotASheet" } : "csv";
}

const refused = (code: SheetFault, { rows, megabytes }: { rows: number; megabytes: number }): InvalidInput =>
  new InvalidInput([{ path: "file", code, params: { rows, megabytes } }]);

/** A workbook of one sheet with a header that stays in sight. Text stays text: nothing is run as a formula. */
export async function writeXlsx(columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[], name = "Data"): Promise<Buffer> {
  const answer = await askSheetThread({ kind: "write", columns: [...columns], rows: rows.map((row) => [...row]), name });
  if (!("bytes" in answer)) throw new Error("the workbook could not be written");
  return Buffer.from(answer.bytes);
}
