import { fault } from "#app/features/competitions/definition/faults/rules.ts";
import type { Fault } from "#app/features/competitions/definition/faults/types.ts";
import { type AwardList, type CutAxis, type Definition, remoteParts, type TieRule } from "#app/features/competitions/definition/types.ts";

const whole = 10_000;

/** How lists are cut: ties asked of stages that count, shares of the whole, minima that fit. */
export const checkCuts = (definition: Definition): Fault[] =>
  definition.lists.flatMap((list, index) => [
    ...list.ties.flatMap((tie, at) => tieFaults(definition, list, { tie, path: `lists.${index}.ties.${at}`, at })),
    ...shareFaults(definition, list, `lists.${index}.shares`),
    ...minimumFaults(definition, list, `lists.${index}.minima`),
    ...nomineeFaults(list, `lists.${index}.nominees`),
    ...remoteFaults(definition, list, index),
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

/** Whether places can be shared out by it. Regions are the provinces of the registry, which knows them by two digits. */
function isPart(definition: Definition, list: AwardList, { by, key }: { by: CutAxis; key: string }): boolean {
  switch (by) {
    case "group":
      return list.groups.includes(key);
    case "category":
      return definition.categories.some((category) => category.key === key);
    case "agencyKind":
      return definition.agencyKinds.includes(key);
    case "region":
      return /^\d\d$/.test(key);
    case "remote":
      return (remoteParts as readonly string[]).includes(key);
  }
}

/** One nominee for a place is the place itself. */
const nomineeFaults = ({ nominees, name }: AwardList, path: string): Fault[] => (nominees === 1 ? [fault(path, "nomineesIdle", { name })] : []);

/** Places for 3T regions, and no region named as one. */
function remoteFaults({ remoteRegions }: Definition, { name, shares, minima }: AwardList, index: number): Fault[] {
  const isAsked = shares?.by === "remote" || minima.some(({ by }) => by === "remote");
  return isAsked && remoteRegions.length === 0 ? [fault(`lists.${index}.${shares?.by === "remote" ? "shares" : "minima"}`, "remoteNone", { name })] : [];
}

function shareFaults(definition: Definition, list: AwardList, path: string): Fault[] {
  if (!list.shares) return [];
  const { by, parts } = list.shares;
  const sum = parts.reduce((total, { weightBp }) => total + weightBp, 0);
  return [
    ...parts.flatMap(({ key }, at) => partFaults({ key, known: isPart(definition, list, { by, key }), name: list.name, isSecond: parts.findIndex((part) => part.key === key) < at }, `${path}.parts.${at}.key`)),
    ...(sum === whole ? [] : [fault(path, "sharesSum", { name: list.name, percent: sum / 100 })]),
  ];
}

function minimumFaults(definition: Definition, list: AwardList, path: string): Fault[] {
  const { minima, name, size } = list;
  const faults = minima.flatMap(({ by, key }, at) => {
    const isSecond = minima.findIndex((other) => other.by === by && other.key === key) < at;
    return partFaults({ key, known: isPart(definition, list, { by, key }), name, isSecond }, `${path}.${at}.key`);
  });
  const most = Math.max(0, ...minima.map(({ by }) => minima.filter((one) => one.by === by).reduce((sum, { least }) => sum + least, 0)));
  return [...faults, ...(size !== null && most > size ? [fault(path, "minimaAboveSize", { name, least: most, size })] : [])];
}

type Part = { key: string; known: boolean; name: AwardList["name"]; isSecond: boolean };

function partFaults({ key, known, name, isSecond }: Part, path: string): Fault[] {
  if (isSecond) return [fault(path, "partTwice", { name, key })];
  return known ? [] : [fault(path, "partUnknown", { name, key })];
}
