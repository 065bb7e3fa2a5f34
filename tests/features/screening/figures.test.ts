import { describe, expect, it } from "vitest";
import { getScreeningFigures } from "#app/features/screening/figures/queries.server.ts";
import { agreementOf, fewestPairs, median, type Pair } from "#app/features/screening/figures/rules.ts";
import { claimEntry } from "#app/features/screening/claims/operations.server.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { allPassed, entry, judgingScene, oneFailed, screeningOpens, seated } from "#tests/features/screening/scene.ts";
import { plainRules } from "#tests/support/plain-rules.ts";

const minute = 60_000;
const pair = (first: boolean[], second: boolean[]): Pair => {
  const checks = (found: boolean[]) => found.map((passed, index) => ({ key: `k${index}`, passed, note: "" }));
  return { first: checks(first), second: checks(second) };
};

describe("agreement", () => {
  it("is the share alike, and Cohen's kappa what chance does not explain", () => {
    // Cohen's own kind of table: 20 both met, 5 and 10 split, 15 both not met, so that po = .70 and pe = .50.
    const times = (count: number, a: boolean, b: boolean) => Array.from({ length: count }, () => [a, b] as const);
    const found = [...times(20, true, true), ...times(5, true, false), ...times(10, false, true), ...times(15, false, false)];
    const agreement = agreementOf(found.map(([a, b]) => pair([a], [b])));
    expect({ ...agreement, kappa: agreement.kappa?.toFixed(10) }).toEqual({ entries: 50, findings: 50, agreed: 0.7, kappa: "0.4000000000" });
  });

  it("has no kappa below twenty entries, and none where chance alone always agrees", () => {
    const mixed = (count: number) => Array.from({ length: count }, (_, index) => pair([index % 2 === 0], [index % 2 === 0]));
    expect([agreementOf(mixed(fewestPairs - 1)).kappa, agreementOf(mixed(fewestPairs)).kappa]).toEqual([null, 1]);
    expect(agreementOf(Array.from({ length: 30 }, () => pair([true], [true]))).kappa).toBeNull();
    expect(agreementOf([])).toEqual({ entries: 0, findings: 0, agreed: null, kappa: null });
  });

  it("compares only what both looked at", () => {
    expect(agreementOf([{ first: [{ key: "a", passed: true, note: "" }], second: [{ key: "b", passed: true, note: "" }] }]).findings).toBe(0);
  });
});

describe("speed", () => {
  it("takes the middle, of an even number the mean of the two in the middle", () => {
    expect([median([]), median([5]), median([9, 1, 5]), median([1, 2, 4, 9])]).toEqual([null, 5, 5, 3]);
  });

  it("counts a person's decisions a working day and the minutes from taking to deciding", () => {
    const scene = judgingScene({ screening: { ...plainRules.screening, secondScreener: true } });
    const ids = [entry(scene), entry(scene, "Perahu Baca"), entry(scene, "Sekolah Malam")] as const;
    const second = seated(scene, "Penyaring 02", "screener");
    for (const [index, proposalId] of ids.entries()) {
      const at = screeningOpens + index * 24 * 60 * minute;
      claimEntry(scene.as(scene.screener, at), { proposalId });
      const fails = index === 0;
      const given = { proposalId, outcome: fails ? ("failed" as const) : ("passed" as const), checks: fails ? oneFailed() : allPassed(), reason: "Judul sama dengan yang lain." };
      decideScreening(scene.as(scene.screener, at + (index + 1) * minute), given);
      if (fails) decideScreening(scene.as(second, at + 5 * minute), given);
    }
    const { byScreener, byDay, agreement } = getScreeningFigures(scene.as(scene.organiser), scene.editionId);
    expect(byScreener.map(({ name, decided, passed, perDay, medianMinutes }) => ({ name, decided, passed, perDay, medianMinutes }))).toEqual([
      { name: "Penyaring 01", decided: 3, passed: 2, perDay: 1, medianMinutes: 2 },
      { name: "Penyaring 02", decided: 1, passed: 0, perDay: 1, medianMinutes: null },
    ]);
    expect(byDay.map(({ decided, passed }) => [decided, passed])).toEqual([[2, 0], [1, 1], [1, 1]]);
    expect(agreement).toEqual({ entries: 1, findings: allPassed().length, agreed: 1, kappa: null });
    expect(refusalOf(() => getScreeningFigures(scene.as(scene.admin), scene.editionId))).toBe("competitions.editionUnknown");
  });
});
