import { describe, expect, it } from "vitest";
import { lower } from "#app/features/assignment/plans/lowering/rules.ts";
import type { Situation, StandingReading } from "#app/features/assignment/plans/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";

const person = (at: number) => `usr_${at}` as Id<"user">;
const entry = (at: number) => `prop_${at}` as Id<"proposal">;

/** Entries with three readers each, drawn among few people unevenly; some readings have begun. */
function invented(seed: number, { entries = 6, people = 5, begunShare = 0.2 } = {}): Situation {
  const random = seededRandom(seed);
  const standing = Array.from({ length: entries }, (_, e) => {
    const drawn = Array.from({ length: people }, (_one, p) => ({ p, lot: random() * (p + 1) })).toSorted((a, b) => b.lot - a.lot);
    return drawn.slice(0, 3).map(({ p }): StandingReading => ({
      ...{ id: `asg_${e}_${p}` as Id<"assignment">, proposalId: entry(e), userId: person(p) },
      state: random() < begunShare ? "begun" : "untouched",
    }));
  }).flat();
  const everybody = Array.from({ length: people }, (_, p) => ({ userId: person(p), name: "", organisation: "", bounds: null, expertise: { a: p % 2 === 0 ? ("expert" as const) : ("able" as const) } }));
  return { readers: 2, planned: 2, entries: Array.from({ length: entries }, (_, e) => ({ id: entry(e), category: "a" })), people: everybody, conflicts: new Set(), standing, targets: new Map() };
}

const squares = (readings: readonly StandingReading[]): number => {
  const load = new Map<string, number>();
  for (const { userId } of readings) load.set(userId, (load.get(userId) ?? 0) + 1);
  return [...load.values()].reduce((sum, one) => sum + one * one, 0);
};

/** The least sum of squared loads over every way to end what is beyond the need. */
function bestBySearch({ entries, standing, readers }: Situation): number {
  const search = (at: number, kept: readonly StandingReading[]): number => {
    const one = entries[at];
    if (!one) return squares(kept);
    const own = standing.filter(({ proposalId }) => proposalId === one.id);
    const loose = own.filter(({ state }) => state === "untouched");
    const ending = Math.min(loose.length, Math.max(0, own.length - readers));
    const ways = subsets(loose, ending);
    return Math.min(...ways.map((gone) => search(at + 1, [...kept, ...own.filter((reading) => !gone.includes(reading))])));
  };
  return search(0, []);
}

const subsets = <T>(items: readonly T[], size: number): T[][] =>
  size === 0 ? [[]] : items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));

const left = (situation: Situation, ended: readonly StandingReading[]) => situation.standing.filter((one) => !ended.includes(one));

describe("lowering the readers of a stage", () => {
  it("leaves loads as even as any way of ending them would", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const situation = invented(seed);
      const { ended } = lower(situation, { rules: { expertPerEntry: false }, seed });
      expect([seed, squares(left(situation, ended))]).toEqual([seed, bestBySearch(situation)]);
    }
  });

  it("ends nothing that has begun and no more than is beyond the need, and counts what stays beyond", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const situation = invented(seed, { begunShare: 0.6 });
      const { ended, beyond } = lower(situation, { rules: { expertPerEntry: false }, seed });
      const counts = situation.entries.map(({ id }) => left(situation, ended).filter(({ proposalId }) => proposalId === id));
      const begun = counts.map((rows) => rows.filter(({ state }) => state === "begun").length);
      expect(counts.map((rows) => rows.length)).toEqual(begun.map((many) => Math.max(2, many)));
      expect([ended.every(({ state }) => state === "untouched"), beyond]).toEqual([true, begun.filter((many) => many > 2).length]);
    }
  });

  it("keeps the last expert of an entry where each must have one", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const situation = { ...invented(seed), readers: 1 };
      const isExpert = ({ userId }: StandingReading): boolean => situation.people.find((one) => one.userId === userId)?.expertise.a === "expert";
      const experts = (readings: readonly StandingReading[]) => situation.entries.map(({ id }) => readings.some((one) => one.proposalId === id && isExpert(one)));
      const { ended } = lower(situation, { rules: { expertPerEntry: true }, seed });
      expect(experts(left(situation, ended))).toEqual(experts(situation.standing));
    }
  });

  it("is the same whatever the order of rows, and leaves entries with a number of their own", () => {
    const situation = invented(7);
    const turned = { ...situation, standing: situation.standing.toReversed(), entries: situation.entries.toReversed() };
    const ids = (given: Situation) => lower(given, { rules: { expertPerEntry: false }, seed: 7 }).ended.map(({ id }) => id).toSorted();
    expect(ids(turned)).toEqual(ids(situation));
    const targets = new Map([[entry(0), 3]]);
    expect(lower({ ...situation, targets }, { rules: { expertPerEntry: false }, seed: 7 }).ended.some(({ proposalId }) => proposalId === entry(0))).toBe(false);
  });
});
