import type { Column, FormField, Words } from "#app/features/competitions/definition/types.ts";
import { isDay, isWebAddress, numberOf } from "#app/features/proposals/form/values/rules.ts";
import type { ItemState } from "#app/features/proposals/types.ts";
import { cleanText } from "#app/lib/clean-text.ts";

/** One line of an answer of kind rows: text by column key; a cell left empty is absent. */
export type Row = Readonly<Record<string, string>>;

type RowsField = Pick<FormField, "columns" | "minRows" | "maxRows" | "required">;

/** Lines offered beyond the least asked where the page runs without scripts. */
const spareRows = 2;
/** Longest text of a cell, in characters. */
export const longestCell = 300;
/** Most lines of one answer where the form names no limit. */
export const mostRows = 200;

/** The lines of a stored answer; null when the text is no such answer. */
export function rowsOf(value: string): Row[] | null {
  if (value.trim() === "") return [];
  const parsed = parseJson(value);
  if (!Array.isArray(parsed)) return null;
  return parsed.every(isRow) ? parsed : null;
}

const isRow = (item: unknown): item is Row =>
  typeof item === "object" && item !== null && !Array.isArray(item) && Object.values(item).every((cell) => typeof cell === "string");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How the lines are stored: cleaned, in the order of the columns, without empty cells and empty lines, so that equal answers are equal bytes. */
export function storedRows(columns: readonly Column[], rows: readonly Row[]): string {
  const kept = rows
    .map((row) =>
      Object.fromEntries(columns.map(({ key }) => [key, cleanText(row[key] ?? "").trim()] as const).filter(([, cell]) => cell !== "")),
    )
    .filter((row) => Object.keys(row).length > 0);
  return kept.length === 0 ? "" : JSON.stringify(kept);
}

/** What is wrong with an answer: a line too few or too many, or a cell that is missing or cannot be read (lines from 1). */
export type RowFault =
  | { kind: "tooFew"; least: number }
  | { kind: "tooMany"; most: number }
  | { kind: "cellMissing" | "cellInvalid"; line: number; column: Column };

export function rowFaults(field: RowsField, rows: readonly Row[]): RowFault[] {
  const most = field.maxRows || mostRows;
  const cells = rows.flatMap((row, index) => field.columns.flatMap((column) => cellFault(column, row[column.key] ?? "", index + 1)));
  return [
    ...(rows.length < field.minRows ? [{ kind: "tooFew" as const, least: field.minRows }] : []),
    ...(rows.length > most ? [{ kind: "tooMany" as const, most }] : []),
    ...cells,
  ];
}

function cellFault(column: Column, text: string, line: number): RowFault[] {
  if (text.trim() === "") return column.required ? [{ kind: "cellMissing", line, column }] : [];
  return isCellReadable(column, text.trim()) ? [] : [{ kind: "cellInvalid", line, column }];
}

function isCellReadable({ kind }: Column, text: string): boolean {
  if (text.length > longestCell) return false;
  if (kind === "number") return numberOf(text) !== null;
  if (kind === "date") return isDay(text);
  return kind === "shortText" || isWebAddress(text);
}

/**
 * How the lines stand: nothing written is missing or empty, as the question is asked; an optional question left empty need not
 * have its least number of lines; whatever has a fault is invalid.
 */
export function rowsState(field: RowsField, value: string): ItemState {
  const rows = rowsOf(value);
  if (rows === null) return "invalid";
  if (rows.length === 0) return field.required ? "missing" : "empty";
  return rowFaults(field, rows).length === 0 ? "complete" : "invalid";
}

/** The lines as text, one a line: `Tahun: 2019; Judul: …`. What every list, letter and comparison of texts shows. */
export function rowWords(columns: readonly Column[], value: string): Words {
  const rows = rowsOf(value) ?? [];
  const say = (locale: keyof Words): string =>
    rows
      .map((row) =>
        columns
          .filter(({ key }) => row[key])
          .map(({ key, label }) => `${label[locale] || label.id}: ${row[key]}`)
          .join("; "),
      )
      .join("\n");
  return { id: say("id"), en: say("en") };
}

/** Lines as a table to read: the heads, and the cells of each line in their order. */
export type AnswerTable = { heads: Words[]; lines: string[][] };

export const answerTable = (columns: readonly Column[], value: string): AnswerTable => ({
  heads: columns.map(({ label }) => label),
  lines: (rowsOf(value) ?? []).map((row) => columns.map(({ key }) => row[key] ?? "")),
});

const cellPrefix = "cell:";
/** The mark by which a form says that its question is one of rows. */
export const rowsMark = (fieldKey: string): string => `rows:${fieldKey}`;
export const cellName = (fieldKey: string, line: number, columnKey: string): string => `${cellPrefix}${fieldKey}:${line}:${columnKey}`;

/** The lines as the cells of a form send them, in the order of their line numbers; numbers may be missing between. */
export function rowsFromCells(fieldKey: string, entries: readonly (readonly [string, unknown])[]): Row[] {
  const lines = new Map<number, Record<string, string>>();
  for (const [name, value] of entries) {
    if (!name.startsWith(`${cellPrefix}${fieldKey}:`) || typeof value !== "string") continue;
    const [line, column] = name.slice(cellPrefix.length + fieldKey.length + 1).split(":");
    if (column === undefined || !/^\d{1,3}$/.test(line ?? "")) continue;
    lines.set(Number(line), { ...lines.get(Number(line)), [column]: value });
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** Lines a form shows at first: what is written and room for more, so that it works where nothing can be added. */
export function shownRows({ minRows, maxRows }: Pick<FormField, "minRows" | "maxRows">, rows: readonly Row[]): Row[] {
  const most = Math.max(rows.length, maxRows || mostRows);
  const wanted = Math.min(most, Math.max(minRows, rows.length) + (rows.length === 0 ? spareRows : 1));
  return [...rows, ...Array.from({ length: wanted - rows.length }, () => ({}))];
}
