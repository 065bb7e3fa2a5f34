import { describe, expect, it } from "vitest";
import { checkReaders } from "#app/features/ranking/rules.ts";
import type { ScoredEntry } from "#app/features/ranking/types.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";

const entry = (number: number, sheets: number): ScoredEntry => ({ proposalId: `prop_${number}` as ScoredEntry["proposalId"], number, sheets: { meja: Array.from({ length: sheets }, () => ({})) } });
const check = (entries: readonly ScoredEntry[], targets: [ScoredEntry["proposalId"], number][], readers: number | null = 2) =>
  refusalOf(() => checkReaders(entries, [{ stage: "meja", readers, targets: new Map(targets) }]));

describe("readings an entry ranks on", () => {
  it("are as many as its desk asks for", () => {
    expect([check([entry(1, 2)], []), check([entry(1, 1)], []), check([entry(1, 0)], [], null)]).toEqual(["done", "ranking.readersMissing", "done"]);
  });

  it("or as many as were asked for it alone, more or fewer", () => {
    const [one] = [entry(1, 2)];
    expect([check([one], [[one.proposalId, 3]]), check([entry(2, 1)], [[entry(2, 1).proposalId, 1]]), check([entry(3, 1)], [[one.proposalId, 1]])]).toEqual(["ranking.readersMissing", "done", "ranking.readersMissing"]);
  });
});
