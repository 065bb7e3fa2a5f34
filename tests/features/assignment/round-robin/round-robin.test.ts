import { describe, expect, it } from "vitest";
import { roundRobin } from "#app/features/assignment/round-robin/rules.ts";
import type { ReaderPair } from "#app/features/assignment/types.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import type { PairKey } from "#app/features/conflicts/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom } from "#app/lib/random.ts";

const entriesOf = (count: number) => Array.from({ length: count }, (_, i) => `p${i}` as Id<"proposal">);
const assessorsOf = (count: number) => Array.from({ length: count }, (_, i) => `u${i}` as Id<"user">);
const none: ReadonlySet<PairKey> = new Set();

const loadsOf = (assessors: readonly Id<"user">[], pairs: readonly ReaderPair[]): number[] =>
  assessors.map((userId) => pairs.filter((pair) => pair.userId === userId).length);

const spread = (loads: readonly number[]): number => Math.max(...loads) - Math.min(...loads);

/** Some pairs that may not meet, the same for the same seed. */
function someForbidden(input: { entries: readonly Id<"proposal">[]; assessors: readonly Id<"user">[]; share: number; seed: number }): Set<PairKey> {
  const random = seededRandom(input.seed);
  const pairs = input.entries.flatMap((entry) => input.assessors.map((userId) => pairKey(userId, entry)));
  return new Set(pairs.filter(() => random() < input.share));
}

describe("handing out by round robin", () => {
  it.each([
    [10, 5, 2],
    [11, 4, 3],
    [99, 10, 1],
    [228, 7, 2],
  ])("gives %i entries among %i assessors %i readers each, within one of one another", (count, people, readers) => {
    const [entries, assessors] = [entriesOf(count), assessorsOf(people)];
    const { pairs, lacking } = roundRobin({ entries, assessors, readers, forbidden: none, random: seededRandom(1) });
    expect(lacking).toEqual([]);
    expect(new Set(pairs.map((pair) => pairKey(pair.userId, pair.proposalId))).size).toBe(count * readers);
    expect(entries.map((entry) => pairs.filter((pair) => pair.proposalId === entry).length)).toEqual(entries.map(() => readers));
    expect(spread(loadsOf(assessors, pairs))).toBeLessThanOrEqual(1);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("never gives a forbidden pair and stays within one where a tenth is forbidden (seed %i)", (seed) => {
    const [entries, assessors] = [entriesOf(60), assessorsOf(8)];
    const forbidden = someForbidden({ entries, assessors, share: 0.1, seed });
    const { pairs, lacking } = roundRobin({ entries, assessors, readers: 2, forbidden, random: seededRandom(seed) });
    expect(pairs.filter((pair) => forbidden.has(pairKey(pair.userId, pair.proposalId)))).toEqual([]);
    expect(lacking).toEqual([]);
    expect(spread(loadsOf(assessors, pairs))).toBeLessThanOrEqual(1);
  });

  it("hands entries on along a chain when nobody can take them directly", () => {
    const [a, b, c] = assessorsOf(3) as [Id<"user">, Id<"user">, Id<"user">];
    const entries = entriesOf(6);
    // a may read everything, b all but the last two, c only the first two: even loads need hand-overs.
    const forbidden = new Set([
      ...entries.slice(4).map((entry) => pairKey(b, entry)),
      ...entries.slice(2).map((entry) => pairKey(c, entry)),
    ]);
    const { pairs } = roundRobin({ entries, assessors: [a, b, c], readers: 1, forbidden, random: seededRandom(3) });
    expect(loadsOf([a, b, c], pairs)).toEqual([2, 2, 2]);
  });

  it("reports the entries that too few may read, and gives them whom it can", () => {
    const [entries, assessors] = [entriesOf(3), assessorsOf(3)];
    const [first, second] = entries as [Id<"proposal">, Id<"proposal">];
    const forbidden = new Set([...assessors.map((userId) => pairKey(userId, second)), ...assessors.slice(1).map((userId) => pairKey(userId, first))]);
    const { pairs, lacking } = roundRobin({ entries, assessors, readers: 2, forbidden, random: seededRandom(1) });
    expect(lacking).toEqual([
      { proposalId: first, missing: 1 },
      { proposalId: second, missing: 2 },
    ]);
    expect(pairs.filter((pair) => pair.proposalId === first)).toEqual([{ proposalId: first, userId: assessors[0] }]);
  });

  it("keeps what stands, fills only what is missing, and counts it in the loads", () => {
    const [entries, assessors] = [entriesOf(4), assessorsOf(2)];
    const [one] = assessors as [Id<"user">];
    const standing = entries.slice(0, 2).map((proposalId) => ({ proposalId, userId: one }));
    const { pairs } = roundRobin({ entries, assessors, readers: 1, forbidden: none, standing, random: seededRandom(1) });
    expect(pairs).toEqual(entries.slice(2).map((proposalId) => ({ proposalId, userId: assessors[1] })));
    const again = roundRobin({ entries, assessors, readers: 1, forbidden: none, standing: [...standing, ...pairs], random: seededRandom(9) });
    expect(again).toEqual({ pairs: [], lacking: [] });
  });

  it("gives the same plan for the same stream and another for another", () => {
    const problem = { entries: entriesOf(30), assessors: assessorsOf(6), readers: 2, forbidden: none };
    const plan = (seed: number) => roundRobin({ ...problem, random: seededRandom(seed) });
    expect(plan(1)).toEqual(plan(1));
    expect(plan(2)).not.toEqual(plan(1));
  });

  it("says that everything lacks where nobody is seated", () => {
    const { pairs, lacking } = roundRobin({ entries: entriesOf(2), assessors: [], readers: 2, forbidden: none, random: seededRandom(1) });
    expect({ pairs, missing: lacking.map((item) => item.missing) }).toEqual({ pairs: [], missing: [2, 2] });
  });

  it("holds every person within one of the others at 5,000 entries and 100 assessors", () => {
    const [entries, assessors] = [entriesOf(5_000), assessorsOf(100)];
    const forbidden = someForbidden({ entries, assessors, share: 0.01, seed: 1 });
    const { pairs } = roundRobin({ entries, assessors, readers: 2, forbidden, random: seededRandom(1) });
    expect(spread(loadsOf(assessors, pairs))).toBeLessThanOrEqual(1);
  });
});
