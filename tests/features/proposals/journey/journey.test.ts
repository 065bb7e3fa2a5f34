import { describe, expect, it } from "vitest";
import { journeyOf } from "#app/features/proposals/journey/rules.ts";
import type { Told } from "#app/features/proposals/journey/types.ts";
import type { Stage } from "#app/features/competitions/definition/types.ts";

const name = { id: "Tahap", en: "Stage" };
const stage = (key: string, kind: Stage["kind"], opensAt: number | null, closesAt: number | null): Stage => ({ key, kind, name, opensAt, closesAt });
const stages = [stage("pendaftaran", "registration", 0, 100), stage("seleksi", "screening", 100, 200), stage("desk", "desk", 300, 400)];
const nothing: Told = { submittedAt: 50, version: 1, corrections: [], outcome: null, appeal: null, interview: null, lists: [], certificates: [] };
const words = (told: Partial<Told>, now: number) => journeyOf({ stages, told: { ...nothing, ...told }, now }).map(({ word, state }) => `${word} ${state}`);
const passed = { passed: true, announcedAt: 210 };

describe("the way of an entry after the deadline", () => {
  it("is nothing before a submission", () => {
    expect(words({ submittedAt: null }, 60)).toEqual([]);
  });

  it("reads as being examined from the opening of screening until something is announced, however late", () => {
    expect(words({}, 99)).toEqual(["received done", "waiting toCome"]);
    expect(words({}, 100)).toEqual(["received done", "examined running"]);
    expect(words({}, 10_000)).toEqual(["received done", "examined running"]);
  });

  it("shows a correction that runs, and an appeal while it can be filed and once it was", () => {
    const running = { number: 1, dueAt: 150, closedAt: null, state: "running" } as const;
    expect(words({ corrections: [running] }, 120)).toEqual(["received done", "examined running", "correctUntil running"]);
    const failed = { passed: false, announcedAt: 210 };
    expect(words({ outcome: failed, appeal: { closesAt: 250 } }, 220)).toEqual(["received done", "failed done", "appealUntil running"]);
    expect(words({ outcome: failed, appeal: { closesAt: null } }, 220)).toEqual(["received done", "failed done", "appealFiled running"]);
  });

  it("keeps every correction that has ended: one that was answered, one whose end passed", () => {
    const answered = { number: 1, dueAt: 150, closedAt: 130, state: "answered" } as const;
    const lapsed = { number: 2, dueAt: 170, closedAt: 171, state: "lapsed" } as const;
    const steps = journeyOf({ stages, told: { ...nothing, corrections: [answered, lapsed] }, now: 180 });
    expect(steps.slice(2).map(({ id, word, state, at }) => [id, word, state, at])).toEqual([
      ["correction-1", "corrected", "done", 130],
      ["correction-2", "correctionLapsed", "done", 170],
    ]);
  });

  it("goes on only for what passed, and only by the calendar until a list is published", () => {
    expect(words({ outcome: { passed: false, announcedAt: 210 } }, 350)).toEqual(["received done", "failed done"]);
    expect(words({ outcome: passed }, 299).at(-1)).toBe("waiting toCome");
    expect(words({ outcome: passed }, 300).at(-1)).toBe("reading running");
    expect(words({ outcome: passed }, 400).at(-1)).toBe("read done");
  });

  it("names the interview, every published list with its standing, and the certificate", () => {
    const list = { key: "top99", name, publishedAt: 500 };
    const told = {
      outcome: passed,
      interview: { startsAt: 450, confirmed: true },
      lists: [{ ...list, final: true, listed: true }, { ...list, key: "top45", final: false, listed: true }, { ...list, key: "khusus", final: true, listed: false }],
      certificates: [{ issuedAt: 600 }],
    };
    expect(words(told, 449).slice(3)).toEqual(["interviewAt running", "listed done", "provisional running", "notListed done", "issued done"]);
    expect(words(told, 450)[3]).toBe("interviewHeld done");
  });
});
