import type { Stage } from "#app/features/competitions/definition/types.ts";
import type { JourneyStep, JourneyWord, Told } from "#app/features/proposals/journey/types.ts";

type Asked = { stages: readonly Stage[]; told: Told; now: number };

/**
 * The stations of an entry after it was submitted, in the entrant's words. It knows the calendar, which everybody knows, and
 * what was announced, and nothing else: what is decided and not announced reads as still being examined.
 */
export function journeyOf(asked: Asked): JourneyStep[] {
  const { told } = asked;
  if (told.submittedAt === null) return [];
  const received = { key: "submitted", id: "submitted", name: null, state: "done", word: "received", at: told.submittedAt } as const;
  const start = [received, screeningStep(asked), ...correctionSteps(told), ...appealSteps(told)];
  if (told.outcome?.passed !== true) return start;
  return [...start, ...deskSteps(asked), ...interviewSteps(asked), ...listSteps(told), ...certificateSteps(told)];
}

function screeningStep({ stages, told: { outcome }, now }: Asked): JourneyStep {
  const base = { key: "screening", id: "screening", name: null } as const;
  if (outcome) return { ...base, state: "done", word: outcome.passed ? "passed" : "failed", at: outcome.announcedAt };
  const opensAt = stages.find(({ kind }) => kind === "screening")?.opensAt ?? null;
  const begun = opensAt !== null && now >= opensAt;
  return { ...base, state: begun ? "running" : "toCome", word: begun ? "examined" : "waiting", at: begun ? null : opensAt };
}

/** Every correction that was asked for: while it runs its end, afterwards when it was answered or that its end passed. */
const correctionSteps = ({ corrections }: Told): JourneyStep[] =>
  corrections.map(({ number, dueAt, closedAt, state }): JourneyStep => {
    const base = { key: "correction", id: `correction-${number}`, name: null } as const;
    if (state === "running") return { ...base, state: "running", word: "correctUntil", at: dueAt };
    if (state === "answered") return { ...base, state: "done", word: "corrected", at: closedAt };
    return { ...base, state: "done", word: "correctionLapsed", at: dueAt };
  });

function appealSteps({ appeal }: Told): JourneyStep[] {
  if (!appeal) return [];
  const word: JourneyWord = appeal.closesAt === null ? "appealFiled" : "appealUntil";
  return [{ key: "appeal", id: "appeal", name: null, state: "running", word, at: appeal.closesAt }];
}

/** The reading by evaluators: by the calendar alone, because its marks are told to nobody. */
function deskSteps({ stages, now }: Asked): JourneyStep[] {
  return stages
    .filter(({ kind }) => kind === "desk")
    .map(({ key, name, opensAt, closesAt }): JourneyStep => {
      const base = { key: "desk", id: `desk-${key}`, name } as const;
      if (opensAt === null || now < opensAt) return { ...base, state: "toCome", word: "waiting", at: opensAt };
      return closesAt !== null && now >= closesAt ? { ...base, state: "done", word: "read", at: null } : { ...base, state: "running", word: "reading", at: closesAt };
    });
}

function interviewSteps({ told: { interview }, now }: Asked): JourneyStep[] {
  if (!interview) return [];
  const held = now >= interview.startsAt;
  return [{ key: "interview", id: "interview", name: null, state: held ? "done" : "running", word: held ? "interviewHeld" : "interviewAt", at: interview.startsAt }];
}

const listSteps = ({ lists }: Told): JourneyStep[] =>
  lists.map(({ key, name, final, listed, publishedAt }) => ({
    ...{ key: "list" as const, id: `list-${key}`, name, at: publishedAt },
    state: final ? "done" : "running",
    word: listed ? (final ? "listed" : "provisional") : "notListed",
  }));

const certificateSteps = ({ certificates }: Told): JourneyStep[] =>
  certificates.slice(0, 1).map(({ issuedAt }) => ({ key: "certificate", id: "certificate", name: null, state: "done", word: "issued", at: issuedAt }));
