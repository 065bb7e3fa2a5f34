import { describe, expect, it } from "vitest";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { dictionaries } from "#app/i18n/dictionaries.ts";
import { type ListWork, nextStep, type Situation } from "#app/routes/organiser/next-step.ts";
import { smallDefinition, wib } from "#tests/features/competitions/small-definition.ts";

const list = smallDefinition.lists[0] as AwardList;
const [registration, , desk] = smallDefinition.stages;
const interview = { ...desk!, key: "interview", kind: "interview" as const };

const open: Situation = {
  now: wib(5, 20),
  definition: smallDefinition,
  status: "open",
  missing: 0,
  faults: 0,
  seats: ["organiser", "screener", "evaluator", "juror", "chair", "signatory"],
  begun: 10,
  unsubmitted: 0,
  undecided: 0,
  unannounced: 0,
  list: null,
  uncertified: null,
};
const work: ListWork = { list, status: "none", objectionsCloseAt: null, openObjections: 0, stages: [] };

const keyOf = (change: Partial<Situation>): string => nextStep({ ...open, ...change }).key;
const ofList = (change: Partial<ListWork>, also: Partial<Situation> = {}) => nextStep({ ...open, ...also, list: { ...work, ...change } });
const ofStage = (stage: typeof interview, figures: { unassigned: number; open: number }, seats = open.seats) =>
  ofList({ stages: [{ stage, ...figures }] }, { seats }).key;

describe("the next step of a draft", () => {
  it("is to fill, then to mend, then to open", () => {
    const draft = { status: "draft" as const };
    expect(keyOf({ ...draft, missing: 3, faults: 2 })).toBe("fillGaps");
    expect(keyOf({ ...draft, faults: 2 })).toBe("mendRules");
    expect(nextStep({ ...open, ...draft })).toEqual({
      key: "openEdition",
      page: "opening",
      params: { time: { at: registration!.opensAt, zone: "Asia/Jakarta" } },
    });
  });
});

describe("the next step until screening is done", () => {
  const now = wib(3, 20);

  it("is to invite agencies while nothing is begun, then to seat screeners, then to watch", () => {
    expect(keyOf({ now, begun: 0 })).toBe("inviteAgencies");
    expect(keyOf({ now, seats: ["organiser"] })).toBe("seatScreeners");
    expect(nextStep({ ...open, now, unsubmitted: 4 })).toEqual({
      key: "watchRegistration",
      page: "entries",
      params: { count: 4, time: { at: wib(4, 1) - 60_000, zone: "Asia/Jakarta" } },
    });
  });

  it("changes in the instant registration closes", () => {
    expect(keyOf({ now: wib(4, 1) - 1, undecided: 2 })).toBe("watchRegistration");
    expect(keyOf({ now: wib(4, 1), undecided: 2 })).toBe("screen");
    expect(keyOf({ now: wib(4, 1), undecided: 2, seats: ["organiser"] })).toBe("seatScreeners");
  });

  it("announces decisions before it goes on to lists", () => {
    expect(nextStep({ ...open, unannounced: 1, list: work }).key).toBe("announce");
    expect(nextStep({ ...open, undecided: 1, unannounced: 1, list: work }).key).toBe("screen");
  });

  it("leaves lists alone while an entry is undecided", () => {
    expect(nextStep({ ...open, undecided: 1, list: work }).key).toBe("screen");
  });
});

describe("the next step of a list", () => {
  it("is to seat, assign and score at the desk", () => {
    expect(ofStage(desk as typeof interview, { unassigned: 4, open: 2 }, ["organiser"])).toBe("seatEvaluators");
    expect(ofStage(desk as typeof interview, { unassigned: 4, open: 2 })).toBe("assign");
    expect(ofStage(desk as typeof interview, { unassigned: 0, open: 2 })).toBe("score");
    expect(ofStage(desk as typeof interview, { unassigned: 0, open: 0 })).toBe("computeList");
  });

  it("is to seat, schedule and score at interviews", () => {
    expect(ofStage(interview, { unassigned: 0, open: 0 }, ["organiser"])).toBe("seatJurors");
    expect(ofStage(interview, { unassigned: 1, open: 0 })).toBe("scheduleInterviews");
    expect(ofStage(interview, { unassigned: 0, open: 1 })).toBe("score");
  });

  it("waits for signatures, for seats to sign, and for the objection window", () => {
    expect(ofList({ status: "draft" }).key).toBe("signMinutes");
    expect(ofList({ status: "draft" }, { seats: ["organiser"] }).key).toBe("seatChair");
    expect(ofList({ status: "signed" }).key).toBe("approveList");
    expect(ofList({ status: "signed" }, { seats: ["organiser"] }).key).toBe("seatSignatory");
    const provisional = { status: "provisional" as const, objectionsCloseAt: wib(5, 25) };
    expect(ofList({ ...provisional, openObjections: 1 }).key).toBe("decideObjections");
    expect(ofList(provisional, { now: wib(5, 25) - 1 }).key).toBe("awaitObjections");
    expect(ofList(provisional, { now: wib(5, 25) })).toEqual({ key: "finaliseList", page: "lists/finalis", params: { list: list.name } });
  });
});

describe("the next step at the end", () => {
  it("is certificates, then waiting for the last stage, then closing, then nothing", () => {
    expect(keyOf({ uncertified: list })).toBe("issueCertificates");
    expect(nextStep({ ...open, now: wib(6, 21) - 1 }).params).toEqual({
      stage: smallDefinition.stages[4]!.name,
      time: { at: wib(6, 21) - 60_000, zone: "Asia/Jakarta" },
    });
    expect(keyOf({ now: wib(6, 21) })).toBe("closeEdition");
    expect(keyOf({ status: "closed" })).toBe("done");
  });

  it("has words for every step", () => {
    expect(Object.keys(dictionaries.id.competitions.steps)).toHaveLength(25);
  });
});
