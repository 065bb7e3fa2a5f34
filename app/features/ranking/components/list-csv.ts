import { numberText } from "#app/features/proposals/rules.ts";
import type { ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import { formatMark } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { csvLine } from "#app/lib/csv.ts";

/** Of what edition a table is. */
export type CsvEdition = { year: number; rehearsal: boolean };

/** What stands in every row of a table from a rehearsal: rows are copied without the name of their file. */
const rehearsalNote = "LATIHAN";

/**
 * A list as CSV in the reader's language: rank, number, title, agency, its kind, score, place; in a rehearsal with a last
 * column which says so in every row.
 */
export function listCsv(t: Translate, { year, rehearsal }: CsvEdition, rows: readonly ListPageRow[]): string {
  const columns = ["rank", "number", "innovation", "agency", "kind", "score", "state"] as const;
  const header = columns.map((column) => t(`ranking.table.${column}`));
  const note = (text: string): string[] => (rehearsal ? [text] : []);
  const lines = rows.map((row) =>
    csvLine([
      row.rank,
      numberText(year, row.number),
      row.title,
      row.agencyName,
      t(`agencies.kinds.${row.agencyKind}`),
      formatMark(t.locale, row.score),
      t(`ranking.table.${row.listed ? "inList" : row.reserve ? "inReserve" : "outside"}`),
      ...note(rehearsalNote),
    ]),
  );
  // The mark of byte order tells a spreadsheet that the file is UTF-8.
  return `\uFEFF${csvLine([...header, ...note(t("ranking.table.note"))])}${lines.join("")}`;
}
