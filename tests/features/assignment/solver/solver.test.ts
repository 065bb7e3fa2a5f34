import { describe, expect, it } from "vitest";
import { checkAssignments } from "#app/features/assignment/solver/checker/rules.ts";
import { costsOf } from "#app/features/assignment/solver/costs/rules.ts";
import { cheapestFlow } from "#app/features/assignment/solver/flow/rules.ts";
import { linkageOf } from "#app/features/assignment/solver/linkage/rules.ts";
import { buildProgram } from "#app/features/assignment/solver/program/rules.ts";
import { solve } from "#app/features/assignment/solver/rules.ts";
import { tableOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Instance, Outcome, Solution } from "#app/features/assignment/solver/types.ts";
import { solveBinaryProgram } from "#app/lib/binary-program.server.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { inventedInstance } from "#tests/features/assignment/solver/invented.ts";

const noRules = { expertPerEntry: false, oneSeatPerOrganisation: false, sameRegionConflict: false };
const exact = (instance: Instance, seed = 1): Promise<Outcome> => solve(instance, { seed, solveProgram: solveBinaryProgram });
const byHand = (instance: Instance, seed = 1): Promise<Outcome> => solve(instance, { seed, solveProgram: null });
const solved = (outcome: Outcome): Solution => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.shortages));
  return outcome.solution;
};
const flawless = { wrongCount: 0, repeated: 0, barred: 0, overload: 0, underload: 0, lostFixed: 0, withoutExpert: 0, sharedOrganisation: 0 };

describe("the flow", () => {
  it.each([1, 2, 3, 4, 5, 6])("costs exactly what the base model costs in HiGHS, instance %d", async (seed) => {
    const size = { entries: 40 + seed * 17, assessors: 9 + seed, readers: 1 + (seed % 3), seed };
    const instance = { ...inventedInstance(size), rules: { ...noRules, sameRegionConflict: true } };
    const table = tableOf(instance);
    const costs = costsOf(table, seed, 0);
    const flow = cheapestFlow(table, costs);
    const { program } = buildProgram({ table, costs, kept: table.open, floor: null, start: null, relaxed: false });
    const answer = await solveBinaryProgram(program);
    expect([flow.ok && flow.cost, answer.status]).toEqual([Math.round(answer.objective), "optimal"]);
  });

  it("keeps least loads too, and says who cannot reach his", () => {
    const people = ["A", "B", "C"].map((id) => ({ id }));
    const entries = ["P1", "P2", "P3"].map((id) => ({ id }));
    const base = { readers: 1, entries, assessors: people, rules: noRules };
    const even = tableOf({ ...base, load: { min: 1, max: 1 } });
    const flow = cheapestFlow(even, costsOf(even, 1, 0));
    expect(flow.ok && flow.choice.flat().toSorted()).toEqual([0, 1, 2]);
    const conflicts: [string, string][] = entries.map(({ id }) => ["C", id]);
    const barred = tableOf({ ...base, load: { min: 1, max: 3 }, conflicts });
    expect(cheapestFlow(barred, costsOf(barred, 1, 0))).toEqual({ ok: false, shortage: { kind: "idle", assessors: ["C"], least: 1, reachable: 0 } });
  });
});

describe("a solved assignment", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("breaks no rule by the checker's count, and is proven the best, instance %d", async (seed) => {
    const instance = inventedInstance({ entries: 60 + seed * 20, assessors: 14 + seed * 2, readers: 2 + (seed % 2), seed });
    const { faults, status, gap, checks } = solved(await exact(instance, seed));
    expect([faults, status, gap, checks.expertShare, checks.components]).toEqual([flawless, "optimal", 0, 1, 1]);
  });

  it.each([1, 2, 3, 4, 5])("breaks none without the whole model either, and its gap is honest, instance %d", async (seed) => {
    const instance = inventedInstance({ entries: 200, assessors: 24, readers: 3, seed });
    const [mended, best] = [solved(await byHand(instance, seed)), solved(await exact(instance, seed))];
    expect(mended.faults).toEqual(flawless);
    expect(mended.objective).toBeGreaterThanOrEqual(best.objective);
    expect(best.objective).toBeGreaterThanOrEqual(mended.objective / (1 + mended.gap) - 1e-6);
  });

  it("is the same whatever the order of rows", async () => {
    const instance = inventedInstance({ entries: 120, assessors: 20, readers: 3 });
    const random = seededRandom(5);
    const mixed = { ...instance, entries: shuffled(instance.entries, random), assessors: shuffled(instance.assessors, random), conflicts: shuffled(instance.conflicts ?? [], random) };
    expect(solved(await exact(mixed))).toEqual(solved(await exact(instance)));
    expect(solved(await exact(instance, 2)).assignments).not.toEqual(solved(await exact(instance, 1)).assignments);
  });

  it("gives each entry its own number of readers and each person his own bounds, and keeps what is fixed", async () => {
    const instance = inventedInstance({ entries: 60, assessors: 15, readers: 2 });
    const [first, second] = instance.entries;
    const own: Instance = {
      ...instance,
      entries: instance.entries.map((entry) => ({ ...entry, readers: entry === first ? 4 : entry === second ? 0 : 2 })),
      assessors: instance.assessors.map((person, at) => ({ ...person, load: at === 0 ? { min: 0, max: 2 } : { min: 0, max: 20 } })),
    };
    const fixed: [string, string][] = solved(await exact(own)).assignments.filter((_, at) => at % 7 === 0);
    const { assignments, faults } = solved(await exact({ ...own, fixed }, 9));
    const readsOf = (id?: string): number => assignments.filter(([entry]) => entry === id).length;
    expect([readsOf(first?.id), readsOf(second?.id), faults]).toEqual([4, 0, flawless]);
    expect(assignments.filter(([, person]) => person === instance.assessors[0]?.id).length).toBeLessThanOrEqual(2);
    expect(fixed.every(([entry, person]) => assignments.some(([e, p]) => e === entry && p === person))).toBe(true);
  });

  it("links readers who would fall into pieces, at the cost of some expertise", async () => {
    const assessors = Array.from({ length: 20 }, (_, j) => ({ id: `E${j}`, expertise: { [`K${j % 4}`]: "expert", [`K${(j + 1) % 4}`]: "able" } as const }));
    const entries = Array.from({ length: 200 }, (_, i) => ({ id: `P${i}`, category: `K${i % 4}` }));
    const instance: Instance = { readers: 3, load: { min: 27, max: 33 }, entries, assessors, rules: { ...noRules, expertPerEntry: true } };
    const { linking, checks, faults } = solved(await exact(instance));
    expect([linking > 0, checks.components, checks.expertShare, faults]).toEqual([true, 1, 1, flawless]);
    expect(checks.contrastVarianceRatio).toBeLessThanOrEqual(1.3);
  });

  it("follows match numbers and lifts the worst served entry at a loss of at most two in a hundred", async () => {
    const random = seededRandom(3);
    const entries = Array.from({ length: 90 }, (_, i) => ({ id: `P${i}` }));
    const assessors = Array.from({ length: 15 }, (_, j) => ({ id: `E${j}` }));
    const match = entries.flatMap(({ id: entry }, i) => assessors.map(({ id }): [string, string, number] => [id, entry, i < 4 ? Math.floor(random() * 12) - 6 : Math.floor(random() * 41) - 20]));
    const instance: Instance = { readers: 3, load: { min: 16, max: 20 }, entries, assessors, match, rules: noRules };
    const table = tableOf(instance);
    const flow = cheapestFlow(table, costsOf(table, 1, 0));
    if (!flow.ok) throw new Error("the instance can be served");
    const plain = checkAssignments(instance, flow.choice.flatMap((readers, i) => readers.map((j): [string, string] => [table.entries[i] as string, table.assessors[j] as string])));
    const found = solved(await exact(instance));
    const fair = checkAssignments(instance, found.assignments);
    expect(fair.checks.worstEntry).toBeGreaterThanOrEqual(plain.checks.worstEntry);
    expect(fair.objectivePoints).toBeGreaterThanOrEqual(plain.objectivePoints * 0.98 - 1);
  });
});

describe("a small pool", () => {
  it.each([[10, 1], [10, 2], [20, 1], [20, 2]])("of %d people with %d reads each entry is served", async (assessors, readers) => {
    const instance = inventedInstance({ entries: 45, assessors, readers, organisations: assessors });
    const { faults, checks } = solved(await exact(instance));
    expect([faults, readers === 1 ? checks.contrastVarianceRatio : checks.components]).toEqual([flawless, readers === 1 ? null : 1]);
  });
});

describe("what cannot be done", () => {
  const two = [{ id: "P1", category: "K1", agency: "A1", region: "31" }, { id: "P2", category: "K1" }];
  const three: Instance["assessors"] = [
    { id: "E1", agency: "A1", organisation: "U1", expertise: { K1: "able" } },
    { id: "E2", regions: ["31"], organisation: "U1", expertise: { K1: "expert" } },
    { id: "E3", organisation: "U1", expertise: { K2: "expert" } },
  ];
  const instance: Instance = { readers: 2, load: { min: 0, max: 9 }, entries: two, assessors: three, rules: { ...noRules, sameRegionConflict: true } };
  const kinds = (outcome: Outcome) => (outcome.ok ? [] : outcome.shortages);

  it("names the entries with too few eligible readers and why each of the others may not read", async () => {
    expect(kinds(await exact(instance))).toEqual([
      { kind: "readers", entry: "P1", needs: 2, eligible: 1, barred: [{ assessor: "E1", bar: "agency" }, { assessor: "E2", bar: "region" }] },
    ]);
  });

  it("names entries without an expert or without enough organisations", async () => {
    const free = { ...instance, entries: [{ id: "P2", category: "K1" }], conflicts: [["E2", "P2"]] as [string, string][] };
    expect(kinds(await exact({ ...free, rules: { ...noRules, expertPerEntry: true } }))).toEqual([{ kind: "expert", entry: "P2", category: "K1", eligible: 2 }]);
    expect(kinds(await exact({ ...free, rules: { ...noRules, oneSeatPerOrganisation: true } }))).toEqual([{ kind: "organisations", entry: "P2", needs: 2, organisations: 1 }]);
  });

  it("comes to an end, and names entries, where the rules cannot be kept together and another entry asks for nobody", async () => {
    const entries = [...["P1", "P2", "P3"].map((id) => ({ id, category: "K" })), { id: "P4", category: "K", readers: 0 }];
    const assessors = [{ id: "A", expertise: { K: "expert" as const } }, { id: "B", expertise: { K: "able" as const } }];
    const instance: Instance = { readers: 1, load: { min: 0, max: 2 }, entries, assessors, conflicts: [], rules: { ...noRules, expertPerEntry: true } };
    const outcome = await exact(instance);
    expect(outcome).toEqual({ ok: false, shortages: [{ kind: "rules", entries: [expect.stringMatching(/^P[123]$/)] }] });
  });

  it("names the entries and people whose demand is above what can be read", async () => {
    const entries = ["P1", "P2", "P3"].map((id) => ({ id }));
    const people = ["E1", "E2"].map((id) => ({ id, load: { min: 0, max: 1 } }));
    expect(kinds(await exact({ readers: 1, load: { min: 0, max: 9 }, entries, assessors: people, rules: noRules }))).toEqual([
      { kind: "capacity", entries: ["P1", "P2", "P3"], assessors: ["E1", "E2"], needs: 3, capacity: 2 },
    ]);
  });
});

describe("linkage", () => {
  it("is ideal where everybody reads everything, and in pieces where teams never mix", () => {
    const all = Array.from({ length: 12 }, () => [0, 1, 2]);
    const { components, ratio } = linkageOf(all, 3);
    expect([components, Number(ratio?.toFixed(9))]).toEqual([1, 1]);
    expect(linkageOf([[0, 1], [2, 3]], 4)).toEqual({ components: 2, ratio: null, worst: null, fiedler: null });
  });

  it("says how badly the two are compared who meet through others alone", () => {
    const chain = [...Array.from({ length: 4 }, () => [0, 1]), ...Array.from({ length: 4 }, () => [1, 2])];
    const { ratio, worst } = linkageOf(chain, 3);
    // Of the first two, and of the last two, 2 / 4; of those at the ends twice that; the least possible is 4 / 8.
    expect([ratio, worst].map((value) => Number(value?.toFixed(9)))).toEqual([1.333333333, 2]);
    const all = linkageOf(Array.from({ length: 12 }, () => [0, 1, 2]), 3);
    expect(Number(all.worst?.toFixed(9))).toBe(1);
  });

  it("counts nobody who reads nothing", () => {
    expect(linkageOf([[0, 1], [0, 1]], 5).components).toBe(1);
  });
});

describe("the checker", () => {
  it.each([
    ["a missing reader", (pairs: [string, string][]) => pairs.slice(1), "wrongCount"],
    ["the same reader twice", ([first, second, ...rest]: [string, string][]) => [first, [second?.[0], first?.[1]], ...rest] as [string, string][], "repeated"],
    ["a barred pair", (pairs: [string, string][]) => pairs, "barred"],
  ] as const)("finds %s", async (_, spoil, fault) => {
    const instance = inventedInstance({ entries: 30, assessors: 10, readers: 2, organisations: 10 });
    const { assignments } = solved(await exact(instance));
    const [entry, person] = assignments[0] as [string, string];
    const judged = fault === "barred" ? { ...instance, conflicts: [[person, entry]] as [string, string][] } : instance;
    expect(checkAssignments(judged, spoil(assignments)).faults[fault]).toBe(1);
  });
});
