import type { Season } from "#app/cli/season/season.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { countByStatus } from "#app/features/proposals/queries.server.ts";
import { countAssignments } from "#app/features/assignment/queries.server.ts";
import { listSlots } from "#app/features/interviews/queries.server.ts";
import { findCurrentList, listFinalRows } from "#app/features/ranking/queries.server.ts";
import { getListDocument } from "#app/features/ranking/tables/queries.server.ts";
import { csvLine } from "#app/lib/csv.ts";

/** One name on a final list, as the result files print it. */
export type ResultRow = {
  rank: number;
  number: string;
  title: string;
  agency_code: string;
  agency: string;
  kind: string;
  province: string;
  group: string;
  category: string;
  /** Points with two decimals. */
  score: string;
  reads: number;
  tie_broken_by: string;
};

export const resultColumns = [
  "rank",
  "number",
  "title",
  "agency_code",
  "agency",
  "kind",
  "province",
  "group",
  "category",
  "score",
  "reads",
  "tie_broken_by",
] as const satisfies readonly (keyof ResultRow)[];

export type SeasonResults = {
  preset: string;
  seed: number;
  edition: { slug: string; name: string; year: number; rehearsal: true };
  counts: Record<string, number>;
  lists: { key: string; name: string; size: number; entries: ResultRow[] }[];
};

/** Everything the season came to, in a fixed order and without ids, instants or signatures: equal seeds, equal bytes. */
export function resultsOf(season: Season, given: { preset: string; seed: number; slug: string; certificates: number }): SeasonResults {
  const { definition } = season;
  return {
    preset: given.preset,
    seed: given.seed,
    edition: { slug: given.slug, name: definition.name.id, year: definition.year, rehearsal: true },
    counts: { ...countsOf(season), certificates: given.certificates },
    lists: definition.lists.map((list) => {
      const entries = rowsOf(season, list);
      return { key: list.key, name: list.name.id, size: list.size ?? entries.length, entries };
    }),
  };
}

function countsOf({ world, editionId, definition, organiser }: Season): Record<string, number> {
  const { registered, status, reach } = countByStatus(world.house, editionId);
  const passed = reach.passed + reach.finalist + reach.winner;
  const sheets = definition.rubrics.map(({ stage }): [string, number] => [
    `sheets.${stage}`,
    countAssignments(world.house, { editionId, stage }),
  ]);
  const slots = definition.interview ? listSlots(world.as(organiser, 0), { editionId }).length : 0;
  return {
    registered,
    leftAtUnit: status.atUnit,
    leftAtAgency: status.atAgency,
    submitted: status.submitted,
    passed,
    failed: reach.failed,
    ...Object.fromEntries(sheets),
    interviews: slots,
    finalists: reach.finalist + reach.winner,
    winners: reach.winner,
  };
}

function rowsOf({ world, editionId, definition, organiser }: Season, list: AwardList): ResultRow[] {
  const current = findCurrentList(world.house, { editionId, listKey: list.key });
  if (!current) return [];
  const document = getListDocument(world.as(organiser, 0), current.id);
  const details = new Map(document.rows.map((row) => [row.proposalId, row]));
  return listFinalRows(world.house, current.id).map((row) => ({
    rank: row.rank,
    number: numberText(definition.year, row.number),
    title: row.title,
    agency_code: row.agencyCode,
    agency: row.agencyName,
    kind: row.agencyKind,
    province: row.provinceCode ?? "",
    group: row.groupKey,
    category: row.categoryKey,
    score: (row.score / 100).toFixed(2),
    reads: details.get(row.proposalId)?.reads ?? 0,
    tie_broken_by: details.get(row.proposalId)?.tieBrokenBy ?? "",
  }));
}

/** The result files by name, as text. */
export function resultFiles(results: SeasonResults): Record<string, string> {
  const tables = results.lists.map(({ key, entries }): [string, string] => [
    `${key}.csv`,
    [csvLine(resultColumns), ...entries.map((row) => csvLine(resultColumns.map((column) => row[column])))].join(""),
  ]);
  return { "results.json": `${JSON.stringify(results, null, 2)}\n`, ...Object.fromEntries(tables) };
}
