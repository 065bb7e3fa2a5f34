import { describe, expect, it } from "vitest";
import {
  checkDaily,
  checkExamined,
  decidedStatus,
  decisionDue,
  isExamined,
  objectionNumber,
} from "#app/features/objections/rules.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";

describe("the public examination", () => {
  const statuses = ["draft", "signed", "provisional", "final", "superseded"] as const;

  it.each([
    [99, ["objections.noExamination", "objections.noExamination", "done", "objections.windowClosed", "objections.noExamination"]],
    [100, ["objections.noExamination", "objections.noExamination", "objections.windowClosed", "objections.windowClosed", "objections.noExamination"]],
  ])("at %i of a window that closes at 100, by state of the list", (now, expected) => {
    const outcomes = statuses.map((status) =>
      refusalOf(() => checkExamined({ status, objectionsCloseAt: 100 }, { now, zone: "Asia/Jakarta" })),
    );
    expect(outcomes).toEqual(expected);
  });

  it("does not exist for a list without a window", () => {
    const list = { status: "provisional" as const, objectionsCloseAt: null };
    expect([isExamined(list, 0), refusalOf(() => checkExamined(list, { now: 0, zone: "Asia/Jakarta" }))]).toEqual([
      false,
      "objections.noExamination",
    ]);
  });
});

describe("an objection", () => {
  it.each([
    ["open", true, "upheld"],
    ["open", false, "rejected"],
  ] as const)("%s decided with upheld=%s is %s", (status, upheld, next) => {
    expect(decidedStatus(status, upheld)).toBe(next);
  });

  it.each(["upheld", "rejected"] as const)("%s is not decided again", (status) => {
    expect([true, false].map((upheld) => refusalOf(() => decidedStatus(status, upheld)))).toEqual([
      "objections.alreadyDecided",
      "objections.alreadyDecided",
    ]);
  });

  it("is the fifth of a day at most from one address", () => {
    expect([refusalOf(() => checkDaily(4)), refusalOf(() => checkDaily(5))]).toEqual(["done", "objections.tooMany"]);
  });

  it("has a number of year and four digits", () => {
    expect([objectionNumber(2026, 7), objectionNumber(2026, 12_345)]).toEqual(["2026/SG/0007", "2026/SG/12345"]);
  });

  it("is due after the edition's days, or never", () => {
    expect([decisionDue(1_000, 3), decisionDue(1_000, null)]).toEqual([1_000 + 3 * 86_400_000, null]);
  });
});
