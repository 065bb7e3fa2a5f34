import { readFileSync, writeFileSync } from "node:fs";
import { Refused } from "#app/cli/refusals.ts";
import { type CsvRecord, CsvQuoteError, parseCsv } from "#app/lib/csv.ts";

/** The text of a file in UTF-8; refuses one that is missing or holds something else. */
export function readText(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new Refused(error instanceof TypeError ? "cli.files.notUtf8" : "cli.errors.noFile", { file: path });
  }
}

/** The records of a CSV file, its head first; refuses a quotation mark that was never closed. */
export function readCsv(path: string): CsvRecord[] {
  try {
    return parseCsv(readText(path));
  } catch (error) {
    if (!(error instanceof CsvQuoteError)) throw error;
    throw new Refused("cli.files.quote", { file: path, line: String(error.line) });
  }
}

/** Writes a result; refuses a place that cannot be written. */
export function writeResult(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    throw new Refused("cli.files.notWritable", { file: path });
  }
}
