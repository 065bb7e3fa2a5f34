import { numberText } from "#app/features/proposals/rules.ts";
import type { ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import { formatMark } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** Of what edition a table is. */
export type CsvEdition = { year: number; rehearsal: boolean };

/** What stands in every row of a table from a rehearsal: rows are copied without the name of their file. */
const rehearsalNote = "LATIHAN";

const note = ({ rehearsal }: CsvEdition, text: string): string[] => (rehearsal ? [text] : []);

/** The head of the column for that mark, and the mark, in a rehearsal; nothing in a real edition. */
export const noteHead = (t: Translate, edition: CsvEdition): string[] => note(edition, t("ranking.table.note"));
export const markedNote = (edition: CsvEdition): string[] => note(edition, rehearsalNote);

/** The heads of a list as a table: rank, number, title, agency, its kind, score, place; in a rehearsal a last one for its mark. */
export const listHeads = (t: Translate, edition: CsvEdition): string[] => [
  ...(["rank", "number", "innovation", "agency", "kind", "score", "state"] as const).map((column) => t(`ranking.table.${column}`)),
  ...noteHead(t, edition),
];

/** One row below those heads, in the reader's language. */
export const listCells = (t: Translate, edition: CsvEdition, row: ListPageRow): (string | number)[] => [
  row.rank,
  numberText(edition.year, row.number),
  row.title,
  row.agencyName,
  t(`agencies.kinds.${row.agencyKind}`),
  formatMark(t.locale, row.score),
  t(`ranking.table.${row.listed ? "inList" : row.reserve ? "inReserve" : "outside"}`),
  ...markedNote(edition),
];
