import type { Mark } from "#app/features/ranking/calibration/types.ts";
import type { MarkRow, RecountRules } from "#app/features/ranking/recount/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/**
 * Each assessor's weighted total of each entry, in the points of the marks: the sum of weight times mark over the sum of the
 * weights. Refuses an unknown criterion (`ranking.criterionUnknown`) and one that an assessor left out (`ranking.criterionMissing`):
 * a missing mark is an error, not a zero. So is a sheet of two strata (`ranking.stratumTwice`) or two panels (`ranking.panelTwice`).
 */
export function totalsOf(rows: readonly MarkRow[], { criteria }: Pick<RecountRules, "criteria">): Mark[] {
  const byCriterion = rows.some(({ criterion }) => criterion !== "");
  if (!byCriterion) return rows.map((row) => ({ ...placed(row), value: row.mark }));
  const weights = weightsOf(rows, criteria);
  const sheets = new Map<string, { mark: Omit<Mark, "value">; given: Map<string, number> }>();
  for (const row of rows) {
    if (!weights.has(row.criterion)) throw new DomainError("ranking.criterionUnknown", { params: { criterion: row.criterion || "-" } });
    const key = JSON.stringify([row.entry, row.assessor]);
    const sheet = sheets.get(key) ?? { mark: placed(row), given: new Map<string, number>() };
    sheets.set(key, sheet);
    const params = { entry: row.entry, assessor: row.assessor };
    if (sheet.mark.stratum !== row.stratum) throw new DomainError("ranking.stratumTwice", { params });
    if (sheet.mark.panel !== row.panel) throw new DomainError("ranking.panelTwice", { params });
    if (sheet.given.has(row.criterion)) throw new DomainError("ranking.markTwice", { params });
    sheet.given.set(row.criterion, row.mark);
  }
  return [...sheets.values()].map(({ mark, given }) => ({ ...mark, value: totalOf(given, weights, mark) }));
}

const placed = ({ entry, assessor, stratum, panel }: MarkRow): Omit<Mark, "value"> => ({ entry, assessor, stratum, panel });

function weightsOf(rows: readonly MarkRow[], criteria: RecountRules["criteria"]): Map<string, number> {
  if (criteria.length > 0) return new Map(criteria.map(({ key, weight }) => [key, weight]));
  return new Map([...new Set(rows.map(({ criterion }) => criterion))].sort().map((key) => [key, 1]));
}

function totalOf(given: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>, { entry, assessor }: Omit<Mark, "value">): number {
  let [sum, all] = [0, 0];
  for (const [criterion, weight] of weights) {
    const mark = given.get(criterion);
    if (mark === undefined) throw new DomainError("ranking.criterionMissing", { params: { entry, assessor, criterion } });
    sum += weight * mark;
    all += weight;
  }
  return sum / all;
}

/** Mean mark of each entry on each criterion, for the rules that separate equals. */
export function criterionMeans(rows: readonly MarkRow[]): Map<string, Map<string, number>> {
  const sums = new Map<string, Map<string, { sum: number; count: number }>>();
  for (const { entry, criterion, mark } of rows) {
    if (criterion === "") continue;
    const own = sums.get(entry) ?? new Map<string, { sum: number; count: number }>();
    sums.set(entry, own);
    const known = own.get(criterion) ?? { sum: 0, count: 0 };
    own.set(criterion, { sum: known.sum + mark, count: known.count + 1 });
  }
  return new Map([...sums].map(([entry, own]) => [entry, new Map([...own].map(([key, { sum, count }]) => [key, sum / count]))]));
}
