import type { Definition, Requirement } from "#app/features/competitions/definition/types.ts";
import { categoryOf, fieldsFor, groupOf, isFileQuestion } from "#app/features/competitions/rules.ts";
import { ageInMonths } from "#app/features/proposals/rules.ts";
import { closeDayOf, completeness } from "#app/features/proposals/submission/rules.ts";
import type { SubmittedContent } from "#app/features/proposals/types.ts";
import type { CheckKey, ChecklistItem, MachineHint, PlainCheck } from "#app/features/screening/types.ts";

/** What is checked of a submitted version. */
export type ScreenedContent = Pick<
  SubmittedContent,
  "title" | "groupKey" | "categoryKey" | "startedOn" | "unit" | "innovator" | "answers" | "attachments" | "submittedAt"
>;

/** What is known of other texts: printed numbers of entries with the same title or with alike text, earlier awards by name. */
export type Elsewhere = { sameTitle: readonly string[]; alike?: readonly string[]; awards?: readonly string[] };

/** Requirements the edition asks of a group; statement letters only where its form demands files. */
function requirementsFor(definition: Definition, groupKey: string): Requirement[] {
  const letters = lettersOf(definition, groupKey).length > 0;
  return definition.screening.requirements.filter(
    ({ groups, hint }) => (groups.length === 0 || groups.includes(groupKey)) && (hint !== "statementLetters" || letters),
  );
}

/** The checks of a group: the edition's requirements, or the product's five where it names none. */
export function checkKeysFor(definition: Definition, groupKey: string): CheckKey[] {
  if (definition.screening.requirements.length > 0) return requirementsFor(definition, groupKey).map(({ key }) => key);
  return plainChecksFor(definition, groupKey);
}

function plainChecksFor(definition: Definition, groupKey: string): PlainCheck[] {
  const letters = lettersOf(definition, groupKey).length > 0;
  return ["age", "completeness", ...(letters ? ["statementLetters" as const] : []), "title", "category"];
}

/**
 * The screener's checklist with what the machine can already say: months of age against the group's least, gaps of the form,
 * files demanded and missing, the same title elsewhere in the edition, earlier awards and alike texts. Grounds of failing as
 * published for 2017 and 2018.
 */
export function checklistFor(definition: Definition, content: ScreenedContent, elsewhere: Elsewhere = { sameTitle: [] }): ChecklistItem[] {
  const hintOf = (hint: Requirement["hint"]): MachineHint => hintFor(hint, { definition, content, elsewhere });
  if (definition.screening.requirements.length > 0) {
    return requirementsFor(definition, content.groupKey).map(({ key, name, help, fields, hint }) => {
      return { key, name, help: help.id === "" ? null : help, fields: fields.length > 0 ? fields : evidenceOf(definition, content, hint), ...hintOf(hint) };
    });
  }
  return plainChecksFor(definition, content.groupKey).map((key) => {
    return { key, name: null, help: null, fields: evidenceOf(definition, content, key), ...hintOf(key) };
  });
}

/** Where the evidence stands when the edition does not say: letters at their questions, elsewhere nothing in particular. */
const evidenceOf = (definition: Definition, content: ScreenedContent, hint: Requirement["hint"]): string[] =>
  hint === "statementLetters" ? lettersOf(definition, content.groupKey).map(({ key }) => key) : [];

type Screened = { definition: Definition; content: ScreenedContent; elsewhere: Elsewhere };

function hintFor(hint: Requirement["hint"], { definition, content, elsewhere }: Screened): MachineHint {
  const said: Record<NonNullable<Requirement["hint"]>, () => MachineHint> = {
    age: () => ageHint(definition, content),
    completeness: () => completenessHint(definition, content),
    statementLetters: () => lettersHint(definition, content),
    title: () => titleHint(elsewhere.sameTitle),
    category: () => categoryHint(definition, content),
    exclusions: () => awardsHint(elsewhere.awards),
    similarity: () => similarHint(elsewhere.alike),
  };
  return hint === null ? look : said[hint]();
}

const look: MachineHint = { state: "look", hint: "personLook", params: {} };

function ageHint(definition: Definition, content: ScreenedContent): MachineHint {
  const minimum = groupOf(definition, content.groupKey).minimumAgeMonths;
  const closeDay = closeDayOf(definition);
  if (minimum === null || closeDay === null) return { state: "look", hint: "ageUnknown", params: {} };
  const months = ageInMonths(content.startedOn, closeDay);
  const params = { months, minimum };
  return months >= minimum
    ? { state: "ok", hint: "ageEnough", params }
    : { state: "attention", hint: "ageShort", params };
}

function completenessHint(definition: Definition, content: ScreenedContent): MachineHint {
  const { title, groupKey, categoryKey, unit, innovator, startedOn } = content;
  const items = completeness(definition, {
    identity: { title, groupKey, categoryKey, unit, innovator, startedOn },
    answers: Object.entries(content.answers).map(([fieldKey, answer]) => ({ fieldKey, ...answer })),
    attachments: content.attachments.map((file) => ({ ...file, uploadedAt: content.submittedAt })),
  });
  const count = items.filter(({ state }) => state !== "complete" && state !== "empty").length;
  return count === 0
    ? { state: "ok", hint: "complete", params: {} }
    : { state: "attention", hint: "incomplete", params: { count } };
}

function lettersHint(definition: Definition, content: ScreenedContent): MachineHint {
  const there = new Set(content.attachments.map((attachment) => attachment.fieldKey));
  const letters = lettersOf(definition, content.groupKey);
  const missing = letters.filter((field) => !there.has(field.key)).length;
  return missing === 0
    ? { state: "ok", hint: "lettersThere", params: { count: letters.length } }
    : { state: "attention", hint: "lettersMissing", params: { count: missing } };
}

function titleHint(sameTitle: readonly string[]): MachineHint {
  return sameTitle.length === 0
    ? { state: "ok", hint: "titleUnique", params: {} }
    : { state: "attention", hint: "titleRepeated", params: { numbers: sameTitle.join(", ") } };
}

function categoryHint(definition: Definition, content: ScreenedContent): MachineHint {
  const { name } = categoryOf(definition, content.categoryKey);
  return { state: "look", hint: "categoryLook", params: { category: name } };
}

const lettersOf = (definition: Definition, groupKey: string) =>
  fieldsFor(definition, groupKey).filter((field) => isFileQuestion(field) && field.required);

/** Earlier awards found in the archive; undefined = nobody has looked. */
function awardsHint(awards: readonly string[] | undefined): MachineHint {
  if (awards === undefined) return look;
  if (awards.length === 0) return { state: "ok", hint: "awardsNone", params: {} };
  return { state: "attention", hint: "awardsFound", params: { awards: awards.join("; ") } };
}

/** Alike texts; undefined = not computed yet. */
function similarHint(alike: readonly string[] | undefined): MachineHint {
  if (alike === undefined) return look;
  if (alike.length === 0) return { state: "ok", hint: "similarNone", params: {} };
  return { state: "attention", hint: "similarFound", params: { others: alike.join("; ") } };
}
