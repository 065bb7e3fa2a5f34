import type { StageCalibration } from "#app/features/ranking/calibration/stage/rules.ts";
import type { AssessorFigures, Composed, ComposedWarning, Composing } from "#app/features/ranking/composition/types.ts";
import { panelsOf, reliabilityOf } from "#app/features/ranking/recount/rules.ts";
import type { StageModel } from "#app/features/ranking/types.ts";

/** Decimals kept: beyond them two machines may differ in the last place of a logarithm. */
const kept = 1e8;
export const rounded = (value: number): number => Math.round(value * kept) / kept;

/** A record of numbers as it is stored. */
const allRounded = <T extends Readonly<Record<string, number | null>>>(record: T): T =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value === null ? null : rounded(value)])) as T;

/** What a list keeps of its stages beside its entries: models, assessors, and what to look at before signing. */
export const describeStages = ({ stages: counted }: Composing, stages: readonly StageCalibration[]): Omit<Composed, "entries"> => ({
  stages: stages.map((stage, index) => modelOf(stage, counted[index]?.weightBp ?? 0)),
  assessors: stages.flatMap(assessorsOf),
  warnings: stages.flatMap(warningsOf),
});

function modelOf({ stage, design, fit, connectivity }: StageCalibration, weightBp: number): StageModel {
  return {
    ...{ stage, weightBp, entries: design.entries.length, assessors: design.assessors.length, marks: design.values.length },
    estimable: fit !== null,
    reml: fit && rounded(fit.reml),
    variance: fit && allRounded(fit.variances),
    ...(fit && design.panels.length > 0 ? { panels: panelsOf(fit).map(({ panel, ...figures }) => ({ panel, ...allRounded(figures) })) } : {}),
    means: fit && allRounded(Object.fromEntries(design.strata.map((stratum, g) => [stratum, fit.means[g] as number]))),
    connectivity: allRounded(connectivity),
    reliability: allRounded(reliabilityOf(design, fit)),
  };
}

const assessorsOf = ({ stage, design, fit, errors, given, flags }: StageCalibration): AssessorFigures[] =>
  design.assessors.map((assessor, j) => ({
    ...{ stage, assessor },
    marks: given[j] as number,
    leniency: fit && rounded(fit.leniency[j] as number),
    se: errors && rounded(errors[j] as number),
    flags: flags[j] ?? [],
  }));

/** Without a fit nothing is claimed across assessors, so that pieces need no word of their own. */
function warningsOf({ stage, design, fit, connectivity, flags }: StageCalibration): ComposedWarning[] {
  const about = (code: ComposedWarning["code"], rest: Partial<ComposedWarning> = {}): ComposedWarning => ({ code, stage, assessor: null, count: null, ...rest });
  return [
    ...design.assessors.flatMap((assessor, j) => (flags[j] ?? []).map((flag) => about(flag, { assessor, count: null }))),
    ...(fit ? [] : [about("notEstimable", { count: design.entries.length })]),
    ...(fit && connectivity.components > 1 ? [about("disconnected", { count: connectivity.components })] : []),
    ...(fit?.boundary.entry ? [about("boundaryEntry")] : []),
    ...(fit?.boundary.assessor ? [about("boundaryAssessor")] : []),
    ...(fit?.boundary.panel ? [about("boundaryPanel")] : []),
    ...(fit && design.hasUntoldPanels ? [about("panelsUntold")] : []),
  ];
}
