import { describe, expect, it } from "vitest";
import type { Rubric } from "#app/features/competitions/definition/types.ts";
import {
  checkDecreeDate,
  checkSeen,
  checkObjectionsClosed,
  checkSecondPerson,
  compareFractions,
  drawOf,
  listEvents,
  nextListStatus,
  nextListStep,
  objectionsCloseAt,
  printedScore,
  rankEntries,
} from "#app/features/ranking/rules.ts";
import { cutList } from "#app/features/ranking/cut/rules.ts";
import type { ListId, ListStatus, ScoredEntry, SheetMarks } from "#app/features/ranking/types.ts";
import type { Id } from "#app/lib/ids.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { criterion, deskRubric, interviewRubric, refusalOf } from "#tests/features/ranking/edition.ts";

const desk = (number: number, ...sheets: SheetMarks[]): ScoredEntry => ({
  proposalId: `prop_${number}` as Id<"proposal">,
  number,
  sheets: { desk: sheets },
});
const even = (mark: number): SheetMarks => ({ kebaruan: mark, manfaat: mark });
const single: Rubric = { ...deskRubric, criteria: [criterion("nilai", 10_000)] };

const rank = (entries: ScoredEntry[], rubrics: Rubric[] = [deskRubric], tieSeed = 1) =>
  rankEntries({ entries, composition: [{ stage: "desk", weightBp: 10_000 }], rubrics, tieSeed });

const order = (rows: { number: number }[]): number[] => rows.map((row) => row.number);

describe("the score of an entry", () => {
  it("is the raw mean of its sheets, composed by the weights of the stages", () => {
    const entry = { ...desk(1, even(8_000), even(9_000)), sheets: { desk: [even(8_000), even(9_000)], wawancara: [{ paparan: 7_000 }] } };
    const composition = [
      { stage: "desk", weightBp: 6_000 },
      { stage: "wawancara", weightBp: 4_000 },
    ];
    const [row] = rankEntries({ entries: [entry], composition, rubrics: [deskRubric, interviewRubric], tieSeed: 1 });
    expect([row?.score, row?.reads]).toEqual([7_900, 3]);
  });

  it("orders by the exact value where both are printed alike", () => {
    const a = desk(1, { nilai: 8_333 }, { nilai: 8_333 }, { nilai: 8_334 });
    const b = desk(2, { nilai: 8_333 }, { nilai: 8_333 });
    const rows = rank([b, a], [single]);
    expect(rows.map((row) => [row.number, row.score, row.tieBrokenBy])).toEqual([
      [1, 8_333, null],
      [2, 8_333, null],
    ]);
  });

  it("is equal for equal means of unequal numbers of sheets", () => {
    const third = (number: number, marks: number[]): ScoredEntry => desk(number, ...marks.map((nilai) => ({ nilai })));
    const rows = rank([third(1, [10, 20, 31]), third(2, [10, 20, 31, 10, 20, 31])], [single]);
    expect(compareFractions(rows[0]?.value ?? { n: 0n, d: 1n }, rows[1]?.value ?? { n: 1n, d: 1n })).toBe(0);
  });

  it.each([
    [8_149, 8_150, 8_150],
    [8_149, 8_149, 8_149],
    [8_148, 8_149, 8_149],
  ])("prints half a hundredth upwards: the mean of %i and %i is %i", (first, second, printed) => {
    expect(rank([desk(1, { nilai: first }, { nilai: second })], [single])[0]?.score).toBe(printed);
  });

  it("prints zero and the highest mark as they are", () => {
    expect([printedScore({ n: 0n, d: 1n }), printedScore({ n: 10_000n * 100_000_000n, d: 1n })]).toEqual([0, 10_000]);
  });

  it("is refused for an entry without a locked sheet, counting them all", () => {
    const missing = () => rank([desk(1, even(1)), desk(2), desk(3)]);
    expect(missing).toThrow(expect.objectContaining({ code: "ranking.sheetsMissing", params: { count: 2 } }));
  });

  it("is refused while a weight is unknown", () => {
    const composition = [{ stage: "desk", weightBp: null }];
    const work = () => rankEntries({ entries: [desk(1, even(1))], composition, rubrics: [deskRubric], tieSeed: 1 });
    expect(refusalOf(work)).toBe("ranking.rulesMissing");
  });

  it("asks no sheet of a stage that weighs nothing", () => {
    const composition = [
      { stage: "desk", weightBp: 10_000 },
      { stage: "wawancara", weightBp: 0 },
    ];
    const rows = rankEntries({ entries: [desk(1, even(5))], composition, rubrics: [deskRubric, interviewRubric], tieSeed: 1 });
    expect(rows.map((row) => row.reads)).toEqual([1]);
  });
});

describe("ties", () => {
  // 0.6 x 80 + 0.4 x 80 = 0.6 x 90 + 0.4 x 65 = 80
  const balanced = { kebaruan: 8_000, manfaat: 8_000 };
  const bold = { kebaruan: 9_000, manfaat: 6_500 };

  it("are broken by the first criterion of the sheet", () => {
    const rows = rank([desk(1, balanced), desk(2, bold)]);
    expect(rows.map((row) => [row.number, row.rank, row.tieBrokenBy])).toEqual([
      [2, 1, "kebaruan"],
      [1, 2, "kebaruan"],
    ]);
  });

  it("are broken by the second criterion where the first is equal too", () => {
    const worthless = { ...deskRubric, criteria: [criterion("kebaruan", 10_000), criterion("manfaat", 0)] };
    const rows = rank([desk(1, { kebaruan: 5, manfaat: 1 }), desk(2, { kebaruan: 5, manfaat: 2 })], [worthless]);
    expect(rows.map((row) => [row.number, row.tieBrokenBy])).toEqual([
      [2, "manfaat"],
      [1, "manfaat"],
    ]);
  });

  it("compare means of a criterion exactly over unequal numbers of sheets", () => {
    const worthless = { ...deskRubric, criteria: [criterion("kebaruan", 0), criterion("manfaat", 10_000)] };
    const three = [33, 33, 34].map((kebaruan) => ({ kebaruan, manfaat: 9 }));
    const rows = rank([desk(1, { kebaruan: 33, manfaat: 9 }), desk(2, ...three)], [worthless]);
    expect(order(rows)).toEqual([2, 1]);
  });

  it("are drawn from the seed where every criterion is equal, in the order of the hashes", () => {
    const numbers = [1, 2, 3, 4, 5];
    const rows = rank(numbers.map((number) => desk(number, balanced)), [deskRubric], 42);
    const byHash = numbers.toSorted((a, b) => (drawOf(42, a) < drawOf(42, b) ? -1 : 1));
    expect(order(rows)).toEqual(byHash);
    expect(rows.map((row) => row.tieBrokenBy)).toEqual(numbers.map(() => "draw"));
  });

  it("are drawn alike again from the same seed, and otherwise from another", () => {
    const entries = [1, 2, 3, 4, 5, 6].map((number) => desk(number, balanced));
    expect(order(rank(entries, [deskRubric], 5))).toEqual(order(rank(entries, [deskRubric], 5)));
    expect(order(rank(entries, [deskRubric], 5))).not.toEqual(order(rank(entries, [deskRubric], 6)));
  });

  it("use SHA-256 of the seed, a colon and the number, as hex", () => {
    expect(drawOf(7, 417)).toBe("d102c9f9be33aac4c91f1a11c530485ebcf985968f7b81e4d150d9c75528b8ce");
  });

  it("say the furthest step that parted a row from an equal neighbour", () => {
    const rows = rank([desk(1, bold), desk(2, balanced), desk(3, balanced), desk(4, even(1))]);
    expect(rows.map((row) => row.tieBrokenBy)).toEqual(["kebaruan", "draw", "draw", null]);
  });
});

describe("the order", () => {
  it("does not depend on the order in which entries and sheets come in", () => {
    const random = seededRandom(3);
    const entries = Array.from({ length: 200 }, (_, index) => {
      const sheets = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
        kebaruan: Math.floor(random() * 5) * 500,
        manfaat: Math.floor(random() * 5) * 500,
      }));
      return desk(index + 1, ...sheets);
    });
    const expected = rank(entries);
    for (let round = 0; round < 5; round += 1) {
      const mixed = shuffled(entries, random).map((entry) => ({ ...entry, sheets: { desk: shuffled(entry.sheets.desk ?? [], random) } }));
      const rows = rank(mixed);
      expect(rows.map(({ value: _value, ...row }) => row)).toEqual(expected.map(({ value: _value, ...row }) => row));
    }
  });

  it("ranks a season of 1,700 entries with two sheets each", () => {
    const entries = Array.from({ length: 1_700 }, (_, index) => desk(index + 1, even(index % 97), even(index % 89)));
    expect(rank(entries)).toHaveLength(1_700);
  });
});

describe("the cut", () => {
  const rows = rank([9_000, 8_000, 7_000, 6_000].map((mark, index) => desk(index + 1, even(mark))));
  const shape = (cut: Parameters<typeof cutList>[1]): string =>
    cutList(rows, cut).map((row) => (row.listed ? "L" : row.reserve ? "R" : "-")).join("");

  it.each([
    ["lists the first places and keeps the next in reserve", { size: 2, reserve: 1, passMark: null }, "LLR-"],
    ["lists fewer where there are fewer entries than places", { size: 9, reserve: 3, passMark: null }, "LLLL"],
    ["keeps no reserve where none is asked", { size: 1, reserve: 0, passMark: null }, "L---"],
    ["lists nothing below the pass mark", { size: 3, reserve: 1, passMark: 8_000 }, "LL--"],
    ["keeps nothing below the pass mark in reserve", { size: 1, reserve: 3, passMark: 7_000 }, "LRR-"],
    ["may list nobody", { size: 2, reserve: 2, passMark: 9_001 }, "----"],
  ])("%s", (_name, cut, expected) => {
    expect(shape(cut)).toBe(expected);
  });

  it("asks the exact value of the pass mark, not the printed one", () => {
    const close = rank([desk(1, { nilai: 8_499 }, { nilai: 8_500 })], [single]);
    expect([close[0]?.score, cutList(close, { size: 1, reserve: 0, passMark: 8_500 })[0]?.listed]).toEqual([8_500, false]);
  });
});

describe("states of a list", () => {
  const table: [ListStatus, (string | null)[]][] = [
    //              sign      approve        finalise recompute     replace
    ["draft", ["signed", null, null, "superseded", "superseded"]],
    ["signed", [null, "provisional", null, "superseded", "superseded"]],
    ["provisional", [null, null, "final", null, "superseded"]],
    ["final", [null, null, null, null, null]],
    ["superseded", [null, null, null, null, null]],
  ];
  const cells = table.flatMap(([status, nexts]) => nexts.map((next, index) => [status, listEvents[index] ?? "sign", next] as const));

  it.each(cells)("%s + %s -> %s", (status, event, next) => {
    if (next !== null) expect(nextListStatus(status, event)).toBe(next);
    else expect(refusalOf(() => nextListStatus(status, event))).toMatch(/^ranking\.cannot/);
  });

  it.each([
    [null, 0, 0, "compute"],
    ["superseded", 0, 0, "compute"],
    ["draft", 0, 0, "sign"],
    ["signed", 0, 0, "approve"],
    ["provisional", 99, 3, "wait"],
    ["provisional", 100, 3, "decide"],
    ["provisional", 100, 0, "finalise"],
    ["final", 100, 0, "done"],
  ] as const)("%s at %i with %i open objections asks to %s", (status, now, openObjections, step) => {
    const list = status && { status, objectionsCloseAt: 100, quantity: "raw" as const, model: null, waiverReason: null };
    expect(nextListStep(list, { now, openObjections })).toBe(step);
  });

  it.each([
    ["a", "b", "c", "done"],
    ["a", "a", "c", "done"],
    ["a", "b", "a", "ranking.samePerson"],
    ["a", "b", "b", "ranking.samePerson"],
  ])("computed by %s and signed by %s, approved by %s: %s", (computedBy, signedBy, approver, outcome) => {
    expect(refusalOf(() => checkSecondPerson({ computedBy, signedBy }, approver))).toBe(outcome);
  });
});

describe("the public examination", () => {
  it.each([
    // Published 8 June 2026 at 10.00 WIB, five full days: until 13 June 23.59 WIB.
    ["Asia/Jakarta", Date.UTC(2026, 5, 8, 3), Date.UTC(2026, 5, 13, 17)],
    // One minute before and at midnight WIB belong to different days.
    ["Asia/Jakarta", Date.UTC(2026, 5, 8, 16, 59, 59, 999), Date.UTC(2026, 5, 13, 17)],
    ["Asia/Jakarta", Date.UTC(2026, 5, 8, 17), Date.UTC(2026, 5, 14, 17)],
    ["Asia/Makassar", Date.UTC(2026, 5, 8, 3), Date.UTC(2026, 5, 13, 16)],
    ["Asia/Jayapura", Date.UTC(2026, 5, 8, 3), Date.UTC(2026, 5, 13, 15)],
  ])("closes in %s at midnight after five full days", (zone, publishedAt, closesAt) => {
    expect(objectionsCloseAt(publishedAt, zone, 5)).toBe(closesAt);
  });

  it("is over to the millisecond", () => {
    expect(refusalOf(() => checkObjectionsClosed(1_000, "Asia/Jakarta", 999))).toBe("ranking.objectionWindowOpen");
    expect(refusalOf(() => checkObjectionsClosed(1_000, "Asia/Jakarta", 1_000))).toBe("done");
  });

  it("takes a decree of today in the edition's zone and none of tomorrow", () => {
    const lateEvening = Date.UTC(2026, 5, 8, 17, 30);
    const at = { zone: "Asia/Jakarta", publishedAt: null, now: lateEvening };
    expect(refusalOf(() => checkDecreeDate("2026-06-09", at))).toBe("done");
    expect(refusalOf(() => checkDecreeDate("2026-06-10", at))).toBe("ranking.decreeInFuture");
  });

  it("takes a step only from the version that was seen", () => {
    expect(refusalOf(() => checkSeen("lst_1", "lst_1" as ListId))).toBe("done");
    expect([null, "", "lst_2"].map((seen) => refusalOf(() => checkSeen(seen, "lst_1" as ListId)))).toEqual(Array(3).fill("ranking.changed"));
  });

  it("takes a decree of the local day of publication and none of the day before", () => {
    const at = { zone: "Asia/Jakarta", publishedAt: Date.UTC(2026, 5, 8, 17, 30), now: Date.UTC(2026, 5, 20) };
    expect(refusalOf(() => checkDecreeDate("2026-06-09", at))).toBe("done");
    expect(refusalOf(() => checkDecreeDate("2026-06-08", at))).toBe("ranking.decreeTooEarly");
  });
});
