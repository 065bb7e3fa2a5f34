import { fault, noneFault } from "#app/features/competitions/definition/faults/rules.ts";
import type { Fault } from "#app/features/competitions/definition/faults/types.ts";
import type { Definition, InterviewRules, Stage, StageKind } from "#app/features/competitions/definition/types.ts";
import { isKnownZone } from "#app/lib/zones.ts";

/** Exactly one stage of registration, before all others, in a zone that exists. */
export function checkStages({ zone, stages }: Definition): Fault[] {
  const registrations = stages.filter(({ kind }) => kind === "registration").length;
  const isFirst = stages[0]?.kind === "registration";
  return [
    ...(isKnownZone(zone) ? [] : [fault("zone", "zoneUnknown", { zone })]),
    ...(registrations === 1 && isFirst ? [] : [fault("stages", "registrationOnce")]),
  ];
}

/** Stages that may run beside the one before them: the panel visits while it interviews, the public scores while the panel does. */
export const besideOthers: readonly StageKind[] = ["visit", "publicScoring"];

/**
 * Windows are half-open and have a length; a stage opens when every earlier one has closed, except those that run beside
 * others, which open no earlier than the stage before them. Instants not yet known are left out.
 */
export const checkWindows = ({ stages }: Definition): Fault[] =>
  stages.flatMap((stage, index) => {
    const { opensAt, closesAt, name } = stage;
    const isEmpty = opensAt !== null && closesAt !== null && opensAt >= closesAt;
    const hurried = opensAt !== null && overtaken(stages, index, opensAt);
    return [
      ...(isEmpty ? [fault(`stages.${index}.closesAt`, "windowEmpty", { stage: name })] : []),
      ...(hurried ? [fault(`stages.${index}.opensAt`, "windowOrder", { stage: name, before: hurried.name })] : []),
    ];
  });

/** The earlier stage that a stage does not wait for. */
function overtaken(stages: readonly Stage[], index: number, opensAt: number): Stage | undefined {
  const kind = stages[index]?.kind;
  if (kind && besideOthers.includes(kind)) {
    return stages.slice(index - 1, index).find((stage) => stage.opensAt !== null && stage.opensAt > opensAt);
  }
  return stages.slice(0, index).find((stage) => stage.closesAt !== null && stage.closesAt > opensAt);
}

/** Interviews: rules where there is such a stage and only there, hours of a day that do not overlap and hold a day's interviews. */
export function checkInterview({ stages, interview }: Definition): Fault[] {
  const hasStage = stages.some(({ kind }) => kind === "interview");
  if (!interview) return hasStage ? [fault("interview", "interviewRulesMissing")] : [];
  return [
    ...(hasStage ? [] : [fault("interview", "interviewStageMissing")]),
    ...hourFaults(interview.hours),
    ...loadFaults(interview),
  ];
}

function hourFaults(hours: InterviewRules["hours"]): Fault[] {
  if (hours.length === 0) return [noneFault("interview.hours", "hours")];
  return hours.flatMap(([from, to], index) => {
    const span = { from, to };
    if (!isClock(from) || !isClock(to) || from >= to) return [fault(`interview.hours.${index}`, "hoursWrong", span)];
    const before = hours[index - 1]?.[1];
    return before !== undefined && before > from ? [fault(`interview.hours.${index}`, "hoursOverlap", span)] : [];
  });
}

/** `00:00` to `24:00`, the end of the day. */
const isClock = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

function loadFaults({ presentationMinutes, questionMinutes, bufferMinutes, perDay, hours }: InterviewRules): Fault[] {
  if (presentationMinutes === null || questionMinutes === null) return [];
  const minutes = presentationMinutes + questionMinutes;
  if (minutes === 0) return [fault("interview.questionMinutes", "interviewNoTime")];
  const capacity = hours.reduce((sum, range) => sum + slotsIn(range, { minutes, buffer: bufferMinutes }), 0);
  if (perDay === null || (perDay > 0 && perDay <= capacity)) return [];
  return [fault("interview.perDay", "perDayTooMany", { perDay, capacity })];
}

/** The last slot of a range needs no buffer after it. */
function slotsIn([from, to]: [string, string], slot: { minutes: number; buffer: number }): number {
  const length = minutesOf(to) - minutesOf(from);
  return Math.max(0, Math.floor((length + slot.buffer) / (slot.minutes + slot.buffer)));
}

const minutesOf = (clock: string): number => {
  const [hours, minutes] = clock.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};
