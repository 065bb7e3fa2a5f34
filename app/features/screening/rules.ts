import type { Definition, Stage } from "#app/features/competitions/definition/types.ts";
import { categoryOf, fieldsFor, groupOf, isFileQuestion, stagesOfKind } from "#app/features/competitions/rules.ts";
import { ageInMonths } from "#app/features/proposals/rules.ts";
import { closeDayOf, completeness } from "#app/features/proposals/submission/rules.ts";
import type { Reach, SubmittedContent } from "#app/features/proposals/types.ts";
import type { Check, CheckKey, ChecklistItem, Outcome, QueueState } from "#app/features/screening/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** What is checked of a submitted version. */
export type ScreenedContent = Pick<
  SubmittedContent,
  "title" | "groupKey" | "categoryKey" | "startedOn" | "unit" | "innovator" | "answers" | "attachments" | "submittedAt"
>;

/** Reaches of entries in each state of the queue; what has moved on has passed. */
export const reachesOf: Record<QueueState, Reach[]> = {
  undecided: ["submitted"],
  passed: ["passed", "finalist", "winner"],
  failed: ["failed"],
};

export function queueStateOf(reach: Reach): QueueState {
  if (reach === "submitted") return "undecided";
  return reach === "failed" ? "failed" : "passed";
}

/** The stage in which eligibility is decided. Throws `screening.noStage` (409) for an edition without one. */
export function screeningStage(definition: Definition): Stage {
  const stage = stagesOfKind(definition, "screening")[0];
  if (!stage) throw new DomainError("screening.noStage", { kind: "conflict" });
  return stage;
}

/** The checks of a group. Statement letters are looked at only where the form demands files. */
export function checkKeysFor(definition: Definition, groupKey: string): CheckKey[] {
  const letters = lettersOf(definition, groupKey).length > 0;
  return ["age", "completeness", ...(letters ? ["statementLetters" as const] : []), "title", "category"];
}

/**
 * The screener's checklist with what the machine can already say: months of age against the group's least, gaps of the form,
 * files demanded and missing, the same title elsewhere in the edition (`sameTitle`: printed numbers). Grounds of failing as
 * published for 2017 and 2018.
 */
export function checklistFor(
  definition: Definition,
  content: ScreenedContent,
  elsewhere: { sameTitle: readonly string[] } = { sameTitle: [] },
): ChecklistItem[] {
  const items: Record<CheckKey, () => ChecklistItem> = {
    age: () => ageItem(definition, content),
    completeness: () => completenessItem(definition, content),
    statementLetters: () => lettersItem(definition, content),
    title: () => titleItem(elsewhere.sameTitle),
    category: () => categoryItem(definition, content),
  };
  return checkKeysFor(definition, content.groupKey).map((key) => items[key]());
}

function ageItem(definition: Definition, content: ScreenedContent): ChecklistItem {
  const minimum = groupOf(definition, content.groupKey).minimumAgeMonths;
  const closeDay = closeDayOf(definition);
  if (minimum === null || closeDay === null) return { key: "age", state: "look", hint: "ageUnknown", params: {} };
  const months = ageInMonths(content.startedOn, closeDay);
  const params = { months, minimum };
  return months >= minimum
    ? { key: "age", state: "ok", hint: "ageEnough", params }
    : { key: "age", state: "attention", hint: "ageShort", params };
}

function completenessItem(definition: Definition, content: ScreenedContent): ChecklistItem {
  const { title, groupKey, categoryKey, unit, innovator, startedOn } = content;
  const items = completeness(definition, {
    identity: { title, groupKey, categoryKey, unit, innovator, startedOn },
    answers: Object.entries(content.answers).map(([fieldKey, answer]) => ({ fieldKey, ...answer })),
    attachments: content.attachments.map((file) => ({ ...file, uploadedAt: content.submittedAt })),
  });
  const count = items.filter(({ state }) => state !== "complete" && state !== "empty").length;
  return count === 0
    ? { key: "completeness", state: "ok", hint: "complete", params: {} }
    : { key: "completeness", state: "attention", hint: "incomplete", params: { count } };
}

function lettersItem(definition: Definition, content: ScreenedContent): ChecklistItem {
  const there = new Set(content.attachments.map((attachment) => attachment.fieldKey));
  const letters = lettersOf(definition, content.groupKey);
  const missing = letters.filter((field) => !there.has(field.key)).length;
  return missing === 0
    ? { key: "statementLetters", state: "ok", hint: "lettersThere", params: { count: letters.length } }
    : { key: "statementLetters", state: "attention", hint: "lettersMissing", params: { count: missing } };
}

function titleItem(sameTitle: readonly string[]): ChecklistItem {
  return sameTitle.length === 0
    ? { key: "title", state: "ok", hint: "titleUnique", params: {} }
    : { key: "title", state: "attention", hint: "titleRepeated", params: { numbers: sameTitle.join(", ") } };
}

function categoryItem(definition: Definition, content: ScreenedContent): ChecklistItem {
  const { name } = categoryOf(definition, content.categoryKey);
  return { key: "category", state: "look", hint: "categoryLook", params: { category: name } };
}

const lettersOf = (definition: Definition, groupKey: string) =>
  fieldsFor(definition, groupKey).filter((field) => isFileQuestion(field) && field.required);

/** Shortest reason that tells an agency anything, in letters. */
export const shortestReason = 20;

/**
 * Whether a decision hangs together. Refuses a check left open (`screening.checksMissing`), a pass with a failed check
 * (`screening.passedWithFault`), a failure without one (`screening.failedWithoutFault`) or without a reason of at least 20
 * letters for the agency (`screening.reasonMissing`).
 */
export function checkDecision(
  expected: readonly CheckKey[],
  decision: { outcome: Outcome; checks: readonly Check[]; reason: string },
): void {
  const found = new Map(decision.checks.map((check) => [check.key, check]));
  const open = expected.filter((key) => !found.has(key)).length;
  if (open > 0) throw new DomainError("screening.checksMissing", { params: { count: open } });
  const faulty = decision.checks.some((check) => !check.passed);
  if (decision.outcome === "passed" && faulty) throw new DomainError("screening.passedWithFault");
  if (decision.outcome === "failed" && !faulty) throw new DomainError("screening.failedWithoutFault");
  if (decision.outcome === "failed" && decision.reason.trim().length < shortestReason) {
    throw new DomainError("screening.reasonMissing", { params: { minimum: shortestReason } });
  }
}
