import { checkCuts } from "#app/features/competitions/definition/cut/rules.ts";
import { checkForm, checkGroups, checkKeys } from "#app/features/competitions/definition/entry/rules.ts";
import { checkInterview, checkStages, checkWindows } from "#app/features/competitions/definition/calendar/rules.ts";
import { checkLists, checkRubrics } from "#app/features/competitions/definition/scoring/rules.ts";
import {
  checkExclusions,
  checkHelp,
  checkQuotas,
  checkReminders,
  checkScreening,
} from "#app/features/competitions/definition/intake/rules.ts";
import type { Fault } from "#app/features/competitions/definition/faults/types.ts";
import type { Criterion, Definition, FormField, Preset, Source, Words } from "#app/features/competitions/definition/types.ts";

/**
 * Everything in which a definition contradicts itself, in the order of the form: keys, groups, quotas and exclusions, questions,
 * screening, score sheets, lists and their cuts, stages, reminders, interviews, the help contact. Values still unknown are no faults (they are `gaps`). Pure; an empty answer means it can be opened once
 * it has no gaps.
 */
export const validateDefinition = (definition: Definition): Fault[] =>
  checks.flatMap((check) => check(definition));

const checks = [
  ...[checkKeys, checkGroups, checkQuotas, checkExclusions, checkForm, checkScreening, checkRubrics, checkLists, checkCuts],
  ...[checkStages, checkWindows, checkReminders, checkInterview, checkHelp],
];

/** A value that must be decided before an edition opens. `path` is a dotted path with indexes, such as `stages.2.opensAt`. */
export type Gap = {
  path: string;
  kind: "instant" | "integer" | "basisPoints" | "bytes" | "words" | "mark" | "months" | "minutes" | "days" | "hours";
  label: Words;
};

/** A value that may be unknown while an edition is drafted. */
type Leaf = Gap & { value: number | null };

/**
 * Everything still unknown that must be filled before opening, in the order of the form. A pass mark or a bound that is absent
 * is no gap: it means there is none.
 */
export const gaps = (definition: Definition): Gap[] =>
  leavesOf(definition)
    .filter((leaf) => leaf.value === null)
    .map(({ path, kind, label }) => ({ path, kind, label }));

/**
 * A copy of the definition with one value set; null makes it unknown again. Only paths that `gaps` can name are settable:
 * any other is a fault of the program and throws a RangeError, as does a value that is no whole number of zero or more.
 */
export function fillGap(definition: Definition, path: string, value: number | null): Definition {
  if (!leavesOf(definition).some((leaf) => leaf.path === path)) throw new RangeError(`no value to fill at ${path}`);
  if (value !== null && (!Number.isSafeInteger(value) || value < 0)) throw new RangeError(`not a value for ${path}: ${value}`);
  return withValue(definition, path.split("."), value) as Definition;
}

function withValue(node: unknown, path: readonly string[], value: number | null): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(node)) return node.map((item: unknown, index) => (String(index) === head ? withValue(item, rest, value) : item));
  const object = node as Record<string, unknown>;
  return { ...object, [head]: withValue(object[head], rest, value) };
}

/** The source of a preset's value: the longest pattern that matches the path or a beginning of it; null when none does. */
export function sourceOf(preset: Pick<Preset, "definition" | "sources">, path: string): Source | null {
  const names = namesAlong(preset.definition, path.split("."));
  const matching = preset.sources.filter((source) => {
    const pattern = source.path.split(".");
    return pattern.length <= names.length && pattern.every((part, index) => part === "*" || names[index]?.includes(part));
  });
  return matching.sort((a, b) => precision(b) - precision(a))[0] ?? null;
}

/** More parts first; of equally many, fewer stars. */
const precision = ({ path }: Source): number => {
  const parts = path.split(".");
  return parts.length * 100 - parts.filter((part) => part === "*").length;
};

/** Every way to name each step of a path: `fields.3` is also `fields.adaptabilitas`, `rubrics.0` is also `rubrics.desk`. */
function namesAlong(definition: Definition, path: readonly string[]): string[][] {
  let node: unknown = definition;
  return path.map((part) => {
    const isItem = Array.isArray(node);
    node = Array.isArray(node) ? itemAt(node, part) : (node as Record<string, unknown> | null | undefined)?.[part];
    const { key, stage } = (node ?? {}) as { key?: unknown; stage?: unknown };
    const name = key ?? stage;
    return isItem && typeof name === "string" ? [part, name] : [part];
  });
}

const itemAt = (items: readonly unknown[], part: string): unknown =>
  items[Number(part)] ?? items.find((item) => [(item as { key?: unknown }).key, (item as { stage?: unknown }).stage].includes(part));

const leaf = (path: string, kind: Gap["kind"], value: number | null, label: Words): Leaf => ({ path, kind, value, label });

/** Every value that may be unknown while an edition is drafted, filled or not, in the order of the form. */
export const leaves = (definition: Definition): Gap[] => leavesOf(definition);

const leavesOf = (definition: Definition): Leaf[] => [
  ...groupLeaves(definition),
  ...fieldLeaves(definition),
  ...rubricLeaves(definition),
  ...listLeaves(definition),
  ...stageLeaves(definition),
  ...interviewLeaves(definition),
  leaf("objections.windowDays", "days", definition.objections.windowDays, {
    id: "Masa sanggah",
    en: "Objection window",
  }),
  leaf("objections.decisionDays", "days", definition.objections.decisionDays, {
    id: "Batas waktu putusan sanggahan",
    en: "Time limit for deciding an objection",
  }),
];

const groupLeaves = ({ groups }: Definition): Leaf[] =>
  groups.flatMap(({ name, minimumAgeMonths, quotaPerAgency }, index) => [
    leaf(`groups.${index}.minimumAgeMonths`, "months", minimumAgeMonths, {
      id: `Usia inovasi paling sedikit, kelompok ${name.id}`,
      en: `Least age of an innovation, ${name.en} group`,
    }),
    leaf(`groups.${index}.quotaPerAgency`, "integer", quotaPerAgency, {
      id: `Kuota per instansi, kelompok ${name.id} (0 = tanpa batas)`,
      en: `Quota per agency, ${name.en} group (0 = no limit)`,
    }),
  ]);

const fieldLeaves = ({ fields }: Definition): Leaf[] => fields.flatMap((field, index) => limitsOf(field, `fields.${index}`));

function limitsOf({ kind, label, maxWords, maxBytes, evidence }: FormField, path: string): Leaf[] {
  const words = leaf(`${path}.maxWords`, "words", maxWords, {
    id: `Batas kata bagian ${label.id} (0 = tanpa batas)`,
    en: `Word limit of ${label.en} (0 = no limit)`,
  });
  const bytes = leaf(`${path}.maxBytes`, "bytes", maxBytes, {
    id: `Ukuran berkas terbesar, ${label.id}`,
    en: `Largest file size, ${label.en}`,
  });
  const isText = kind === "longText" || kind === "shortText";
  return [...(isText ? [words] : []), ...(kind === "file" || kind === "statement" || evidence ? [bytes] : [])];
}

const rubricLeaves = (definition: Definition): Leaf[] =>
  definition.rubrics.flatMap(({ stage, readers, criteria }, index) => [
    leaf(`rubrics.${index}.readers`, "integer", readers, {
      id: `Jumlah penilai per proposal, tahap ${stageName(definition, stage).id}`,
      en: `Assessors per entry, stage ${stageName(definition, stage).en}`,
    }),
    ...criteria.map((criterion, at) => weightLeaf(definition, criterion, { stage, path: `rubrics.${index}.criteria.${at}` })),
  ]);

const weightLeaf = (definition: Definition, { name, weightBp }: Criterion, at: { stage: string; path: string }): Leaf =>
  leaf(`${at.path}.weightBp`, "basisPoints", weightBp, {
    id: `Bobot ${name.id}, tahap ${stageName(definition, at.stage).id}`,
    en: `Weight of ${name.en}, stage ${stageName(definition, at.stage).en}`,
  });

const listLeaves = (definition: Definition): Leaf[] =>
  definition.lists.flatMap(({ name, size, composition }, index) => [
    leaf(`lists.${index}.size`, "integer", size, { id: `Banyaknya ${name.id}`, en: `Size of ${name.en}` }),
    ...composition.map(({ stage, weightBp }, at) =>
      leaf(`lists.${index}.composition.${at}.weightBp`, "basisPoints", weightBp, {
        id: `Bobot tahap ${stageName(definition, stage).id} untuk ${name.id}`,
        en: `Weight of stage ${stageName(definition, stage).en} for ${name.en}`,
      }),
    ),
  ]);

const stageLeaves = ({ stages }: Definition): Leaf[] =>
  stages.flatMap(({ name, opensAt, closesAt }, index) => [
    leaf(`stages.${index}.opensAt`, "instant", opensAt, { id: `${name.id} dimulai`, en: `${name.en} opens` }),
    leaf(`stages.${index}.closesAt`, "instant", closesAt, { id: `${name.id} berakhir`, en: `${name.en} closes` }),
  ]);

function interviewLeaves({ interview }: Definition): Leaf[] {
  if (!interview) return [];
  const { presentationMinutes, questionMinutes, perDay, confirmHoursBefore } = interview;
  return [
    leaf("interview.presentationMinutes", "minutes", presentationMinutes, {
      id: "Lama paparan",
      en: "Length of the presentation",
    }),
    leaf("interview.questionMinutes", "minutes", questionMinutes, { id: "Lama wawancara", en: "Length of the questions" }),
    leaf("interview.perDay", "integer", perDay, {
      id: "Wawancara per panel dalam sehari",
      en: "Interviews of a panel in a day",
    }),
    leaf("interview.confirmHoursBefore", "hours", confirmHoursBefore, {
      id: "Batas konfirmasi sebelum wawancara",
      en: "Confirmation deadline before the interview",
    }),
  ];
}

const stageName = ({ stages }: Definition, key: string): Words =>
  stages.find((stage) => stage.key === key)?.name ?? { id: key, en: key };
