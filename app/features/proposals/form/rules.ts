import type { Definition, FormField, Words } from "#app/features/competitions/definition/types.ts";
import { fieldsFor } from "#app/features/competitions/rules.ts";
import type { Identity, ItemState } from "#app/features/proposals/types.ts";
import { DomainError, type FieldFault, InvalidInput } from "#app/lib/errors.ts";

/** Text of every answer by field key. */
export type Values = Readonly<Record<string, string>>;

export type Section<F extends FormField> = { key: string; label: Words | null; fields: F[] };

/** Sections that the form has whatever the edition asks. A question may bear the same key, so its section is set apart. */
export const identitySection = "identity";
export const detailsSection = "details";
export const filesSection = "files";
const reserved: readonly string[] = [identitySection, detailsSection, filesSection];

/**
 * The questions asked of a group, given what was answered: those for the group or for all, and a follow-up only when the
 * question it hangs on is asked and holds its option.
 */
export function askedFields(definition: Definition, groupKey: string, values: Values): FormField[] {
  const inGroup = fieldsFor(definition, groupKey);
  const byKey = new Map(inGroup.map((field) => [field.key, field]));
  const isAsked = (field: FormField, depth: number): boolean => {
    if (!field.when) return true;
    const parent = byKey.get(field.when.field);
    return depth > 0 && parent !== undefined && isAsked(parent, depth - 1) && chosen(values[parent.key]).includes(field.when.option);
  };
  return inGroup.filter((field) => isAsked(field, inGroup.length));
}

/** The options an answer to a choice holds: one key, or a JSON list of keys. */
export function chosen(value: string | undefined): string[] {
  if (!value) return [];
  if (!value.startsWith("[")) return [value];
  const parsed = parseJson(value);
  return Array.isArray(parsed) ? parsed.filter((item): item is string => typeof item === "string") : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The section of a question: every long text its own paper, short questions together, files together. */
export function sectionKeyOf(field: FormField): string {
  if (field.kind === "file") return filesSection;
  if (field.kind !== "longText") return detailsSection;
  return reserved.includes(field.key) ? `q-${field.key}` : field.key;
}

/** Sections after the identity, in the order of the form; the two collected ones, which have no name of their own, stand last. */
export function sectionsOf<F extends FormField>(fields: readonly F[]): Section<F>[] {
  const long = fields
    .filter((field) => field.kind === "longText")
    .map((field) => ({ key: sectionKeyOf(field), label: field.label, fields: [field] }));
  const collected = [detailsSection, filesSection].map((key) => ({
    key,
    label: null,
    fields: fields.filter((field) => sectionKeyOf(field) === key),
  }));
  return [...long, ...collected.filter((section) => section.fields.length > 0)];
}

/** A number as people write it here: `84`, `84,5` or `84.5`; null when it is none. */
export function numberOf(value: string): number | null {
  const text = value.trim().replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** A day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

type Given = { value: string; words: number; hasFile: boolean };

/** How an answer stands against its question. A draft keeps whatever was typed; only a complete form can be submitted. */
export function stateOf(field: FormField, given: Given): ItemState {
  const absent = field.required ? "missing" : "empty";
  if (field.kind === "file") return given.hasFile ? "complete" : absent;
  if (given.value.trim() === "" || chosenNothing(field, given.value)) return absent;
  if (field.kind === "longText" || field.kind === "shortText") return textState(field, given.words, absent);
  return isReadable(field, given.value) ? "complete" : "invalid";
}

const chosenNothing = (field: FormField, value: string): boolean =>
  field.kind === "multiChoice" && chosen(value).length === 0;

/** Word limits are hard; 0 or unknown = none. Signs without a word are no answer. */
function textState(field: FormField, words: number, absent: ItemState): ItemState {
  if (words === 0) return absent;
  return field.maxWords && words > field.maxWords ? "over" : "complete";
}

function isReadable(field: FormField, value: string): boolean {
  switch (field.kind) {
    case "number":
      return isWithin(numberOf(value), field);
    case "date":
      return isDay(value);
    case "url":
      return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(value.trim());
    default:
      return chosen(value).every((key) => field.options.some((option) => option.key === key));
  }
}

const isWithin = (value: number | null, field: FormField): boolean =>
  value !== null && (field.min === null || value >= field.min) && (field.max === null || value <= field.max);

/** Whether one PDF may stand at the question: the answer itself, or evidence beside it. */
export const takesFile = (field: FormField): boolean => field.kind === "file" || field.evidence;

/** Longest text of one answer, in characters: far beyond any word limit, short enough for one row. */
export const longestAnswer = 60_000;

/**
 * Typed answers to questions of the group, with one kind of line end so that equal texts are equal bytes. Refuses unknown
 * questions and texts beyond `longestAnswer` (422); whether a follow-up is asked now does not matter to a draft.
 */
export function readAnswers(definition: Definition, groupKey: string, answers: Record<string, string>): [string, string][] {
  const questions = fieldsFor(definition, groupKey).filter((field) => field.kind !== "file");
  const known = new Set(questions.map((field) => field.key));
  const typed = Object.entries(answers).map(([key, value]): [string, string] => [key, value.replaceAll("\r\n", "\n")]);
  const faults = typed.flatMap(([path, value]): FieldFault[] => {
    if (!known.has(path)) return [{ path, code: "unknownField", params: {} }];
    return value.length > longestAnswer ? [{ path, code: "tooLong", params: { maximum: longestAnswer } }] : [];
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  return typed;
}

/** The refusal that keeps two people from overwriting one another: both texts are shown, one is chosen. */
export function staleAnswer(definition: Definition, fieldKey: string): DomainError {
  const label = definition.fields.find((field) => field.key === fieldKey)?.label ?? { id: fieldKey, en: fieldKey };
  return new DomainError("proposals.staleAnswer", { kind: "conflict", params: { label } });
}

/** Whether entries of the group come by invitation; an unknown group does not. */
export const isByInvitation = (definition: Definition, groupKey: string): boolean =>
  definition.groups.find((group) => group.key === groupKey)?.byInvitation ?? false;

/** Refuses a group or category the edition does not have (422, beside the field). */
export function checkPlaces(definition: Definition, input: Pick<Identity, "groupKey" | "categoryKey">): void {
  const faults: FieldFault[] = [];
  if (!definition.groups.some(({ key }) => key === input.groupKey)) faults.push(notAChoice("groupKey"));
  if (!definition.categories.some(({ key }) => key === input.categoryKey)) faults.push(notAChoice("categoryKey"));
  if (faults.length > 0) throw new InvalidInput(faults);
}

const notAChoice = (path: string): FieldFault => ({ path, code: "notAChoice", params: {} });

/** How one section of the editor stands, from the states of its parts: the worst thing first, then how far it is. */
export type SectionState = "complete" | "over" | "invalid" | "partial" | "missing";

export function sectionState(states: readonly ItemState[]): SectionState {
  if (states.includes("over")) return "over";
  if (states.includes("invalid")) return "invalid";
  if (!states.includes("missing")) return "complete";
  return states.includes("complete") ? "partial" : "missing";
}

/** An answer in words: text as it stands, options by their names. */
export function answerWords(field: FormField, value: string): Words {
  if (field.kind !== "choice" && field.kind !== "multiChoice") return { id: value, en: value };
  const names = chosen(value).flatMap((key) => field.options.find((option) => option.key === key)?.name ?? []);
  const joined = (locale: keyof Words): string => names.map((name) => name[locale] || name.id).join(", ");
  return { id: joined("id"), en: joined("en") };
}

const basePrefix = "base:";
export const baseName = (fieldKey: string): string => `${basePrefix}${fieldKey}`;

/**
 * Answers and the revisions they are based on, as the form of a section sends them. Every question on the page sends its
 * revision, so that a list of choices of which none is left is an answer too; several choices become a JSON list.
 */
export function readSectionForm(entries: readonly (readonly [string, unknown])[]): {
  answers: Record<string, string>;
  bases: Record<string, number>;
} {
  const answers: Record<string, string> = {};
  const bases: Record<string, number> = {};
  for (const [name, base] of entries) {
    if (!name.startsWith(basePrefix)) continue;
    const key = name.slice(basePrefix.length);
    const given = entries.flatMap(([other, value]) => (other === key && typeof value === "string" ? [value] : []));
    const several = entries.some(([other]) => other === `several:${key}`);
    answers[key] = several ? JSON.stringify(given) : (given[0] ?? "");
    bases[key] = Number(base) || 0;
  }
  return { answers, bases };
}
