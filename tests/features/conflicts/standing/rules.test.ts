import { describe, expect, it } from "vitest";
import { bareName, isOfOrganisation, meansSeat } from "#app/features/conflicts/objecting/rules.ts";
import { canTakeStep, expiryOfPost, objectionBars, postBars, standsNow, stateAfter } from "#app/features/conflicts/standing/rules.ts";
import { registerStates } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const steps = ["confirm", "reject", "expire"] as const;

describe("the steps of a conflict", () => {
  it.each([
    ["declared", ["confirmed", "rejected", "expired"]],
    ["confirmed", ["conflicts.settled", "rejected", "expired"]],
    ["rejected", ["conflicts.settled", "conflicts.settled", "conflicts.settled"]],
    ["expired", ["conflicts.settled", "conflicts.settled", "conflicts.settled"]],
  ] as const)("from %s lead to %j", (state, expected) => {
    const answers = steps.map((step) => {
      const refusal = refusalOf(() => stateAfter(state, step));
      return refusal === "done" ? stateAfter(state, step) : refusal;
    });
    expect(answers).toEqual(expected);
    expect(steps.map((step) => canTakeStep(state, step))).toEqual(expected.map((one) => one !== "conflicts.settled"));
  });
});

describe("what bars now", () => {
  it("is what was declared or confirmed and has neither ended nor expired, to the millisecond", () => {
    const row = { withdrawnAt: null, expiresAt: 100 };
    expect(registerStates.map((state) => standsNow({ ...row, state }, 99))).toEqual([true, true, false, false]);
    expect(standsNow({ ...row, state: "confirmed" }, 100)).toBe(false);
    expect(standsNow({ ...row, expiresAt: null, state: "declared", withdrawnAt: 1 }, 2)).toBe(false);
  });

  it("is an agency's objection as the edition says", () => {
    const bars = (byAgency: "no" | "confirmed" | "atOnce") => registerStates.map((state) => objectionBars({ state, expiresAt: null }, { byAgency }, 1));
    expect([bars("no"), bars("confirmed"), bars("atOnce")]).toEqual([
      [false, false, false, false],
      [false, true, false, false],
      [true, true, false, false],
    ]);
    expect(objectionBars({ state: "confirmed", expiresAt: 5 }, { byAgency: "atOnce" }, 5)).toBe(false);
  });
});

describe("a former post", () => {
  it("bars for ever, or so many calendar years from the day it ended", () => {
    const left = at("2024-03-01");
    expect(postBars(left, { formerPostYears: 0 }, at("2090-01-01"))).toBe(true);
    expect(postBars(left, { formerPostYears: 2 }, at("2026-02-28"))).toBe(true);
    expect(postBars(left, { formerPostYears: 2 }, at("2026-03-01"))).toBe(false);
    expect(postBars(null, { formerPostYears: 2 }, at("2090-01-01"))).toBe(true);
  });

  it("that was declared bars until the same day has ended in the edition's zone", () => {
    const rules = { formerPostYears: 2 };
    expect(expiryOfPost("2024-05-31", rules, "Asia/Jakarta")).toBe(Date.UTC(2026, 4, 31, 17));
    expect([expiryOfPost(null, rules, "Asia/Jakarta"), expiryOfPost("2024-05-31", { formerPostYears: 0 }, "Asia/Jakarta")]).toEqual([null, null]);
  });
});

describe("whom an agency means", () => {
  const seat = { userId: "usr_1" as Id<"user">, name: "Prof. Dr. Sri Lestari, M.Si.", organisation: "Fakultas Ilmu Administrasi, Universitas Latihan" };
  const means = (about: "person" | "organisation", name: string, meantUserId: Id<"user"> | null = null) => meansSeat({ about, name, meantUserId }, seat);

  it("is told by the name without titles", () => {
    expect(["Sri Lestari", "Dr. Sri Lestari", "sri  lestari, S.Sos.", "Sri", "Sri Lestari Dewi"].map((name) => means("person", name))).toEqual([true, true, true, false, false]);
    expect(bareName("Drs. H. Ahmad Irfan, M.M.")).toBe("ahmad irfan");
    expect(bareName("Irma Suryani")).toBe("irma suryani");
  });

  it("is told by the whole name of the organisation, never by a word every one of them bears", () => {
    expect(["Universitas Latihan", "fakultas ilmu administrasi", "Universitas", "Latihan", ""].map((name) => isOfOrganisation(seat.organisation, name))).toEqual([true, true, false, false, false]);
    expect(means("organisation", "Universitas Latihan")).toBe(true);
  });

  it("is whoever the secretariat takes it to be besides", () => {
    expect([means("person", "Bu Sri", seat.userId), means("person", "Bu Sri", "usr_2" as Id<"user">)]).toEqual([true, false]);
  });
});
