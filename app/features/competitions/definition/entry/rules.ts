import { agencyKinds } from "#app/features/agencies/types.ts";
import { fault, noneFault } from "#app/features/competitions/definition/faults/rules.ts";
import type { Definition, Fault, FormField } from "#app/features/competitions/definition/types.ts";

/** No key twice among things that are named by it, and at least one of everything an edition cannot do without. */
export const checkKeys = (definition: Definition): Fault[] => [
  ...(["groups", "categories", "fields", "lists", "stages"] as const).flatMap((part) => keysTwice(definition[part], part)),
  ...definition.fields.flatMap(({ options }, index) => keysTwice(options, `fields.${index}.options`)),
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

/** Questions: groups that exist, enough to choose from, limits that can be met, and conditions on an earlier choice. */
export const checkForm = (definition: Definition): Fault[] =>
  definition.fields.flatMap((field, index) => [
    ...groupFaults(definition, field, index),
    ...limitFaults(field, index),
    ...conditionFaults(definition, field, index),
  ]);

const groupFaults = ({ groups }: Definition, field: FormField, index: number): Fault[] =>
  field.groups
    .filter((key) => !groups.some((group) => group.key === key))
    .map((key) => fault(`fields.${index}.groups`, "groupUnknown", { key, name: field.label }));

function limitFaults({ kind, label, options, maxBytes, min, max }: FormField, index: number): Fault[] {
  const isChoice = kind === "choice" || kind === "multiChoice";
  return [
    ...(isChoice && options.length < 2 ? [fault(`fields.${index}.options`, "optionsTooFew", { name: label })] : []),
    ...(min !== null && max !== null && min >= max ? [fault(`fields.${index}.max`, "boundsCrossed", { name: label })] : []),
    ...(maxBytes === 0 ? [fault(`fields.${index}.maxBytes`, "sizeZero", { name: label })] : []),
  ];
}

function conditionFaults({ fields }: Definition, { when, label }: FormField, index: number): Fault[] {
  if (!when) return [];
  const asked = fields.slice(0, index).find(({ key }) => key === when.field);
  const known = asked?.options.some(({ key }) => key === when.option) ?? false;
  return known ? [] : [fault(`fields.${index}.when`, "whenUnknown", { name: label, field: when.field, option: when.option })];
}
