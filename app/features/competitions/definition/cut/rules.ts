import { fault } from "#app/features/competitions/definition/faults/rules.ts";
import type { AwardList, CutAxis, Definition, Fault, TieRule } from "#app/features/competitions/definition/types.ts";

const whole = 10_000;

/** How lists are cut: ties asked of stages that count, shares of the whole, minima that fit. */
export const checkCuts = (definition: Definition): Fault[] =>
  definition.lists.flatMap((list, index) => [
    ...list.ties.flatMap((tie, at) => tieFaults(definition, list, { tie, path: `lists.${index}.ties.${at}`, at })),
    ...shareFaults(definition, list, `lists.${index}.shares`),
    ...minimumFaults(definition, list, `lists.${index}.minima`),
  ]);

function tieFaults({ rubrics }: Definition, { name, composition, ties }: AwardList, given: { tie: TieRule; path: string; at: number }): Fault[] {
  const { tie, path, at } = given;
  const isSecond = ties.findIndex((other) => tieKey(other) === tieKey(tie)) < at;
  if (isSecond) return [fault(path, "tieTwice", { name })];
  if (tie.kind === "earlierSubmission") return [];
  if (!composition.some(({ stage }) => stage === tie.stage)) return [fault(path, "tieStageUncounted", { name, key: tie.stage })];
  const rubric = rubrics.find(({ stage }) => stage === tie.stage);
  const isAsked = tie.kind === "stage" || rubric?.criteria.some(({ key }) => key === tie.criterion);
  return isAsked ? [] : [fault(path, "tieCriterionUnknown", { name, key: tie.criterion })];
}

const tieKey = (tie: TieRule): string =>
  tie.kind === "criterion" ? `${tie.stage}/${tie.criterion}` : tie.kind === "stage" ? tie.stage : "";

/** Keys of the parts by which places can be shared out. */
function partKeys(definition: Definition, list: AwardList, by: CutAxis): readonly string[] {
  if (by === "group") return list.groups;
  return by === "category" ? definition.categories.map(({ key }) => key) : definition.agencyKinds;
}

function shareFaults(definition: Definition, list: AwardList, path: string): Fault[] {
  if (!list.shares) return [];
  const { by, parts } = list.shares;
  const known = partKeys(definition, list, by);
  const sum = parts.reduce((total, { weightBp }) => total + weightBp, 0);
  return [
    ...parts.flatMap(({ key }, at) => partFaults({ key, known, name: list.name, isSecond: parts.findIndex((part) => part.key === key) < at }, `${path}.parts.${at}.key`)),
    ...(sum === whole ? [] : [fault(path, "sharesSum", { name: list.name, percent: sum / 100 })]),
  ];
}

function minimumFaults(definition: Definition, list: AwardList, path: string): Fault[] {
  const { minima, name, size } = list;
  const faults = minima.flatMap(({ by, key }, at) => {
    const isSecond = minima.findIndex((other) => other.by === by && other.key === key) < at;
    return partFaults({ key, known: partKeys(definition, list, by), name, isSecond }, `${path}.${at}.key`);
  });
  const most = Math.max(0, ...minima.map(({ by }) => minima.filter((one) => one.by === by).reduce((sum, { least }) => sum + least, 0)));
  return [...faults, ...(size !== null && most > size ? [fault(path, "minimaAboveSize", { name, least: most, size })] : [])];
}

type Part = { key: string; known: readonly string[]; name: AwardList["name"]; isSecond: boolean };

function partFaults({ key, known, name, isSecond }: Part, path: string): Fault[] {
  if (isSecond) return [fault(path, "partTwice", { name, key })];
  return known.includes(key) ? [] : [fault(path, "partUnknown", { name, key })];
}
