import type { Rubric } from "#app/features/competitions/definition/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { rounded } from "#app/features/ranking/composition/describing/rules.ts";
import { spreadsOf } from "#app/features/ranking/plots/rules.ts";
import type { Peers, ProfileLine } from "#app/features/ranking/profiles/types.ts";
import type { ScoredEntry, SheetMarks } from "#app/features/ranking/types.ts";

/** Fewer entries than this are not shown as a group: a member could tell the others' marks. */
export const leastPeers = 5;

/** Half the width of a 90 % interval, in standard errors. */
const z90 = 1.645;

const meanOf = (sheets: readonly SheetMarks[], key: string): number => sheets.reduce((sum, marks) => sum + (marks[key] ?? 0), 0) / sheets.length / 100;

type Grouped = { entries: readonly ScoredEntry[]; categoryOf: (id: ProposalId) => string };

/** Quartiles of the mean marks of each category on each criterion of the counting stages. */
export const peersOf = ({ entries, categoryOf }: Grouped, rubrics: readonly Rubric[]): Peers[] =>
  rubrics.flatMap(({ stage, criteria }) =>
    criteria.flatMap(({ key }) => {
      const read = entries.filter(({ sheets }) => (sheets[stage]?.length ?? 0) > 0);
      const values = read.map((entry) => ({ key: categoryOf(entry.proposalId), value: meanOf(entry.sheets[stage] ?? [], key) }));
      const readSd = spreadOfReads(read.map(({ sheets }) => (sheets[stage] ?? []).map((marks) => (marks[key] ?? 0) / 100)));
      const categories = new Map(values.map((one) => [one.key, one.key]));
      return spreadsOf(values, categories).map(({ key: categoryKey, count, q1, median, q3 }) => ({
        ...{ stage, categoryKey, criterionKey: key, entries: count, readSd },
        ...{ q1: rounded(q1), median: rounded(median), q3: rounded(q3) },
      }));
    }),
  );

/** Standard deviation of marks about the mean of their entry, pooled; null where no entry was read twice. */
function spreadOfReads(reads: readonly (readonly number[])[]): number | null {
  let [squares, spare] = [0, 0];
  for (const own of reads) {
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    squares += own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    spare += own.length - 1;
  }
  return spare > 0 ? rounded(Math.sqrt(squares / spare)) : null;
}

/** An entry's own means beside those of its peers, itself among them; groups of fewer than five are left out. */
export function profileOf(sheets: readonly SheetMarks[], rubric: Pick<Rubric, "criteria">, peers: readonly Peers[]): ProfileLine[] {
  if (sheets.length === 0) return [];
  return rubric.criteria.map(({ key }) => {
    const group = peers.find(({ criterionKey }) => criterionKey === key);
    const mean = meanOf(sheets, key);
    const half = group?.readSd == null ? null : (z90 * group.readSd) / Math.sqrt(sheets.length);
    return {
      ...{ criterionKey: key, mean, reads: sheets.length },
      low: half === null ? null : Math.max(0, mean - half),
      high: half === null ? null : mean + half,
      peers: group && group.entries >= leastPeers ? { entries: group.entries, q1: group.q1, median: group.median, q3: group.q3 } : null,
    };
  });
}
