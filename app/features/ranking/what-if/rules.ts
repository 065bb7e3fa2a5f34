import { assessorName, computeFromMarks } from "#app/features/ranking/computing/rules.ts";
import type { ListInput } from "#app/features/ranking/computing/types.ts";
import { countingStages } from "#app/features/ranking/rules.ts";
import type { ScoredEntry } from "#app/features/ranking/types.ts";
import type { Change, Explored, Exploring } from "#app/features/ranking/what-if/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Nothing is drawn that is shown: ranks do not come from draws. */
const fewDraws = 20;

/**
 * What a list would be under other weights, another size, another quantity or without some assessors; nothing of it is kept.
 * Entries that nobody else has read are named and take no part. Refuses weights that are not the whole
 * (`ranking.weightsSum`) and an exclusion that leaves nothing to rank (`ranking.nobodyLeft`).
 */
export function explore({ input, readers, change }: Exploring): Explored {
  const { award, definition } = input;
  const composition = award.composition.map(({ stage, weightBp }) => ({ stage, weightBp: change.weights[stage] ?? weightBp }));
  if (composition.reduce((sum, { weightBp }) => sum + (weightBp ?? 0), 0) !== 10_000) throw new DomainError("ranking.weightsSum");
  const counting = countingStages({ composition, rubrics: definition.rubrics });
  const left = withoutAssessors(input, { readers, change });
  const isRead = ({ sheets }: ScoredEntry): boolean => counting.every(({ rubric }) => (sheets[rubric.stage]?.length ?? 0) > 0);
  const scored = left.scored.filter(isRead);
  if (scored.length === 0) throw new DomainError("ranking.nobodyLeft", { kind: "conflict" });
  const stages = left.stages.flatMap((one) => {
    const weightBp = counting.find(({ rubric }) => rubric.stage === one.stage)?.weightBp;
    return weightBp === undefined ? [] : [{ ...one, weightBp }];
  });
  const tried = { ...award, composition, size: change.size, quantity: change.quantity };
  const { rows } = computeFromMarks({ ...input, award: tried, scored, stages, draws: fewDraws });
  return {
    rows: rows.map(({ number, rank, figures, listed }) => ({ number, rank, listed, value: (change.quantity === "quality" ? figures.quality : figures[change.quantity]) ?? figures.raw })),
    unread: left.scored.filter((entry) => !isRead(entry)).map(({ number }) => number),
  };
}

/** The list without the sheets of some; the marks of the others are not touched. */
function withoutAssessors({ scored, stages }: ListInput, { readers, change }: { readers: Exploring["readers"]; change: Change }): Pick<ListInput, "scored" | "stages"> {
  const out = new Set(change.without);
  const names = new Set(change.without.map(assessorName));
  return {
    scored: scored.map((entry) => ({
      ...entry,
      sheets: Object.fromEntries(Object.entries(entry.sheets).map(([stage, sheets]) => [stage, sheets.filter((_, at) => !out.has(readers[stage]?.[entry.number]?.[at] ?? -1))])),
    })),
    stages: stages.map((one) => ({ ...one, marks: one.marks.filter(({ assessor }) => !names.has(assessor)) })),
  };
}

export type Moved = { number: number; from: number | null; to: number | null };

/** Who enters a list and who leaves it, with their ranks before and after; null where an entry has none. */
export function movesBetween(standing: readonly { number: number; rank: number; listed: boolean }[], explored: Explored): { entering: Moved[]; leaving: Moved[] } {
  const before = new Map(standing.map((row) => [row.number, row]));
  const after = new Map(explored.rows.map((row) => [row.number, row]));
  const moved = (number: number): Moved => ({ number, from: before.get(number)?.rank ?? null, to: after.get(number)?.rank ?? null });
  return {
    entering: explored.rows.filter(({ number, listed }) => listed && !before.get(number)?.listed).map(({ number }) => moved(number)),
    leaving: standing.filter(({ number, listed }) => listed && !after.get(number)?.listed).map(({ number }) => moved(number)),
  };
}
