import type { Definition } from "#app/features/competitions/definition/types.ts";
import { groupOf, registrationStage } from "#app/features/competitions/rules.ts";
import { standingFaults } from "#app/features/proposals/eligibility/rules.ts";
import type { Standing } from "#app/features/proposals/eligibility/types.ts";
import { scanFault } from "#app/features/proposals/attachments/rules.ts";
import { askedFields, identitySection, sectionKeyOf, stateOf } from "#app/features/proposals/form/rules.ts";
import { isDay } from "#app/features/proposals/form/values/rules.ts";
import { ageInMonths } from "#app/features/proposals/rules.ts";
import type { Draft, SubmissionFault } from "#app/features/proposals/submission/types.ts";
import type { CompletenessItem, Identity, ItemState } from "#app/features/proposals/types.ts";
import type { Json } from "#app/lib/canonical.ts";
import { DomainError } from "#app/lib/errors.ts";
import { dayOfInstant } from "#app/lib/zones.ts";

/** How every part of a draft stands, in the order of the form: identity first, then each question asked of the group. */
export function completeness(definition: Definition, draft: Draft): CompletenessItem[] {
  const values = Object.fromEntries(draft.answers.map((answer) => [answer.fieldKey, answer.value]));
  const given = new Map(draft.answers.map((answer) => [answer.fieldKey, answer]));
  const files = new Set(draft.attachments.map((file) => file.fieldKey));
  const questions = askedFields(definition, draft.identity.groupKey, values).map((field) => {
    const { value, words } = given.get(field.key) ?? { value: "", words: 0 };
    const isText = field.kind === "longText" || field.kind === "shortText";
    return {
      key: field.key,
      section: sectionKeyOf(field),
      label: field.label,
      state: stateOf(field, { value, words, hasFile: files.has(field.key) }),
      words: isText ? words : null,
      limit: isText ? field.maxWords || null : null,
    };
  });
  return [...identityItems(draft.identity), ...questions];
}

const identityKeys = ["title", "categoryKey", "startedOn", "unit", "innovator"] as const;

function identityItems(identity: Identity): CompletenessItem[] {
  return identityKeys.map((key) => ({
    key,
    section: identitySection,
    label: null,
    state: identityState(key, identity[key] ?? ""),
    words: null,
    limit: null,
  }));
}

function identityState(key: string, value: string): ItemState {
  if (value.trim() === "") return "missing";
  return key === "startedOn" && !isDay(value) ? "invalid" : "complete";
}

/** What the form itself still lacks: required answers, words over the limit, unreadable values, the age of the innovation. */
export function contentFaults(definition: Definition, draft: Draft): SubmissionFault[] {
  const items = completeness(definition, draft).flatMap((item) => itemFault(item));
  return [...items, ...fileFaults(definition, draft), ...ageFaults(definition, draft.identity)];
}

function itemFault({ key, state, section, label, words, limit }: CompletenessItem): SubmissionFault[] {
  const place = { section, field: key };
  if (label === null) return state === "complete" ? [] : [{ code: `proposals.identity.${key}`, params: {}, ...place }];
  if (state === "missing") return [{ code: "proposals.fieldMissing", params: { label }, ...place }];
  if (state === "invalid") return [{ code: "proposals.fieldInvalid", params: { label }, ...place }];
  if (state === "over") return [{ code: "proposals.fieldOver", params: { label, over: (words ?? 0) - (limit ?? 0) }, ...place }];
  return [];
}

/** Files a virus scanner has not seen yet, or in which it found something. */
function fileFaults(definition: Definition, draft: Draft): SubmissionFault[] {
  return draft.attachments.flatMap(({ fieldKey, scan = "none" }) => {
    const code = scanFault(scan);
    const field = definition.fields.find(({ key }) => key === fieldKey);
    return code && field ? [{ code, params: { label: field.label }, section: sectionKeyOf(field), field: fieldKey }] : [];
  });
}

/** Day on which registration closes in the edition's zone: a window that ends at 00:00 closes on the day before. */
export function closeDayOf(definition: Definition): string | null {
  const { closesAt } = registrationStage(definition);
  return closesAt === null ? null : dayOfInstant(definition.zone, closesAt - 1);
}

/** Age rule of the group, counted back from the close of registration to the start of implementation (KIPP 2021 guideline). */
function ageFaults(definition: Definition, identity: Identity): SubmissionFault[] {
  const group = groupOf(definition, identity.groupKey);
  const closeDay = closeDayOf(definition);
  if (!group.minimumAgeMonths || !closeDay || !identity.startedOn || !isDay(identity.startedOn)) return [];
  const months = Math.max(0, ageInMonths(identity.startedOn, closeDay));
  if (months >= group.minimumAgeMonths) return [];
  const closing = { at: (registrationStage(definition).closesAt ?? 0) - 60_000, zone: definition.zone };
  const params = { months, group: group.name, needed: group.minimumAgeMonths, closing };
  return [{ code: "proposals.tooYoung", params, section: identitySection, field: "startedOn" }];
}

/** Everything that keeps a draft from being submitted: its content, and its agency's titles, quotas, invitations and earlier awards. */
export const submissionFaults = (definition: Definition, draft: Draft, standing: Standing): SubmissionFault[] => [
  ...contentFaults(definition, draft),
  ...standingFaults(definition, draft.identity, standing),
];

/** Refuses with the first fault (422); the editor lists them all. */
export function refuseFaults(faults: readonly SubmissionFault[]): void {
  const [first] = faults;
  if (first) throw new DomainError(first.code, { params: first.params });
}

export type Frozen = {
  edition: string;
  number: string;
  version: number;
  submittedAt: number;
  agency: { code: string; name: string };
};

/**
 * What is kept of a submission and hashed for its receipt: identity, the answers to the questions asked, and the files by
 * their own SHA-256. Answers and files of questions no longer asked are left out.
 */
export function canonicalContent(definition: Definition, draft: Draft, frozen: Frozen): Json {
  const values = Object.fromEntries(draft.answers.map((answer) => [answer.fieldKey, answer.value]));
  const asked = new Set(askedFields(definition, draft.identity.groupKey, values).map((field) => field.key));
  const answers = draft.answers.filter((answer) => asked.has(answer.fieldKey) && answer.value !== "");
  const files = draft.attachments.filter((file) => asked.has(file.fieldKey));
  const { title, groupKey, categoryKey, startedOn, unit, innovator } = draft.identity;
  return {
    format: "anugerah/proposal/1",
    ...frozen,
    ...{ title, groupKey, categoryKey, startedOn, unit, innovator },
    answers: Object.fromEntries(answers.map(({ fieldKey, value, words }) => [fieldKey, { value, words }])),
    attachments: files.map(({ id, fieldKey, fileName, bytes, sha256 }) => ({ id, fieldKey, fileName, bytes, sha256 })),
  };
}
