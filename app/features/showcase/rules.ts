import { type AgencyKind, agencyKinds } from "#app/features/agencies/types.ts";
import type { YearAggregate } from "#app/features/archive/types.ts";
import type { Composition, KindLine, ProvinceLine, ResultRow, StatisticsRow, YearFigures } from "#app/features/showcase/types.ts";

/** Rows of a page of a published list. */
export const resultsPageSize = 50;

/**
 * The statistics as the ministry tells them: innovations and distinct agencies by kind, in the order of its own sentence
 * (ministries, state bodies, provinces, regencies, cities, enterprises). A kind without an innovation is not mentioned.
 */
export function compositionOf(rows: readonly StatisticsRow[]): Composition {
  const lines: KindLine[] = agencyKinds
    .map((kind) => ({ kind, ...countsOf(rows.filter((row) => row.kind === kind)) }))
    .filter((line) => line.innovations > 0);
  return { lines, total: countsOf(rows) };
}

const countsOf = (rows: readonly StatisticsRow[]): { agencies: number; innovations: number } => ({
  agencies: new Set(rows.map((row) => row.agencyId)).size,
  innovations: rows.length,
});

/** Innovations and agencies by province, the most first; the central level (no province) stands last. */
export function provincesOf(rows: readonly StatisticsRow[]): ProvinceLine[] {
  const codes = [...new Set(rows.map((row) => row.provinceCode))];
  return codes
    .map((provinceCode) => ({ provinceCode, ...countsOf(rows.filter((row) => row.provinceCode === provinceCode)) }))
    .sort(
      (a, b) =>
        Number(a.provinceCode === null) - Number(b.provinceCode === null) ||
        b.innovations - a.innovations ||
        (a.provinceCode ?? "").localeCompare(b.provinceCode ?? ""),
    );
}

/** A province by the name of its government: "Pemerintah Provinsi Jawa Tengah" is in Jawa Tengah. */
export const provinceName = (governmentName: string): string => governmentName.replace(/^Pemerintah\s+(?:Provinsi\s+)?/, "");

export type ResultFilter = { q: string; kind: AgencyKind | ""; province: string; category: string };

/** Whether a row of a list answers the reader's filter; the search looks at title, agency, unit and number, whatever the case. */
export function matchesFilter(row: ResultRow & { provinceCode: string | null; categoryKey: string }, filter: ResultFilter): boolean {
  const text = filter.q.toLocaleLowerCase("id");
  const words = [row.title, row.agencyName, row.unit, row.number].map((one) => one.toLocaleLowerCase("id"));
  return (
    (text === "" || words.some((one) => one.includes(text))) &&
    (filter.kind === "" || row.kind === filter.kind) &&
    (filter.province === "" || (row.provinceCode ?? "pusat") === filter.province) &&
    (filter.category === "" || row.categoryKey === filter.category)
  );
}

/** Winners shown on the front page: the one winners' list of the ministry of which the archive holds many by name. */
export const highlight = { competition: "kipp", year: 2019, tier: "Top 45" };

type Figure = Pick<YearAggregate, "year" | "measure" | "value" | "text">;

/** One line a year, the earliest first: the first published figure of each measure; a year that was called off is said so. */
export function yearFigures(figures: readonly Figure[]): YearFigures[] {
  const years = [...new Set(figures.map((one) => one.year))].sort((a, b) => a - b);
  return years.map((year) => {
    const find = (measure: string) => figures.find((one) => one.year === year && one.measure === measure);
    return {
      year,
      registered: find("registered")?.value ?? null,
      passed: find("passedAdmin")?.value ?? null,
      held: !/ditiadakan/i.test(find("registered")?.text ?? ""),
    };
  });
}
