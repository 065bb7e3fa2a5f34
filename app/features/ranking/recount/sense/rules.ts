import type { MarkRow, RecountRules } from "#app/features/ranking/recount/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Basis points of a whole. */
const whole = 10_000;

/**
 * Refuses rules that say less or more than they seem to, so that no slip of the pen decides a place in silence: an entry in two
 * clusters (`ranking.clusterTwice`), a criterion twice (`ranking.criterionTwice`), shares above the whole (`ranking.sharesSum`), a
 * tie rule that is neither `rawMean`, `draw` nor a criterion (`ranking.tieUnknown`), and somebody left out who gave no mark
 * (`ranking.excludedUnknown`).
 */
export function requireSense(rows: readonly MarkRow[], rules: RecountRules): void {
  const keys = rules.criteria.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new DomainError("ranking.criterionTwice", { params: { criterion: twice } });
  for (const { shares } of rules.cuts) if (Object.values(shares).reduce((sum, share) => sum + share, 0) > whole) throw new DomainError("ranking.sharesSum");
  const known = new Set(["rawMean", "draw", ...(keys.length > 0 ? keys : rows.map(({ criterion }) => criterion))]);
  const tie = rules.ties.find((key) => !known.has(key));
  if (tie !== undefined) throw new DomainError("ranking.tieUnknown", { params: { tie } });
  const assessors = new Set(rows.map(({ assessor }) => assessor));
  const nobody = rules.exclude.find(({ assessor }) => !assessors.has(assessor));
  if (nobody) throw new DomainError("ranking.excludedUnknown", { params: { assessor: nobody.assessor } });
  requireOneCluster(rows);
}

function requireOneCluster(rows: readonly MarkRow[]): void {
  const clusters = new Map<string, string>();
  for (const { entry, cluster } of rows) {
    if ((clusters.get(entry) ?? cluster) !== cluster) throw new DomainError("ranking.clusterTwice", { params: { entry } });
    clusters.set(entry, cluster);
  }
}
