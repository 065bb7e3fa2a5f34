import { rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Inputs, InputStage } from "#app/features/ranking/bundle/types.ts";
import type { FoundLeniency, MarkLine, MarkStage } from "#app/features/ranking/marks/types.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";

export type MarkSource = {
  inputs: Pick<Inputs, "rules" | "stages">;
  /** By what the list ranks: raw marks count as they are. */
  quantity: string;
  leniencies: readonly FoundLeniency[];
  /** Numbers of the entries the reader is shown. */
  shown: ReadonlySet<number>;
};

/**
 * Every locked sheet behind a version, stage by stage, as the version was computed from it: marks and weighted total in points, the
 * leniency found of the assessor, and what counted. Entries the reader is not shown have no line.
 */
export function markStages({ inputs: { rules, stages }, quantity, leniencies, shown }: MarkSource): MarkStage[] {
  const found = new Map(leniencies.map(({ stage, assessor, leniency }) => [`${stage} ${assessor}`, leniency]));
  return stages.map((one) => {
    const { criteria } = rubricOf(rules, one.stage);
    const leniencyOf = (assessor: number): number | null => found.get(`${one.stage} ${assessor}`) ?? null;
    return {
      ...{ stage: one.stage, name: stageOf(rules, one.stage).name, weightBp: one.weightBp },
      criteria: criteria.map(({ key, name, weightBp }) => ({ key, name, weightBp: weightBp ?? 0 })),
      lines: linesOf(one, { rubric: rubricOf(rules, one.stage), isRaw: quantity === "raw", leniencyOf }).filter(({ entry }) => shown.has(entry)),
    };
  });
}

type Reading = { rubric: ReturnType<typeof rubricOf>; isRaw: boolean; leniencyOf: (assessor: number) => number | null };

function linesOf({ sheets, agreed }: InputStage, { rubric, isRaw, leniencyOf }: Reading): MarkLine[] {
  // Only raw means take what a group agreed on in place of its sheets: leniency is estimated from independent marks.
  const replaced = new Set(isRaw ? agreed.map(({ entry }) => entry) : []);
  const marksOf = (marks: Readonly<Record<string, number>>): Pick<MarkLine, "marks" | "total"> => ({
    marks: rubric.criteria.map(({ key }) => (marks[key] === undefined ? null : marks[key] / 100)),
    total: weightedTotal(rubric, marks) / 1_000_000,
  });
  const single = sheets.map(({ entry, assessor, marks }): MarkLine => {
    const own = marksOf(marks);
    const leniency = leniencyOf(assessor);
    return { entry, assessor, ...own, leniency, counted: replaced.has(entry) ? null : own.total - (isRaw ? 0 : (leniency ?? 0)) };
  });
  const together = agreed.map(({ entry, marks }): MarkLine => {
    const own = marksOf(marks);
    return { entry, assessor: null, ...own, leniency: null, counted: isRaw ? own.total : null };
  });
  return [...single, ...together].sort((a, b) => a.entry - b.entry || (a.assessor ?? Infinity) - (b.assessor ?? Infinity));
}
