import type { Rubric, Stage } from "#app/features/competitions/definition/types.ts";
import { checkMark, requireComplete } from "#app/features/scoring/rules.ts";
import type { Anchor } from "#app/features/scoring/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Texts are written and marked before the desk opens: refuses `scoring.trainingOver` (409) from then on. */
export function checkTraining(stage: Pick<Stage, "opensAt">, now: number): void {
  if (stage.opensAt !== null && now >= stage.opensAt) throw new DomainError("scoring.trainingOver", { kind: "conflict" });
}

/** A reference mark for every criterion of the sheet, and no other; refusals as on a sheet. */
export function checkAnchors(rubric: Rubric, anchors: readonly Anchor[]): void {
  for (const { criterion, mark } of anchors) checkMark(rubric, criterion, mark);
  requireComplete(rubric, Object.fromEntries(anchors.map(({ criterion, mark }) => [criterion, mark])));
}

/** Mean of own mark less reference over the criteria, hundredths of a point rounded half up; positive = milder. */
export function differenceToReference(anchors: readonly Anchor[], own: Readonly<Record<string, number>>): number {
  const sum = anchors.reduce((total, { criterion, mark }) => total + (own[criterion] ?? mark) - mark, 0);
  return anchors.length === 0 ? 0 : Math.round(sum / anchors.length);
}
