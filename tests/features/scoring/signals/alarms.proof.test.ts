import { describe, expect, it } from "vitest";
import { assessorSignals, falseAlarms } from "#app/features/scoring/signals/rules.ts";
import { type Signal, signals } from "#app/features/scoring/signals/types.ts";
import { simulate, type Strange } from "#tests/features/scoring/signals/years.ts";

const size = { entries: 600, assessors: 40, readers: 3 };

/** Alarms of one assessor in so many simulated years in which he is strange. */
function caught(kind: Strange, years: number): Map<Signal, number> {
  const rung = new Map<Signal, number>();
  for (let seed = 1; seed <= years; seed += 1) {
    const found = assessorSignals(simulate({ ...size, entries: 1_000, seed, strange: { 7: kind } })).find(({ assessor }) => assessor === "E007");
    for (const { signal } of found?.alarms ?? []) rung.set(signal, (rung.get(signal) ?? 0) + 1);
  }
  return rung;
}

describe("ordinary assessors", () => {
  it("ring each alarm no more often than the page says", { timeout: 120_000 }, () => {
    const years = 60;
    const rung = new Map<Signal, number>(signals.map((signal) => [signal, 0]));
    for (let seed = 1; seed <= years; seed += 1) {
      for (const { alarms } of assessorSignals(simulate({ ...size, seed }))) for (const { signal } of alarms) rung.set(signal, (rung.get(signal) ?? 0) + 1);
    }
    const rates = signals.map((signal) => [signal, (rung.get(signal) ?? 0) / (years * size.assessors)] as const);
    expect(rates.filter(([signal, rate]) => rate > falseAlarms[signal])).toEqual([]);
  });
});

describe("an injected assessor", () => {
  it.each([
    ["harsh", "severity"],
    ["lazy", "identical"],
    ["lazy", "speed"],
    ["biased", "bias"],
    ["copying", "copying"],
    ["drifting", "drift"],
    ["halo", "halo"],
    ["fast", "speed"],
  ] as const)("who is %s is found by %s in at least nine years of ten", { timeout: 60_000 }, (kind, signal) => {
    expect(caught(kind, 10).get(signal) ?? 0).toBeGreaterThanOrEqual(9);
  });
});
