import { describe, expect, it } from "vitest";
import { forecastOf } from "#app/features/scoring/signals/forecast/rules.ts";
import { assessorSignals, ownFigures } from "#app/features/scoring/signals/rules.ts";
import { binomialTail, normalOfT, tailOf, trendOf } from "#app/features/scoring/signals/statistics/rules.ts";
import { simulate } from "#tests/features/scoring/signals/years.ts";

const size = { entries: 600, assessors: 40, readers: 3 };

describe("the figures", () => {
  it("do not depend on the order in which sheets come", () => {
    const sheets = simulate({ ...size, entries: 100, seed: 3 });
    expect(assessorSignals([...sheets].reverse())).toEqual(assessorSignals(sheets));
  });

  it("say nothing of somebody with fewer than ten sheets", () => {
    const few = simulate({ seed: 1, entries: 4, assessors: 12, readers: 3 });
    expect(assessorSignals(few).flatMap(({ alarms }) => alarms)).toEqual([]);
    expect(assessorSignals(few).every(({ figures }) => figures.severity === null && figures.spread === null)).toBe(true);
  });

  it("of oneself do not change with what others gave", () => {
    const sheets = simulate({ ...size, seed: 5 });
    const changed = sheets.map((sheet) => (sheet.assessor === "E003" ? sheet : { ...sheet, total: 1, marks: [1, 1, 1, 1, 1] }));
    const own = (all: typeof sheets) => ownFigures(all.filter(({ assessor }) => assessor === "E003"));
    expect(own(changed)).toEqual(own(sheets));
  });
});

describe("the statistics", () => {
  it("agree with tables", () => {
    expect([tailOf(1.959964), tailOf(3.290527)].map((p) => p.toFixed(4))).toEqual(["0.0500", "0.0010"]);
    // t 2.228 with 10 degrees of freedom leaves 5 per cent.
    expect(tailOf(normalOfT(2.228, 10)).toFixed(3)).toBe("0.050");
    expect(binomialTail(3, 5, 0.5).toFixed(5)).toBe("0.50000");
    expect([binomialTail(0, 5, 0.1), binomialTail(1, 5, 0)]).toEqual([1, 0]);
    expect(trendOf([1, 2, 3, 4, 6])?.slope).toBeCloseTo(1.2, 10);
  });
});

describe("the forecast", () => {
  const day = 86_400_000;
  const frame = { opensAt: 0, closesAt: 20 * day, now: 10 * day };
  const at = (days: number[]) => days.map((one) => one * day);

  it("goes on as in the last seven days", () => {
    expect(forecastOf({ ...frame, lockedAt: at([1, 4, 5, 6, 7, 8, 9, 9.5]), left: 5 })).toEqual({ aDay: 1, finishesAt: 15 * day, late: false });
    expect(forecastOf({ ...frame, lockedAt: at([9]), left: 5 }).late).toBe(true);
  });

  it("calls whoever has locked nothing late after half the time", () => {
    expect(forecastOf({ ...frame, lockedAt: [], left: 5 })).toEqual({ aDay: null, finishesAt: null, late: false });
    expect(forecastOf({ ...frame, now: 11 * day, lockedAt: [], left: 5 }).late).toBe(true);
    expect(forecastOf({ ...frame, lockedAt: at([1]), left: 0 })).toEqual({ aDay: 0, finishesAt: null, late: false });
  });
});
