import type { Definition, FormField, Section as NamedSection, Words } from "#app/features/competitions/definition/types.ts";
import { fieldsFor, isFileQuestion } from "#app/features/competitions/rules.ts";
import { rowsFromCells, rowsMark, rowsOf, rowsState, rowWords, storedRows } from "#app/features/proposals/form/rows/rules.ts";
import { chosen, isDay, isWebAddress, numberOf, videoOf } from "#app/features/proposals/form/values/rules.ts";
import type { Identity, ItemState } from "#app/features/proposals/types.ts";
import { cleanText } from "#app/lib/clean-text.ts";
import { type FieldFault, InvalidInput } from "#app/lib/errors.ts";

/** Text of every answer by field key. */
export type Values = Readonly<Record<string, string>>;

/** A page of the editor. `help` is the words of a named page; a long text on a page of its own brings its own. */
export type Section<F extends FormField> = { key: string; label: Words | null; help: Words | null; alone: boolean; fields: F[] };

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

/** Keys of named pages stand apart from those of questions: no key holds an underscore. */
const namedPrefix = "s_";

/** The page of a question: the named one it stands on; else every long text its own, short questions together, files together. */
export function sectionKeyOf(field: FormField): string {
  if (field.section !== null) return `${namedPrefix}${field.section}`;
  if (isFileQuestion(field)) return filesSection;
  if (field.kind !== "longText") return detailsSection;
  return reserved.includes(field.key) ? `q-${field.key}` : field.key;
}

/**
 * Pages after the identity, in the order in which their first question stands in the form; the two collected ones, which have no
 * name of their own, stand last. A page of which nothing is asked is left out.
 */
export function sectionsOf<F extends FormField>(fields: readonly F[], named: readonly NamedSection[] = []): Section<F>[] {
  const keys = [...new Set(fields.map((field) => sectionKeyOf(field)))];
  const collected = [detailsSection, filesSection].filter((key) => keys.includes(key));
  const ordered = [...keys.filter((key) => !collected.includes(key)), ...collected];
  return ordered.map((key) => sectionOf(key, fields.filter((field) => sectionKeyOf(field) === key), named));
}

function sectionOf<F extends FormField>(key: string, fields: F[], named: readonly NamedSection[]): Section<F> {
  const section = named.find((one) => `${namedPrefix}${one.key}` === key);
  if (section) return { key, label: section.name, help: section.help, alone: false, fields };
  const [only] = fields;
  const alone = key !== detailsSection && key !== filesSection;
  return { key, label: alone ? (only?.label ?? null) : null, help: null, alone, fields };
}

type Given = { value: string; words: number; hasFile: boolean };

/** How an answer stands against its question. A draft keeps whatever was typed; only a complete form can be submitted. */
export function stateOf(field: FormField, given: Given): ItemState {
  const absent = field.required ? "missing" : "empty";
  if (isFileQuestion(field)) return given.hasFile ? "complete" : absent;
  if (field.kind === "rows") return rowsState(field, given.value);
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
      return isWebAddress(value);
    case "video":
      return videoOf(value) !== null;
    default:
      return chosen(value).every((key) => field.options.some((option) => option.key === key));
  }
}

const isWithin = (value: number | null, field: FormField): boolean =>
  value !== null && (field.min === null || value >= field.min) && (field.max === null || value <= field.max);

/** Whether one PDF may stand at the question: the answer itself, or evidence beside it. */
export const takesFile = (field: FormField): boolean => isFileQuestion(field) || field.evidence;

/** Longest text of one answer, in characters: far beyond any word limit, short enough for one row. */
export const longestAnswer = 60_000;

/**
 * Typed answers to questions of the group, cleaned so that equal texts are equal bytes. Refuses unknown questions and texts
 * beyond `longestAnswer` (422); whether a follow-up is asked now does not matter to a draft.
 */
export function readAnswers(definition: Definition, groupKey: string, answers: Record<string, string>): [string, string][] {
  const questions = new Map(fieldsFor(definition, groupKey).map((field) => [field.key, field]));
  const faults: FieldFault[] = [];
  const typed = Object.entries(answers).flatMap(([path, text]): [string, string][] => {
    const field = questions.get(path);
    if (!field || isFileQuestion(field)) faults.push({ path, code: "unknownField", params: {} });
    else if (text.length > longestAnswer) faults.push({ path, code: "tooLong", params: { maximum: longestAnswer } });
    return field ? [[path, storedAnswer(field, text)]] : [];
  });
  if (faults.length > 0) throw new InvalidInput(faults);
  return typed;
}

/** An answer as it is kept: rows in their one form, as long as they can be read; anything else as cleaned text. */
function storedAnswer(field: FormField, text: string): string {
  const rows = field.kind === "rows" ? rowsOf(text) : null;
  return rows ? storedRows(field.columns, rows) : cleanText(text);
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

/** An answer in words: text as it stands, options by their names, rows one a line. */
export function answerWords(field: FormField, value: string): Words {
  if (field.kind === "rows") return rowWords(field.columns, value);
  if (field.kind !== "choice" && field.kind !== "multiChoice") return { id: value, en: value };
  const names = chosen(value).flatMap((key) => field.options.find((option) => option.key === key)?.name ?? []);
  const joined = (locale: keyof Words): string => names.map((name) => name[locale] || name.id).join(", ");
  return { id: joined("id"), en: joined("en") };
}

const basePrefix = "base:";
export const baseName = (fieldKey: string): string => `${basePrefix}${fieldKey}`;

/**
 * Answers and the revisions they are based on, as the form of a section sends them. Every question on the page sends its
 * revision, so that a list of choices of which none is left is an answer too; several choices become a JSON list, and so do rows.
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
    const isRows = entries.some(([other]) => other === rowsMark(key));
    answers[key] = isRows ? JSON.stringify(rowsFromCells(key, entries)) : several ? JSON.stringify(given) : (given[0] ?? "");
    bases[key] = Number(base) || 0;
  }
  return { answers, bases };
}
