import { agencyKinds } from "#app/features/agencies/types.ts";
import { fault, noneFault } from "#app/features/competitions/definition/faults/rules.ts";
import type { Fault } from "#app/features/competitions/definition/faults/types.ts";
import type { Definition, FormField } from "#app/features/competitions/definition/types.ts";

/** No key twice among things that are named by it, and at least one of everything an edition cannot do without. */
export const checkKeys = (definition: Definition): Fault[] => [
  ...(["groups", "categories", "fields", "lists", "stages"] as const).flatMap((part) => keysTwice(definition[part], part)),
  ...(["exclusions", "sections"] as const).flatMap((part) => keysTwice(definition[part], part)),
  ...definition.fields.flatMap(({ options }, index) => keysTwice(options, `fields.${index}.options`)),
  ...definition.fields.flatMap(({ columns }, index) => keysTwice(columns, `fields.${index}.columns`)),
  ...keysTwice(definition.screening.requirements, "screening.requirements"),
  ...keysTwice(definition.screening.reasons, "screening.reasons"),
  ...definition.rubrics.flatMap(({ criteria }, index) => keysTwice(criteria, `rubrics.${index}.criteria`)),
  ...(["groups", "categories", "fields", "lists", "stages", "agencyKinds"] as const)
    .filter((part) => definition[part].length === 0)
    .map((part) => noneFault(part, part)),
];

const keysTwice = (items: readonly { key: string }[], path: string): Fault[] =>
  items.flatMap(({ key }, index) =>
    items.findIndex((item) => item.key === key) < index ? [fault(`${path}.${index}.key`, "keyTwice", { key })] : [],
  );

/** Kinds of agency are those of the registry, and SDG goals are numbered 1 to 17 (UN General Assembly 70/1). */
export const checkGroups = ({ agencyKinds: kinds, categories, objections }: Definition): Fault[] => [
  ...kinds.flatMap((kind, index) =>
    (agencyKinds as readonly string[]).includes(kind) ? [] : [fault(`agencyKinds.${index}`, "agencyKindUnknown", { kind })],
  ),
  ...categories.flatMap(({ name, sdgs }, index) =>
    sdgs
      .filter((goal) => goal < 1 || goal > 17)
      .map((goal) => fault(`categories.${index}.sdgs`, "sdgUnknown", { goal, category: name })),
  ),
  ...(objections.windowDays === 0 ? [fault("objections.windowDays", "windowDaysZero")] : []),
];

/** Questions: groups and pages that exist, enough to choose from, limits that can be met, and conditions on an earlier choice. */
export const checkForm = (definition: Definition): Fault[] =>
  definition.fields.flatMap((field, index) => [
    ...groupFaults(definition, field, index),
    ...sectionFaults(definition, field, index),
    ...limitFaults(field, index),
    ...rowsFaults(field, index),
    ...templateFaults(field, index),
    ...conditionFaults(definition, field, index),
  ]);

const groupFaults = ({ groups }: Definition, field: FormField, index: number): Fault[] =>
  field.groups
    .filter((key) => !groups.some((group) => group.key === key))
    .map((key) => fault(`fields.${index}.groups`, "groupUnknown", { key, name: field.label }));

const sectionFaults = ({ sections }: Definition, { section, label }: FormField, index: number): Fault[] =>
  section === null || sections.some(({ key }) => key === section)
    ? []
    : [fault(`fields.${index}.section`, "sectionUnknown", { key: section, name: label })];

function rowsFaults({ kind, label, columns, minRows, maxRows }: FormField, index: number): Fault[] {
  if (kind !== "rows") return columns.length > 0 ? [fault(`fields.${index}.columns`, "columnsIdle", { name: label })] : [];
  return [
    ...(columns.length === 0 ? [fault(`fields.${index}.columns`, "columnsNone", { name: label })] : []),
    ...(maxRows > 0 && minRows > maxRows ? [fault(`fields.${index}.maxRows`, "rowsCrossed", { name: label, least: minRows, most: maxRows })] : []),
  ];
}

/** What a letter to sign may be handed out as. */
const templateTypes: readonly string[] = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
];

function templateFaults({ kind, label, template }: FormField, index: number): Fault[] {
  if (!template) return [];
  if (kind !== "statement") return [fault(`fields.${index}.template`, "templateIdle", { name: label })];
  const isUsable = template.bytes > 0 && templateTypes.includes(template.contentType);
  return isUsable ? [] : [fault(`fields.${index}.template`, "templateWrong", { name: label })];
}

function limitFaults({ kind, label, options, maxBytes, min, max }: FormField, index: number): Fault[] {
  const isChoice = kind === "choice" || kind === "multiChoice";
  return [
    ...(isChoice && options.length < 2 ? [fault(`fields.${index}.options`, "optionsTooFew", { name: label })] : []),
    ...(min !== null && max !== null && min >= max ? [fault(`fields.${index}.max`, "boundsCrossed", { name: label })] : []),
    ...(maxBytes === 0 ? [fault(`fields.${index}.maxBytes`, "sizeZero", { name: label })] : []),
  ];
}

function conditionFaults({ fields }: Definition, { when, label, groups: own }: FormField, index: number): Fault[] {
  if (!when) return [];
  const asked = fields.slice(0, index).find(({ key }) => key === when.field);
  const known = asked?.options.some(({ key }) => key === when.option) ?? false;
  if (!asked || !known) return [fault(`fields.${index}.when`, "whenUnknown", { name: label, field: when.field, option: when.option })];
  const isReached = asked.groups.length === 0 || own.length === 0 || own.some((key) => asked.groups.includes(key));
  return isReached ? [] : [fault(`fields.${index}.when`, "whenOtherGroup", { name: label, field: asked.label })];
}
