import { describe, expect, it } from "vitest";
import type { Minimum, Shares, TieRule } from "#app/features/competitions/definition/types.ts";
import { cutList, placesOf } from "#app/features/ranking/cut/rules.ts";
import type { Cut, PartsOf } from "#app/features/ranking/cut/types.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { rankEntries } from "#app/features/ranking/rules.ts";
import type { RankedRow, ScoredEntry } from "#app/features/ranking/types.ts";
import { agencies, agencyMerges } from "#db/schema/agencies.ts";
import { rankingRows } from "#db/schema/ranking.ts";
import type { Id } from "#app/lib/ids.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";
import { asc, eq } from "drizzle-orm";
import { criterion, definition, deskRubric, interviewRubric } from "#tests/features/ranking/edition.ts";
import { addAgency, makeRanked } from "#tests/features/ranking/scene.ts";

/** Rows in order with marks 100, 99, …; each letter is the kind of agency of one row. */
const rowsOf = (kinds: string): { rows: RankedRow[]; partsOf: (row: RankedRow) => PartsOf } => ({
  rows: [...kinds].map((_, index) => ({
    ...{ proposalId: `prop_${index + 1}` as Id<"proposal">, number: index + 1, rank: index + 1, score: 10_000 - index * 100, reads: 1, tieBrokenBy: null },
    value: { n: BigInt(10_000 - index * 100) * 100_000_000n, d: 1n },
  })),
  partsOf: ({ rank }) => ({ group: "umum", category: rank % 2 === 0 ? "genap" : "ganjil", agencyKind: kinds[rank - 1] ?? "", region: "", remote: "other" }),
});

const plain: Cut = { size: 4, reserve: 1, passMark: null };
const shape = (kinds: string, cut: Partial<Cut>): string => {
  const { rows, partsOf } = rowsOf(kinds);
  return cutList(rows, { ...plain, ...cut }, partsOf)
    .map(({ listed, reserve, listedBy }) => (listed ? (listedBy ? (listedBy.startsWith("share") ? "S" : "M") : "L") : reserve ? "R" : "-"))
    .join("");
};
const byKind = (weights: Record<string, number>): Shares => ({
  by: "agencyKind",
  parts: Object.entries(weights).map(([key, weightBp]) => ({ key, weightBp })),
});
const least = (key: string, count: number, by: Minimum["by"] = "agencyKind"): Minimum => ({ by, key, least: count });

describe("places of a part", () => {
  it("are whole first, then by largest remainder, equals in the order of the rule", () => {
    expect([...placesOf(byKind({ a: 3_333, b: 3_333, c: 3_334 }), 10)]).toEqual([["a", 3], ["b", 3], ["c", 4]]);
    expect([...placesOf(byKind({ a: 5_000, b: 5_000 }), 5)]).toEqual([["a", 3], ["b", 2]]);
    expect([...placesOf(byKind({ a: 4_700, b: 2_800, c: 2_500 }), 3)]).toEqual([["a", 1], ["b", 1], ["c", 1]]);
  });

  it("are no more than the parts come to, where they leave something to the best of all", () => {
    expect([...placesOf(byKind({ a: 5_000 }), 10)]).toEqual([["a", 5]]);
    expect([...placesOf(byKind({ a: 2_500, b: 2_500 }), 10)]).toEqual([["a", 3], ["b", 2]]);
  });

  it("are all the places there are, whatever the weights", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 300; round += 1) {
      const weights = splitOf(random, 1 + Math.floor(random() * 8));
      const size = Math.floor(random() * 120);
      const places = placesOf({ by: "group", parts: weights.map((weightBp, index) => ({ key: String(index), weightBp })) }, size);
      expect([...places.values()].reduce((sum, one) => sum + one, 0)).toBe(size);
      for (const [key, count] of places) expect(Math.abs(count - (size * (weights[Number(key)] as number)) / 10_000)).toBeLessThan(1);
    }
  });
});

/** Weights that sum to 10,000. */
function splitOf(random: Random, parts: number): number[] {
  const cuts = Array.from({ length: parts - 1 }, () => Math.floor(random() * 10_001)).sort((a, b) => a - b);
  return [...cuts, 10_000].map((cut, index) => cut - (cuts[index - 1] ?? 0));
}

describe("a list with shares", () => {
  it("takes the best of each part first and says whom only their share lists", () => {
    expect(shape("aaaaabbb", { shares: byKind({ a: 5_000, b: 5_000 }) })).toBe("LLR--SS-");
  });

  it("gives places a part cannot fill to the best of the rest", () => {
    expect(shape("aaaaab", { shares: byKind({ a: 2_500, b: 7_500 }) })).toBe("LLLR-S");
  });

  it("leaves parts without a share to what is left over", () => {
    expect(shape("caabbc", { shares: byKind({ a: 5_000, b: 5_000 }) })).toBe("RLLLS-");
  });
});

describe("a list with minima", () => {
  it("lists the best of a part in place of the lowest that no other minimum needs", () => {
    expect(shape("aaaaabb", { minima: [least("b", 1)] })).toBe("LLLR-M-");
    expect(shape("aaaaabb", { minima: [least("b", 2)] })).toBe("LLR--MM");
  });

  it("changes nothing where the part has its least already", () => {
    expect(shape("aabaab", { minima: [least("b", 1)] })).toBe("LLLLR-");
  });

  it("is content with fewer where nobody else of the part is good enough", () => {
    expect(shape("aaaaab", { minima: [least("b", 2)], passMark: 9_600 })).toBe("LLLLR-");
    expect(shape("aaaaab", { minima: [least("b", 3)] })).toBe("LLLR-M");
  });

  it("takes from no other minimum, across axes too", () => {
    expect(shape("aaabbc", { size: 3, minima: [least("b", 1), least("c", 1), least("a", 1)] })).toBe("LR-M-M");
    expect(shape("aaaab", { size: 2, minima: [least("b", 1), least("genap", 1, "category")] })).toBe("RL--M");
  });
});

describe("any cut", () => {
  const random = seededRandom(23);
  const rounds = Array.from({ length: 250 }, () => {
    const kinds = Array.from({ length: 1 + Math.floor(random() * 40) }, () => "abcd"[Math.floor(random() * 4)]).join("");
    const weights = splitOf(random, 3);
    const minima = ["a", "b", "d"].filter(() => random() < 0.5).map((key) => least(key, Math.floor(random() * 4)));
    const shares = random() < 0.6 ? byKind({ a: weights[0] as number, b: weights[1] as number, c: weights[2] as number }) : null;
    return { kinds, cut: { size: 1 + Math.floor(random() * 15), reserve: Math.floor(random() * 4), passMark: random() < 0.4 ? 7_500 : null, shares, minima } };
  });
  const cutOf = ({ kinds, cut }: (typeof rounds)[0]) => {
    const { rows, partsOf } = rowsOf(kinds);
    return { rows: cutList(rows, cut, partsOf), kindOf: (row: RankedRow) => partsOf(row).agencyKind };
  };

  it("lists never more than its places, fills them while there are rows good enough, and keeps no more in reserve than asked", () => {
    for (const round of rounds) {
      const { rows } = cutOf(round);
      const good = rows.filter(({ score }) => round.cut.passMark === null || score >= round.cut.passMark).length;
      expect(rows.filter(({ listed }) => listed).length).toBe(Math.min(round.cut.size, good));
      expect(rows.filter(({ reserve }) => reserve).length).toBe(Math.min(round.cut.reserve, Math.max(0, good - round.cut.size)));
      expect(rows.some(({ listed, reserve }) => listed && reserve)).toBe(false);
    }
  });

  it("lists and reserves nothing below the pass mark", () => {
    for (const round of rounds) {
      const { rows } = cutOf(round);
      expect(rows.filter(({ listed, reserve, score }) => (listed || reserve) && score < (round.cut.passMark ?? 0))).toEqual([]);
    }
  });

  it("keeps the order inside a part: nobody is listed before a better one of the same kind", () => {
    for (const round of rounds.filter(({ cut }) => cut.minima.length === 0)) {
      const { rows, kindOf } = cutOf(round);
      for (const kind of "abcd") {
        const listed = rows.filter((row) => kindOf(row) === kind).map((row) => row.listed);
        expect(listed).toEqual(listed.toSorted((a, b) => Number(b) - Number(a)));
      }
    }
  });

  it("holds every share that its part can fill", () => {
    for (const round of rounds.filter(({ cut }) => cut.shares && cut.minima.length === 0)) {
      const { rows, kindOf } = cutOf(round);
      const good = (row: RankedRow): boolean => round.cut.passMark === null || row.score >= round.cut.passMark;
      for (const [key, places] of placesOf(round.cut.shares as Shares, round.cut.size)) {
        const ofKind = rows.filter((row) => kindOf(row) === key);
        expect(ofKind.filter(({ listed }) => listed).length).toBeGreaterThanOrEqual(Math.min(places, ofKind.filter(good).length));
      }
    }
  });

  it("holds every minimum that fits and can be filled", () => {
    for (const round of rounds) {
      const { rows, kindOf } = cutOf(round);
      const asked = round.cut.minima.reduce((sum, one) => sum + one.least, 0);
      if (asked > round.cut.size) continue;
      for (const minimum of round.cut.minima) {
        const good = rows.filter((row) => kindOf(row) === minimum.key && (round.cut.passMark === null || row.score >= round.cut.passMark));
        expect(good.filter(({ listed }) => listed).length).toBeGreaterThanOrEqual(Math.min(minimum.least, good.length));
      }
    }
  });

  it("without shares and minima is the order alone", () => {
    for (const round of rounds) {
      const { rows } = rowsOf(round.kinds);
      const { size, reserve, passMark } = round.cut;
      const cut = cutList(rows, { size, reserve, passMark });
      const passes = ({ score }: RankedRow): boolean => passMark === null || score >= passMark;
      expect(cut.map(({ listed, reserve: kept, listedBy }) => [listed, kept, listedBy])).toEqual(
        rows.map((row) => [row.rank <= size && passes(row), row.rank > size && row.rank <= size + reserve && passes(row), null]),
      );
    }
  });
});

describe("tie rules of a list", () => {
  const entry = (number: number, marks: [number, number], talk: number, submittedAt: number): ScoredEntry => ({
    ...{ proposalId: `prop_${number}` as Id<"proposal">, number, submittedAt },
    sheets: { desk: [{ kebaruan: marks[0], manfaat: marks[1] }], wawancara: [{ paparan: talk }] },
  });
  // Every one has 0.5 x desk + 0.5 x interview = 80.
  const sheet = { ...deskRubric, criteria: [criterion("kebaruan", 5_000), criterion("manfaat", 5_000)] };
  const entries = [entry(1, [8_000, 8_000], 8_000, 300), entry(2, [8_000, 8_000], 8_000, 100), entry(3, [9_000, 7_000], 8_000, 200), entry(4, [7_000, 7_000], 9_000, 400)];
  const rank = (ties: TieRule[]) =>
    rankEntries({ entries, composition: ["desk", "wawancara"].map((stage) => ({ stage, weightBp: 5_000 })), rubrics: [sheet, interviewRubric], ties, tieSeed: 1 }).map(
      ({ number, tieBrokenBy }) => [number, tieBrokenBy],
    );

  it("are asked in their order, each only of those the ones before leave equal", () => {
    expect(rank([{ kind: "stage", stage: "wawancara" }, { kind: "criterion", stage: "desk", criterion: "manfaat" }, { kind: "earlierSubmission" }])).toEqual([
      [4, "stage:wawancara"],
      [2, "earlierSubmission"],
      [1, "earlierSubmission"],
      [3, "criterion:desk/manfaat"],
    ]);
  });

  it("put the earlier of two submissions first", () => {
    expect(rank([{ kind: "earlierSubmission" }]).map(([number]) => number)).toEqual([2, 3, 1, 4]);
  });

  it("leave to the draw what none of them parts", () => {
    expect(rank([{ kind: "stage", stage: "wawancara" }]).slice(1).map(([, by]) => by)).toEqual(["draw", "draw", "draw"]);
  });

  it("without any are the criteria of the first counting stage", () => {
    expect(rank([]).map(([number, by]) => [number, by])[0]).toEqual([3, "kebaruan"]);
  });
});

describe("a computed list", () => {
  const listedOf = (scene: ReturnType<typeof makeRanked>) => {
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    return scene.world.ctx.db.select().from(rankingRows).where(eq(rankingRows.listId, listId)).orderBy(asc(rankingRows.rank)).all().map(({ proposalId, listed, listedBy }) => [scene.entries.indexOf(proposalId) + 1, listed, listedBy]);
  };
  const change = (scene: ReturnType<typeof makeRanked>, name: string, row: Partial<typeof agencies.$inferInsert>) =>
    scene.world.ctx.db.update(agencies).set(row).where(eq(agencies.name, name)).run();

  it("keeps by which rule a row stands on it", () => {
    const lists = definition.lists.map((list) => ({ ...list, minima: [least("kota", 2)] }));
    const scene = makeRanked({ lists });
    change(scene, "Kabupaten Dua", { kind: "kota" });
    expect(listedOf(scene)).toEqual([[1, false, null], [2, true, null], [3, false, null], [4, true, "minimum:agencyKind:kota"]]);
  });

  it("leaves out entries of the organising bodies where the edition does not rank them, and only there", () => {
    const ranked = (entries: "ranked" | "unranked") => {
      const scene = makeRanked({ organisingBodies: { agencies: ["99.01"], entries } });
      change(scene, "Kabupaten Satu", { code: "99.01" });
      return listedOf(scene).map(([number]) => number);
    };
    expect(ranked("ranked")).toEqual([1, 2, 3, 4]);
    expect(ranked("unranked")).toEqual([2, 4]);
  });

  it("leaves out entries of whoever took an organising body over", () => {
    const scene = makeRanked({ organisingBodies: { agencies: ["99.01"], entries: "unranked" } });
    const { ctx } = scene.world;
    const gone = addAgency(scene.world, "Badan Lama").agencyId;
    const between = addAgency(scene.world, "Badan Antara").agencyId;
    const heir = ctx.db.select({ id: agencies.id }).from(agencies).where(eq(agencies.name, "Kabupaten Satu")).get()?.id as Id<"agency">;
    ctx.db.update(agencies).set({ code: "99.01" }).where(eq(agencies.id, gone)).run();
    const merged = { reason: "Perubahan nomenklatur", mergedBy: scene.organiser.userId, mergedAt: 0 };
    ctx.db.insert(agencyMerges).values([{ fromId: gone, intoId: between, ...merged }, { fromId: between, intoId: heir, ...merged }]).run();
    expect(listedOf(scene).map(([number]) => number)).toEqual([2, 4]);
  });
});
