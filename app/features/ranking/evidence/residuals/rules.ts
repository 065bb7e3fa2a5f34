import { rubricOf } from "#app/features/competitions/rules.ts";
import { marksOf } from "#app/features/ranking/bundle/rules.ts";
import type { Inputs, InputStage } from "#app/features/ranking/bundle/types.ts";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { interactionsOf, type Residual, residualLevels, residualsOf, residualSpreads } from "#app/features/ranking/calibration/residuals/rules.ts";
import { assessorName } from "#app/features/ranking/computing/rules.ts";
import type { EvidenceAssessor, PairFigures, StageResiduals } from "#app/features/ranking/evidence/types.ts";

/** Pairs of assessor and category that are shown: those furthest from zero. */
const pairsShown = 20;

type Found = { assessors: readonly EvidenceAssessor[]; hidden: ReadonlySet<number> };

/**
 * What the models of a version leave of the marks it was computed from: leniencies as the version keeps them, so that nothing is
 * fitted again. A stage that was not fitted, or in which nothing was read twice, has none. Marks of hidden entries are left out, and
 * then no count is told and no error, which would tell it: beside the numbers of all sheets they would say who read those entries.
 */
export const residualsOfStages = (inputs: Inputs, found: Found): StageResiduals[] =>
  inputs.stages.flatMap((stage) => {
    const sheets = stage.sheets.filter(({ entry }) => !found.hidden.has(entry));
    const people = new Map(found.assessors.filter((one) => one.stage === stage.stage).map((one) => [assessorName(one.number), one]));
    const residuals = leftOver(inputs.rules, { stage: stage.stage, sheets }, people);
    if (residuals.length === 0) return [];
    const figures = figuresOf(residuals, { people, most: rubricOf(inputs.rules, stage.stage).maxMark / 100 });
    const own = { stage: stage.stage, isWhole: sheets.length === stage.sheets.length, ...figures };
    return [own.isWhole ? own : veiled(own)];
  });

type People = ReadonlyMap<string, EvidenceAssessor>;

function leftOver(rules: Inputs["rules"], stage: Pick<InputStage, "stage" | "sheets">, people: People): Residual[] {
  if (stage.sheets.length === 0) return [];
  const design = designOf(marksOf(rules, stage));
  const leniency = design.assessors.map((name) => people.get(name)?.leniency ?? null);
  const known = leniency.filter((value) => value !== null);
  return known.length === leniency.length ? residualsOf({ design, leniency: Float64Array.from(known) }) : [];
}

type Figures = Pick<StageResiduals, "levels" | "spreads" | "pairs" | "furthest">;

function figuresOf(residuals: readonly Residual[], { people, most }: { people: People; most: number }): Figures {
  const named = (assessor: string): Pick<PairFigures, "number" | "name"> => ({ number: Number(assessor), name: people.get(assessor)?.name ?? null });
  const pairs = interactionsOf(residuals, categoryOf);
  return {
    levels: residualLevels(residuals, most),
    spreads: residualSpreads(residuals).map(({ assessor, ...one }) => ({ ...named(assessor), ...one })),
    pairs: pairs.length,
    furthest: pairs.slice(0, pairsShown).map(({ assessor, ...one }) => ({ ...named(assessor), ...one })),
  };
}

/** A stratum is a category, a group and a panel. */
const categoryOf = (stratum: string): string => stratum.split("/")[0] ?? stratum;

const veiled = (figures: StageResiduals): StageResiduals => ({
  ...figures,
  levels: figures.levels.map((one) => ({ ...one, count: null, se: null })),
  spreads: figures.spreads.map((one) => ({ ...one, count: null })),
  furthest: figures.furthest.map((one) => ({ ...one, count: null, se: null })),
});
