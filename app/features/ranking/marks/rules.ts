import { rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Inputs, InputStage } from "#app/features/ranking/bundle/types.ts";
import type { FoundLeniency, FoundPanel, MarkLine, MarkStage } from "#app/features/ranking/marks/types.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";

export type MarkSource = {
  inputs: Pick<Inputs, "rules" | "stages">;
  /** By what the list ranks: raw marks count as they are. */
  quantity: string;
  leniencies: readonly FoundLeniency[];
  panels: readonly FoundPanel[];
  /** Numbers of the entries the reader is shown. */
  shown: ReadonlySet<number>;
};

/**
 * Every locked sheet behind a version, stage by stage, as the version was computed from it: marks and weighted total in points, the
 * leniency found of the assessor and of the panel, and what counted. Entries the reader is not shown have no line.
 */
export function markStages({ inputs: { rules, stages }, quantity, leniencies, panels, shown }: MarkSource): MarkStage[] {
  const found = new Map(leniencies.map(({ stage, assessor, leniency }) => [`${stage} ${assessor}`, leniency]));
  return stages.map((one) => {
    const { criteria } = rubricOf(rules, one.stage);
    const leniencyOf = (assessor: number): number | null => found.get(`${one.stage} ${assessor}`) ?? null;
    const panelOf = (name: string | undefined): number | null => panels.find(({ stage, panel }) => stage === one.stage && panel === name)?.leniency ?? null;
    return {
      ...{ stage: one.stage, name: stageOf(rules, one.stage).name, weightBp: one.weightBp },
      criteria: criteria.map(({ key, name, weightBp }) => ({ key, name, weightBp: weightBp ?? 0 })),
      lines: linesOf(one, { rubric: rubricOf(rules, one.stage), isRaw: quantity === "raw", leniencyOf, panelOf }).filter(({ entry }) => shown.has(entry)),
    };
  });
}

type Reading = { rubric: ReturnType<typeof rubricOf>; isRaw: boolean; leniencyOf: (assessor: number) => number | null; panelOf: (name: string | undefined) => number | null };

function linesOf({ sheets, agreed }: InputStage, { rubric, isRaw, leniencyOf, panelOf }: Reading): MarkLine[] {
  // Only raw means take what a group agreed on in place of its sheets: leniency is estimated from independent marks.
  const replaced = new Set(isRaw ? agreed.map(({ entry }) => entry) : []);
  const marksOf = (marks: Readonly<Record<string, number>>): Pick<MarkLine, "marks" | "total"> => ({
    marks: rubric.criteria.map(({ key }) => (marks[key] === undefined ? null : marks[key] / 100)),
    total: weightedTotal(rubric, marks) / 1_000_000,
  });
  const single = sheets.map(({ entry, assessor, panel: heardBy, marks }): MarkLine => {
    const own = marksOf(marks);
    const [leniency, panel] = [leniencyOf(assessor), panelOf(heardBy)];
    const taken = isRaw ? 0 : (leniency ?? 0) + (panel ?? 0);
    return { entry, assessor, ...own, leniency, panel, counted: replaced.has(entry) ? null : own.total - taken };
  });
  const together = agreed.map(({ entry, marks }): MarkLine => {
    const own = marksOf(marks);
    return { entry, assessor: null, ...own, leniency: null, panel: null, counted: isRaw ? own.total : null };
  });
  return [...single, ...together].sort((a, b) => a.entry - b.entry || (a.assessor ?? Infinity) - (b.assessor ?? Infinity));
}
