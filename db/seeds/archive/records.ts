import type { AwardRecordSeed } from "#app/features/archive/types.ts";
import { agencyCodeOf } from "#db/seeds/archive/agency-codes.ts";

const columns = ["year", "tier", "title", "agency", "unit", "province", "source", "note"] as const;
type Row = Record<(typeof columns)[number], string>;

/**
 * Reads a table of award records, one a line, cells divided by bars. `same` as a source, alone or before a semicolon, stands
 * for the last one written out. Throws on a line that does not fit: the tables are part of the program.
 */
export function readRecords(competition: string, table: string): AwardRecordSeed[] {
  const [head, ...lines] = table.trim().split("\n");
  if (head !== columns.join(" | ")) throw new Error(`unexpected columns: ${head}`);
  let written = "";
  return lines.map((line) => {
    const row = rowOf(line);
    const source = row.source.replace(/^same(?= ;|$)/, written);
    if (source === row.source) written = source;
    return recordOf(competition, { ...row, source });
  });
}

function rowOf(line: string): Row {
  const cells = line.split("|").map((cell) => cell.trim());
  if (cells.length !== columns.length) throw new Error(`not ${columns.length} cells: ${line}`);
  return Object.fromEntries(columns.map((name, index) => [name, cells[index]])) as Row;
}

const recordOf = (competition: string, { agency, year, ...row }: Row): AwardRecordSeed => ({
  competition,
  year: Number(year),
  ...row,
  agencyName: agency,
  agencyCode: agencyCodeOf(agency),
});
