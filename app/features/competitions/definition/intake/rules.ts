import { fault } from "#app/features/competitions/definition/faults/rules.ts";
import type { Fault } from "#app/features/competitions/definition/faults/types.ts";
import type { Definition, Exclusion, Quota, Reminder, Requirement, StageKind } from "#app/features/competitions/definition/types.ts";

/** Quotas: of kinds that are invited and groups that count, each said once. */
export const checkQuotas = (definition: Definition): Fault[] =>
  definition.quotas.flatMap((quota, index) => quotaFaults(definition, quota, index));

function quotaFaults({ groups, agencyKinds, quotas }: Definition, quota: Quota, index: number): Fault[] {
  const group = groups.find(({ key }) => key === quota.group);
  const isSecond = quotas.findIndex((other) => other.group === quota.group && other.agencyKind === quota.agencyKind) < index;
  return [
    ...(quota.group !== null && !group ? [fault(`quotas.${index}.group`, "quotaGroupUnknown", { key: quota.group })] : []),
    ...(group?.byInvitation ? [fault(`quotas.${index}.group`, "quotaInvited", { group: group.name })] : []),
    ...(agencyKinds.includes(quota.agencyKind) ? [] : [fault(`quotas.${index}.agencyKind`, "quotaKindUninvited", { kind: quota.agencyKind })]),
    ...(isSecond ? [fault(`quotas.${index}`, "quotaTwice", { kind: quota.agencyKind })] : []),
  ];
}

/** Earlier awards that keep out: of groups that exist, from a year to the same or a later one. */
export const checkExclusions = (definition: Definition): Fault[] =>
  definition.exclusions.flatMap((exclusion, index) => exclusionFaults(definition, exclusion, index));

function exclusionFaults({ groups }: Definition, exclusion: Exclusion, index: number): Fault[] {
  const { reason, fromYear, toYear } = exclusion;
  const crossed = fromYear !== null && toYear !== null && fromYear > toYear;
  return [
    ...exclusion.groups
      .filter((key) => !groups.some((group) => group.key === key))
      .map((key) => fault(`exclusions.${index}.groups`, "groupUnknown", { key, name: reason })),
    ...(crossed ? [fault(`exclusions.${index}.toYear`, "exclusionYears", { from: String(fromYear), to: String(toYear) })] : []),
  ];
}

/** The screener's checklist: groups and questions that exist; corrections and appeals with the days they need. */
export const checkScreening = (definition: Definition): Fault[] => {
  const { requirements, corrections, appealDays, appealDecisionDays } = definition.screening;
  return [
    ...requirements.flatMap((requirement, index) => requirementFaults(definition, requirement, index)),
    ...(corrections.times > 0 && corrections.days === 0 ? [fault("screening.corrections.days", "correctionDaysZero")] : []),
    ...(appealDays > 0 && appealDecisionDays === 0 ? [fault("screening.appealDecisionDays", "appealDecisionZero")] : []),
  ];
};

function requirementFaults({ groups, fields }: Definition, requirement: Requirement, index: number): Fault[] {
  const { name } = requirement;
  const path = `screening.requirements.${index}`;
  return [
    ...requirement.groups
      .filter((key) => !groups.some((group) => group.key === key))
      .map((key) => fault(`${path}.groups`, "groupUnknown", { key, name })),
    ...requirement.fields
      .filter((key) => !fields.some((field) => field.key === key))
      .map((key) => fault(`${path}.fields`, "requirementFieldUnknown", { key, name })),
  ];
}

/** Whom a reminder before the close of a stage can reach: those who then have something to finish. */
const audiences: Record<Reminder["to"], readonly StageKind[]> = {
  writers: ["registration"],
  admins: ["registration", "screening", "interview"],
  screeners: ["screening"],
  assessors: ["desk", "interview", "visit"],
};

export const checkReminders = ({ stages, reminders }: Definition): Fault[] =>
  reminders.flatMap((reminder, index) => {
    const stage = stages.find(({ key }) => key === reminder.stage);
    if (!stage) return [fault(`reminders.${index}.stage`, "reminderStageUnknown", { key: reminder.stage })];
    const isSecond = reminders.findIndex((other) => isSameReminder(other, reminder)) < index;
    return [
      ...(audiences[reminder.to].includes(stage.kind) ? [] : [fault(`reminders.${index}.to`, "reminderAudience", { stage: stage.name })]),
      ...(reminder.hoursBefore === 0 ? [fault(`reminders.${index}.hoursBefore`, "reminderLate", { stage: stage.name })] : []),
      ...(isSecond ? [fault(`reminders.${index}`, "reminderTwice", { stage: stage.name })] : []),
    ];
  });

const isSameReminder = (a: Reminder, b: Reminder): boolean => a.stage === b.stage && a.hoursBefore === b.hoursBefore && a.to === b.to;

/** The help contact, as far as it is given: an address that can be written to, a number a link can call (E.164, digits only). */
export const checkHelp = ({ help }: Definition): Fault[] => [
  ...(help.email === "" || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(help.email) ? [] : [fault("help.email", "helpEmailWrong")]),
  ...(help.whatsapp === "" || /^[1-9]\d{7,14}$/.test(help.whatsapp) ? [] : [fault("help.whatsapp", "whatsappWrong")]),
];
