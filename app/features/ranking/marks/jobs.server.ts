import { csvLine } from "#app/lib/csv.ts";
import { markCells, markHeads, rulesSheet, stageSheets } from "#app/features/ranking/components/marks-sheets.ts";
import { type KeptMarks, readMarks } from "#app/features/ranking/marks/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Locale } from "#app/lib/ctx.ts";
import { bookOf } from "#app/lib/spreadsheets/tasks.ts";
import type { BookSheet } from "#app/lib/spreadsheets/types.ts";
import { openForReading } from "#db/client.server.ts";

/** What a thread is told to write marks from: plain data. The reader has been asked already, and `shown` is what he may have. */
export type MarksOrder = { file: string; listId: ListId; shown: number[]; inputs: string; locale: Locale };

/** The workbook of a list with its marks and rules behind the sheet of its rows. In a thread: a national year takes some ten seconds. */
export function writeMarksBook({ first, ...order }: MarksOrder & { first: BookSheet }): Promise<Uint8Array> {
  const t = translators[order.locale];
  return withMarks(order, (kept) => bookOf([first, ...stageSheets(t, editionOf(kept), kept.stages), rulesSheet(t, kept, order.inputs)]));
}

/** Marks as CSV, a line for every mark. In a thread, as the workbook. */
export function writeMarksCsv(order: MarksOrder): Promise<Uint8Array> {
  const t = translators[order.locale];
  return withMarks(order, (kept) => {
    const parts = [Buffer.from(`\uFEFF${csvLine(markHeads(t, editionOf(kept)))}`)];
    const lot: string[] = [];
    const flush = (): void => void parts.push(Buffer.from(lot.splice(0).join("")));
    for (const cells of markCells(t, editionOf(kept), kept.stages)) if (lot.push(csvLine(cells.map((cell) => cell ?? ""))) >= 10_000) flush();
    flush();
    return new Uint8Array(Buffer.concat(parts));
  });
}

const editionOf = ({ edition: { definition, rehearsal } }: KeptMarks) => ({ year: definition.year, rehearsal });

/** On a connection of its own that only reads. */
async function withMarks({ file, ...scope }: MarksOrder, write: (kept: KeptMarks) => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
  const db = openForReading(file);
  try {
    return await write(readMarks({ db }, scope));
  } finally {
    db.$client.close();
  }
}
