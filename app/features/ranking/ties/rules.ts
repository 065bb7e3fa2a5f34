import type { Rubric, TieRule } from "#app/features/competitions/definition/types.ts";
import type { ScoredEntry, SheetMarks } from "#app/features/ranking/types.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";

/** What a step compares: a sum over a number of readings. More comes first. */
export type Ratio = { sum: number; reads: number };

/** One thing that can separate equals; `key` is what the list says of it. */
export type TieStep = { key: string; of: (entry: ScoredEntry) => Ratio };

/** What a list says of a rule when it separated equals: `criterion:desk/dampak`, `stage:interview`, `earlierSubmission`. */
export function tieKeyOf(tie: TieRule): string {
  if (tie.kind === "earlierSubmission") return tie.kind;
  return tie.kind === "stage" ? `stage:${tie.stage}` : `criterion:${tie.stage}/${tie.criterion}`;
}

/**
 * The steps that separate equals, in order; what they leave is drawn. Without rules of its own a list asks the criteria of the
 * first counting stage, in the order of its sheet, each named by its key alone.
 */
export function tieSteps(ties: readonly TieRule[], at: { first: Rubric; rubrics: readonly Rubric[] }): TieStep[] {
  if (ties.length > 0) return ties.map((tie) => ({ key: tieKeyOf(tie), of: ratioOf(tie, at.rubrics) }));
  return at.first.criteria.map(({ key }) => ({ key, of: (entry) => meanMark(entry.sheets[at.first.stage] ?? [], key) }));
}

function ratioOf(tie: TieRule, rubrics: readonly Rubric[]): TieStep["of"] {
  // The version that stands is what was judged: a later correction is a later submission.
  if (tie.kind === "earlierSubmission") return (entry) => ({ sum: -(entry.submittedAt ?? 0), reads: 1 });
  if (tie.kind === "criterion") return (entry) => meanMark(entry.sheets[tie.stage] ?? [], tie.criterion);
  const rubric = rubrics.find(({ stage }) => stage === tie.stage);
  return (entry) => meanTotal(rubric, entry.sheets[tie.stage] ?? []);
}

const meanMark = (sheets: readonly SheetMarks[], key: string): Ratio => ({
  sum: sheets.reduce((sum, marks) => sum + (marks[key] ?? 0), 0),
  reads: Math.max(1, sheets.length),
});

const meanTotal = (rubric: Rubric | undefined, sheets: readonly SheetMarks[]): Ratio => ({
  sum: rubric ? sheets.reduce((sum, marks) => sum + weightedTotal(rubric, marks), 0) : 0,
  reads: Math.max(1, sheets.length),
});

/** Above zero when b comes first. Cross-multiplied, so that means of unequal numbers of sheets compare exactly. */
const differenceAt = (a: readonly Ratio[], b: readonly Ratio[], step: number): number => {
  const [mine, other] = [a[step] ?? { sum: 0, reads: 1 }, b[step] ?? { sum: 0, reads: 1 }];
  return other.sum * mine.reads - mine.sum * other.reads;
};

/** Index of the first step on which two differ; the number of steps when only the draw is left. */
export function separatingStep(a: readonly Ratio[], b: readonly Ratio[]): number {
  const step = a.findIndex((_, index) => differenceAt(a, b, index) !== 0);
  return step === -1 ? a.length : step;
}

/** Order of two equals by their steps: below zero when a comes first, 0 when only the draw is left. */
export function compareSteps(a: readonly Ratio[], b: readonly Ratio[]): number {
  const step = separatingStep(a, b);
  return step === a.length ? 0 : differenceAt(a, b, step);
}
