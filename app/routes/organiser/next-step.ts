import type { AwardList, Definition, Stage } from "#app/features/competitions/definition/types.ts";
import { registrationStage } from "#app/features/competitions/rules.ts";
import type { EditionStatus, SeatRole } from "#app/features/competitions/types.ts";
import type { MessageParams } from "#app/i18n/translator.ts";

/** What a stage with score sheets still needs before a list can be computed from it. */
export type StageWork = {
  stage: Stage;
  /** Readings to hand out, or finalists without a session. */
  unassigned: number;
  /** Sheets handed out and not locked. */
  open: number;
};

/** The first list, in the order of its stage, that is not final. */
export type ListWork = {
  list: AwardList;
  status: "none" | "draft" | "signed" | "provisional";
  objectionsCloseAt: number | null;
  openObjections: number;
  stages: StageWork[];
};

export type Situation = {
  now: number;
  definition: Definition;
  status: EditionStatus;
  /** Values not filled, and rules that do not fit, in a draft. */
  missing: number;
  faults: number;
  /** Seats that somebody holds. */
  seats: readonly SeatRole[];
  /** Proposals begun and not withdrawn; of them not submitted; submitted and not yet screened. */
  begun: number;
  unsubmitted: number;
  undecided: number;
  /** Decided, and nobody told. */
  unannounced: number;
  list: ListWork | null;
  /** A final list whose certificates are not all issued. */
  uncertified: AwardList | null;
};

export type StepKey =
  | "fillGaps" | "mendRules" | "openEdition" | "inviteAgencies" | "watchRegistration" | "seatScreeners" | "screen" | "announce"
  | "seatEvaluators" | "assign" | "seatJurors" | "scheduleInterviews" | "score" | "computeList" | "seatChair" | "signMinutes"
  | "seatSignatory" | "approveList" | "decideObjections" | "awaitObjections" | "finaliseList" | "issueCertificates"
  | "awaitEnd" | "closeEdition" | "done";

/** `page` is the address of the step below the edition; its words are `competitions.steps.<key>`. */
export type Step = { key: StepKey; page: string; params: MessageParams };

const minute = 60_000;
const step = (key: StepKey, page: string, params: MessageParams = {}): Step => ({ key, page, params });

/**
 * The one thing that moves an edition on: what stands in the way of the next state, in the order in which a competition
 * lives. Waiting is a step, too, and names its end.
 */
export function nextStep(situation: Situation): Step {
  const { status, now, definition, list, uncertified } = situation;
  if (status === "draft") return draftStep(situation);
  if (status === "closed") return step("done", "lists");
  const { closesAt } = registrationStage(definition);
  if (closesAt !== null && now < closesAt) return registrationStep(situation, closesAt);
  if (situation.undecided > 0) return screeningStep(situation);
  if (situation.unannounced > 0) return step("announce", "screening/announcement", { count: situation.unannounced });
  if (list) return listStep(situation, list);
  if (uncertified) return step("issueCertificates", "certificates", { list: uncertified.name });
  return endStep(situation);
}

function draftStep({ missing, faults, definition }: Situation): Step {
  if (missing > 0) return step("fillGaps", "rules", { count: missing });
  if (faults > 0) return step("mendRules", "opening", { count: faults });
  const { opensAt } = registrationStage(definition);
  return step("openEdition", "opening", { time: { at: opensAt ?? 0, zone: definition.zone } });
}

function registrationStep({ begun, unsubmitted, seats, definition }: Situation, closesAt: number): Step {
  const time = { at: closesAt - minute, zone: definition.zone };
  if (begun === 0) return step("inviteAgencies", "agencies", { time });
  if (!seats.includes("screener")) return step("seatScreeners", "seats");
  return step("watchRegistration", "entries", { count: unsubmitted, time });
}

const screeningStep = ({ seats, undecided }: Situation): Step =>
  seats.includes("screener") ? step("screen", "screening", { count: undecided }) : step("seatScreeners", "seats");

function listStep(situation: Situation, work: ListWork): Step {
  const { list, status } = work;
  const params = { list: list.name };
  const page = `lists/${list.key}`;
  if (status === "none") return work.stages.map((one) => stageStep(situation, one)).find((one) => one !== null) ?? step("computeList", page, params);
  if (status === "draft") return situation.seats.includes("chair") ? step("signMinutes", page, params) : step("seatChair", "seats", params);
  if (status === "signed") {
    return situation.seats.includes("signatory") ? step("approveList", page, params) : step("seatSignatory", "seats", params);
  }
  return objectionStep(situation, work);
}

/** What is missing for the sheets of one stage; null when all are locked. */
function stageStep({ seats }: Situation, { stage, unassigned, open }: StageWork): Step | null {
  const params = { stage: stage.name };
  if (stage.kind === "interview") {
    if (!seats.includes("juror") && !seats.includes("chair")) return step("seatJurors", "seats");
    if (unassigned > 0) return step("scheduleInterviews", "interviews");
  } else if (unassigned > 0) {
    if (!seats.includes("evaluator")) return step("seatEvaluators", "seats");
    return step("assign", "assignment", { ...params, count: unassigned });
  }
  return open > 0 ? step("score", "scoring", { ...params, count: open }) : null;
}

function objectionStep({ now, definition }: Situation, { list, openObjections, objectionsCloseAt }: ListWork): Step {
  if (openObjections > 0) return step("decideObjections", "objections", { count: openObjections });
  const params = { list: list.name };
  if (objectionsCloseAt !== null && now < objectionsCloseAt) {
    return step("awaitObjections", `lists/${list.key}`, { ...params, time: { at: objectionsCloseAt - minute, zone: definition.zone } });
  }
  return step("finaliseList", `lists/${list.key}`, params);
}

function endStep({ definition, now }: Situation): Step {
  const last = definition.stages.findLast(({ closesAt }) => closesAt !== null && now < closesAt);
  if (!last || last.closesAt === null) return step("closeEdition", "closure");
  return step("awaitEnd", "lists", { stage: last.name, time: { at: last.closesAt - minute, zone: definition.zone } });
}
