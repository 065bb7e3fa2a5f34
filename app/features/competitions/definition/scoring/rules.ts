import { fault, noneFault } from "#app/features/competitions/definition/faults/rules.ts";
import type { Fault } from "#app/features/competitions/definition/faults/types.ts";
import type { AwardList, Criterion, Definition, Rubric, Stage, StageKind, Words } from "#app/features/competitions/definition/types.ts";

const whole = 10_000;
const markedKinds: readonly StageKind[] = ["desk", "interview", "visit", "publicScoring"];
const sheetNeeded: readonly StageKind[] = ["desk", "interview", "publicScoring"];

/** Score sheets: one a stage that is marked, weights that sum to 10,000, levels without holes, claims that are asked for. */
export const checkRubrics = (definition: Definition): Fault[] => [
  ...definition.rubrics.flatMap((rubric, index) => [
    ...placeFaults(definition, rubric, index),
    ...readerFaults(definition, rubric, index),
    ...weightFaults(rubric, `rubrics.${index}.criteria`, stageNamed(definition, rubric.stage)),
    ...rubric.criteria.flatMap((criterion, at) => criterionFaults(definition, criterion, { rubric, path: `rubrics.${index}.criteria.${at}` })),
  ]),
  ...definition.stages.flatMap(({ key, kind, name }, index) =>
    sheetNeeded.includes(kind) && !definition.rubrics.some(({ stage }) => stage === key)
      ? [fault(`stages.${index}`, "rubricMissing", { stage: name })]
      : [],
  ),
];

function placeFaults({ stages, rubrics }: Definition, { stage }: Rubric, index: number): Fault[] {
  const at = stages.find(({ key }) => key === stage);
  if (!at) return [fault(`rubrics.${index}.stage`, "rubricStageUnknown", { key: stage })];
  if (!markedKinds.includes(at.kind)) return [fault(`rubrics.${index}.stage`, "rubricStageKind", { stage: at.name })];
  const isSecond = rubrics.findIndex((rubric) => rubric.stage === stage) < index;
  return isSecond ? [fault(`rubrics.${index}.stage`, "rubricTwice", { stage: at.name })] : [];
}

function readerFaults(definition: Definition, { stage, readers, readersMost, maxMark }: Rubric, index: number): Fault[] {
  const name = stageNamed(definition, stage);
  const isPublic = definition.stages.find(({ key }) => key === stage)?.kind === "publicScoring";
  return [
    ...(readers === 0 && !isPublic ? [fault(`rubrics.${index}.readers`, "readersNone", { stage: name })] : []),
    ...((readersMost ?? 0) > 0 && (readersMost ?? 0) <= (readers ?? 0) ? [fault(`rubrics.${index}.readersMost`, "readersMostLow", { stage: name })] : []),
    ...(maxMark === 0 ? [fault(`rubrics.${index}.maxMark`, "maxMarkZero", { stage: name })] : []),
  ];
}

function weightFaults({ criteria }: Rubric, path: string, stage: Words): Fault[] {
  const zeros = criteria.flatMap(({ name, weightBp }, index) =>
    weightBp === 0 ? [fault(`${path}.${index}.weightBp`, "weightZero", { name })] : [],
  );
  return [...zeros, ...sumFaults(criteria, { path, code: "weightsSum", name: stage })];
}

/** With a weight still unknown, the others may not yet use up the whole. */
function sumFaults(
  parts: readonly { weightBp: number | null }[],
  at: { path: string; code: "weightsSum" | "compositionSum"; name: Words },
): Fault[] {
  const sum = parts.reduce((total, { weightBp }) => total + (weightBp ?? 0), 0);
  const complete = parts.every(({ weightBp }) => weightBp !== null);
  const fits = complete ? sum === whole : sum < whole;
  return fits ? [] : [fault(at.path, at.code, { name: at.name, percent: sum / 100 })];
}

function criterionFaults(definition: Definition, criterion: Criterion, at: { rubric: Rubric; path: string }): Fault[] {
  const { name, claimField, levels } = criterion;
  const claimed = definition.fields.find(({ key }) => key === claimField);
  return [
    ...(coversAllMarks(levels, at.rubric.maxMark) ? [] : [fault(`${at.path}.levels`, "levelsBroken", { name })]),
    ...(claimField !== null && claimed?.kind !== "number"
      ? [fault(`${at.path}.claimField`, "claimUnknown", { name, key: claimField })]
      : []),
  ];
}

/** Levels follow one another from 0 to the highest mark; a sheet may also do without. */
const coversAllMarks = (levels: Criterion["levels"], maxMark: number): boolean =>
  levels.length === 0 ||
  (levels.every(({ from, to }, index) => from <= to && from === (index === 0 ? 0 : (levels[index - 1]?.to ?? 0) + 1)) &&
    levels.at(-1)?.to === maxMark);

/** Lists: determined at a stage of their own kind, from a wider earlier list, by sheets marked before, with a serial code of their own. */
export const checkLists = (definition: Definition): Fault[] =>
  definition.lists.flatMap((list, index) => [
    ...stageFaults(definition, list, index),
    ...parentFaults(definition, list, index),
    ...compositionFaults(definition, list, index),
    ...markFaults(definition, list, index),
    ...agreedFaults(definition, list, index),
    ...codeFaults(definition, list, index),
  ]);

function stageFaults({ stages, groups }: Definition, { name, stage, groups: own, size }: AwardList, index: number): Fault[] {
  const kind = stages.find(({ key }) => key === stage)?.kind;
  const strangers = own.filter((key) => !groups.some((group) => group.key === key));
  return [
    ...(kind === "finalists" || kind === "winners" ? [] : [fault(`lists.${index}.stage`, "listStageUnknown", { name, key: stage })]),
    ...strangers.map((key) => fault(`lists.${index}.groups`, "groupUnknown", { key, name })),
    ...(own.length === 0 ? [noneFault(`lists.${index}.groups`, "groups")] : []),
    ...(size === 0 ? [fault(`lists.${index}.size`, "sizeZero", { name })] : []),
  ];
}

function parentFaults({ stages, lists }: Definition, list: AwardList, index: number): Fault[] {
  const { name, from, groups, size, stage } = list;
  if (from === null) return [];
  const parent = lists.find(({ key }) => key === from);
  if (!parent || parent === list) return [fault(`lists.${index}.from`, "listFromUnknown", { name, key: from })];
  const isLater = position(stages, parent.stage) >= position(stages, stage);
  const isWider = groups.some((key) => !parent.groups.includes(key));
  const isLarger = size !== null && parent.size !== null && size > parent.size;
  return [
    ...(isLater ? [fault(`lists.${index}.from`, "listFromLater", { name, from: parent.name })] : []),
    ...(isWider ? [fault(`lists.${index}.groups`, "listGroupsWider", { name, from: parent.name })] : []),
    ...(isLarger ? [fault(`lists.${index}.size`, "listTooLarge", { name, from: parent.name })] : []),
  ];
}

function compositionFaults({ stages, rubrics }: Definition, { name, stage, composition }: AwardList, index: number): Fault[] {
  const path = `lists.${index}.composition`;
  if (composition.length === 0) return [fault(path, "compositionNone", { name })];
  const unfit = composition.flatMap(({ stage: part }, at) => {
    const marked = rubrics.some((rubric) => rubric.stage === part);
    const isSecond = composition.findIndex((other) => other.stage === part) < at;
    if (!marked || isSecond) return [fault(`${path}.${at}.stage`, "compositionUnknown", { name, key: part })];
    const isLater = position(stages, part) >= position(stages, stage);
    return isLater ? [fault(`${path}.${at}.stage`, "compositionLater", { name, stage: stageNamed({ stages }, part) })] : [];
  });
  return [...unfit, ...sumFaults(composition, { path, code: "compositionSum", name })];
}

function markFaults({ rubrics }: Definition, { name, passMark, composition }: AwardList, index: number): Fault[] {
  const highest = Math.max(0, ...rubrics.filter(({ stage }) => composition.some((part) => part.stage === stage)).map(({ maxMark }) => maxMark));
  const tooHigh = passMark !== null && passMark > highest;
  return tooHigh ? [fault(`lists.${index}.passMark`, "passMarkTooHigh", { name, highest: highest / 100 })] : [];
}

/** An agreed value is no independent mark: nothing is left in it to free from leniency, so it counts only where the raw value ranks. */
function agreedFaults({ reading, stages }: Definition, { name, quantity, composition }: AwardList, index: number): Fault[] {
  const desks = stages.filter(({ kind }) => kind === "desk").map(({ key }) => key);
  const clashes = reading.agreedValue === "counts" && quantity !== "raw" && composition.some(({ stage }) => desks.includes(stage));
  return clashes ? [fault(`lists.${index}.quantity`, "agreedNotRaw", { name })] : [];
}

function codeFaults({ lists }: Definition, { name, serialCode }: AwardList, index: number): Fault[] {
  const path = `lists.${index}.serialCode`;
  if (!/^[A-Z][A-Z0-9]{1,7}$/.test(serialCode)) return [fault(path, "serialCodeWrong", { name })];
  const isSecond = lists.findIndex((list) => list.serialCode === serialCode) < index;
  return isSecond ? [fault(path, "serialCodeTwice", { code: serialCode })] : [];
}

const position = (stages: readonly Stage[], key: string): number => stages.findIndex((stage) => stage.key === key);

const stageNamed = ({ stages }: Pick<Definition, "stages">, key: string): Words =>
  stages.find((stage) => stage.key === key)?.name ?? { id: key, en: key };
