import { describe, expect, it } from "vitest";
import {
  ageInMonths,
  canStep,
  isStale,
  nextStatus,
  numberText,
  opensSitting,
  requireDrafting,
  titleKeyOf,
} from "#app/features/proposals/rules.ts";
import type { ProposalStatus, StepName } from "#app/features/proposals/types.ts";
import { closesAt, definition, opensAt, refusalOf } from "#tests/features/proposals/scene.ts";

const statuses: ProposalStatus[] = ["atUnit", "atAgency", "submitted", "withdrawn"];
const steps: StepName[] = ["handOver", "return", "submit", "revise", "correct", "withdraw"];

describe("status machine", () => {
  const refused = "proposals.stepNotPossible";
  const table: Record<ProposalStatus, Record<StepName, string>> = {
    atUnit: { handOver: "atAgency", return: refused, submit: refused, revise: refused, correct: "atAgency", withdraw: "withdrawn" },
    atAgency: { handOver: refused, return: "atUnit", submit: "submitted", revise: refused, correct: "atAgency", withdraw: "withdrawn" },
    submitted: { handOver: refused, return: refused, submit: refused, revise: "atAgency", correct: "atAgency", withdraw: "withdrawn" },
    withdrawn: { handOver: refused, return: refused, submit: refused, revise: refused, correct: refused, withdraw: refused },
  };
  for (const status of statuses) {
    for (const step of steps) {
      it(`${step} from ${status} gives ${table[status][step]}`, () => {
        const expected = table[status][step];
        let next = "";
        const refusal = refusalOf(() => (next = nextStatus(status, step)));
        expect(refusal === "done" ? next : refusal).toBe(expected);
        expect(canStep(status, step)).toBe(expected !== refused);
      });
    }
  }
});

describe("age of an innovation", () => {
  it("counts whole months, a month being full on its own day", () => {
    expect(ageInMonths("2024-04-16", "2026-04-16")).toBe(24);
    expect(ageInMonths("2024-04-17", "2026-04-16")).toBe(23);
    expect(ageInMonths("2025-06-10", "2026-04-16")).toBe(10);
    expect(ageInMonths("2026-04-17", "2026-04-16")).toBe(-1);
  });

  it("counts a month as full on the last day of a month that has no such day", () => {
    expect(ageInMonths("2024-02-29", "2026-02-28")).toBe(24);
    expect(ageInMonths("2024-01-31", "2024-02-29")).toBe(1);
    expect(ageInMonths("2024-01-31", "2024-02-28")).toBe(0);
    expect(ageInMonths("2023-12-31", "2024-04-30")).toBe(4);
  });
});

describe("titles and numbers", () => {
  it("takes titles that differ by case, spaces and signs for one", () => {
    expect(titleKeyOf("Apotek  Singgah: Kepulauan!")).toBe(titleKeyOf("APOTEK-SINGGAH kepulauan"));
    expect(titleKeyOf("Apotek Singgah")).not.toBe(titleKeyOf("Apotek Singgah 2"));
  });

  it("writes numbers with four digits, more beyond 9999", () => {
    expect(numberText(2026, 417)).toBe("2026-0417");
    expect(numberText(2026, 9_999)).toBe("2026-9999");
    expect(numberText(2026, 31_719)).toBe("2026-31719");
  });
});

describe("registration window", () => {
  const open = { status: "open", definition };
  it("is half-open to the millisecond", () => {
    expect(refusalOf(() => requireDrafting(open, { now: opensAt - 1, closesAt }))).toBe("competitions.windowNotYet");
    expect(refusalOf(() => requireDrafting(open, { now: opensAt, closesAt }))).toBe("done");
    expect(refusalOf(() => requireDrafting(open, { now: closesAt - 1, closesAt }))).toBe("done");
    expect(refusalOf(() => requireDrafting(open, { now: closesAt, closesAt }))).toBe("competitions.windowClosed");
  });

  it("is shut in an edition that is not open", () => {
    expect(refusalOf(() => requireDrafting({ ...open, status: "closed" }, { now: opensAt, closesAt }))).toBe("proposals.editionNotOpen");
  });
});

describe("saving together", () => {
  it("keeps one audit entry a person and ten minutes", () => {
    const earlier = { updatedBy: "usr_a", updatedAt: 1_000 };
    expect(opensSitting(undefined, "usr_a", 1_000)).toBe(true);
    expect(opensSitting(earlier, "usr_a", 1_000 + 599_999)).toBe(false);
    expect(opensSitting(earlier, "usr_a", 1_000 + 600_000)).toBe(true);
    expect(opensSitting(earlier, "usr_b", 1_001)).toBe(true);
  });

  it("calls an answer stale when another text stands since it was shown", () => {
    expect(isStale({ revision: 2, value: "b" }, { base: 1, value: "a" })).toBe(true);
    expect(isStale({ revision: 2, value: "a" }, { base: 1, value: "a" })).toBe(false);
    expect(isStale({ revision: 2, value: "b" }, { base: 2, value: "a" })).toBe(false);
    expect(isStale(undefined, { base: 0, value: "a" })).toBe(false);
  });
});
