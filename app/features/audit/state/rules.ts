import { createHash } from "node:crypto";
import type { SealedRow, SealedValue, Seals } from "#app/features/audit/state/types.ts";

/** Columns that hold words of the code or of an edition's rules, never of a person. */
const keyColumns = new Set([
  "status",
  "state",
  "kind",
  "source",
  "outcome",
  "presence",
  "reach",
  "stage",
  "list_key",
  "criterion_key",
  "tie_broken_by",
  "listed_by",
  "decree_date",
  "serial",
]);

/** `usr_…` and its like, and a SHA-256. */
const isName = (text: string): boolean => /^[a-z]{2,5}_[0-9A-Za-z]{1,40}$/.test(text) || /^[0-9a-f]{64}$/.test(text);

/**
 * A row as the log keeps it: numbers, ids and keys as they are, whatever a person wrote as its SHA-256. So the log says which
 * mark was given, and no note, name or address needs to be erased from it.
 */
export function sealRow(row: Readonly<Record<string, unknown>>): SealedRow {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, sealValue(column, value)]));
}

function sealValue(column: string, value: unknown): SealedValue {
  if (value === null || typeof value === "number") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text === "" || isName(text) || keyColumns.has(column) ? text : `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** Columns in which a row is not what its seal says. A column that came with a later version of the schema is not sealed yet. */
export const differingColumns = (sealed: SealedRow, row: SealedRow): string[] =>
  Object.keys(sealed).filter((column) => column in row && sealed[column] !== row[column]);

/** The name of a row in the log, from the JSON array of its key. */
export const rowName = (key: string): string => (JSON.parse(key) as (string | number)[]).join("/");

/** Rows an entry seals at most: the rest of a great act is in the entries that follow it. */
const rowsAnEntry = 500;

/** The seals of one act, in as many parts as it needs; one empty part when it changed no watched row. */
export function partsOfSeals(rows: readonly { table: string; name: string; row: SealedRow | null }[]): (Seals | undefined)[] {
  if (rows.length === 0) return [undefined];
  const parts: Seals[] = [];
  for (let from = 0; from < rows.length; from += rowsAnEntry) {
    const part: Record<string, Record<string, SealedRow | null>> = {};
    for (const { table, name, row } of rows.slice(from, from + rowsAnEntry)) (part[table] ??= {})[name] = row;
    parts.push(part);
  }
  return parts;
}
