import { describe, expect, it } from "vitest";
import type { Rubric } from "#app/features/competitions/definition/types.ts";
import { readSheet, sheetInput } from "#app/features/scoring/inputs.ts";
import {
  canStep,
  checkMark,
  checkNote,
  levelNumber,
  nextStatus,
  noteWords,
  printPoints,
  provisionalTotal,
  readMark,
  requireComplete,
  weightedTotal,
} from "#app/features/scoring/rules.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskRubric } from "#tests/features/screening/scene.ts";

/** KIPP's seven sections: 5, 20, 25, 5, 20, 20 and 5 per cent. */
const kipp: Rubric = {
  ...deskRubric,
  criteria: [500, 2_000, 2_500, 500, 2_000, 2_000, 500].map((weightBp, index) => ({
    ...(deskRubric.criteria[0] as Rubric["criteria"][number]),
    key: `k${index}`,
    weightBp,
  })),
};

const marksOf = (...marks: (number | null)[]) => Object.fromEntries(marks.map((mark, index) => [`k${index}`, mark]));

describe("the weighted total", () => {
  it("is the sum of mark times weight, an exact integer", () => {
    expect(weightedTotal(kipp, marksOf(8_200, 7_800, 8_400, 7_950, 8_033, 6_617, 9_999))).toBe(
      8_200 * 500 + 7_800 * 2_000 + 8_400 * 2_500 + 7_950 * 500 + 8_033 * 2_000 + 6_617 * 2_000 + 9_999 * 500,
    );
  });

  it("is 100 points times the whole weight at the top and nothing at zero", () => {
    expect(weightedTotal(kipp, marksOf(...Array<number>(7).fill(10_000)))).toBe(100_000_000);
    expect(weightedTotal(kipp, marksOf(...Array<number>(7).fill(0)))).toBe(0);
  });

  it("does not depend on the order in which marks were given", () => {
    const marks = marksOf(1, 20, 300, 4_000, 5_000, 600, 70);
    const turned = Object.fromEntries(Object.entries(marks).reverse());
    expect(weightedTotal(kipp, turned)).toBe(weightedTotal(kipp, marks));
  });

  it("refuses a missing mark, by null or by absence, and never takes it for a zero", () => {
    expect(refusalOf(() => weightedTotal(kipp, marksOf(1, 2, 3, null, 5, 6, 7)))).toBe("scoring.markMissing");
    expect(refusalOf(() => weightedTotal(kipp, marksOf(1, 2, 3)))).toBe("scoring.markMissing");
    expect(refusalOf(() => requireComplete(kipp, marksOf(0, 0, 0, 0, 0, 0, 0)))).toBe("done");
  });

  it("refuses a weight that is not known", () => {
    const criteria = kipp.criteria.map((criterion) => ({ ...criterion, weightBp: null }));
    expect(refusalOf(() => weightedTotal({ ...kipp, criteria }, marksOf(1, 2, 3, 4, 5, 6, 7)))).toBe("scoring.weightUnknown");
  });
});

describe("the provisional total", () => {
  it("is the weighted mean of the marks given with the share they carry, rounded half up", () => {
    expect(provisionalTotal(kipp, marksOf(8_200, 7_800, 8_400))).toEqual({ mark: 8_140, weightBp: 5_000 });
    expect(provisionalTotal(deskRubric, { ringkasan: 1, dampak: 3 })).toEqual({ mark: 3, weightBp: 10_000 });
  });

  it("is nothing on an empty sheet", () => {
    expect(provisionalTotal(kipp, {})).toEqual({ mark: null, weightBp: 0 });
  });
});

describe("a mark", () => {
  it.each([
    ["84", 8_400],
    ["84,5", 8_450],
    ["84.50", 8_450],
    [" 0 ", 0],
    ["100", 10_000],
    ["84,05", 8_405],
    ["", null],
    ["84,555", null],
    ["-1", null],
    ["8 4", null],
    ["1e2", null],
    ["delapan", null],
  ])("written %j is %j hundredths", (text, hundredths) => {
    expect(readMark(text)).toBe(hundredths);
  });

  it.each([
    [0, "done"],
    [10_000, "done"],
    [null, "done"],
    [-1, "scoring.markOutOfRange"],
    [10_001, "scoring.markOutOfRange"],
    [84.5, "scoring.markOutOfRange"],
    [Number.NaN, "scoring.markOutOfRange"],
  ])("of %j hundredths is %s", (mark, answer) => {
    expect(refusalOf(() => checkMark(deskRubric, "dampak", mark))).toBe(answer);
  });

  it("belongs to a criterion of the sheet", () => {
    expect(refusalOf(() => checkMark(deskRubric, "lain", 1))).toBe("scoring.criterionUnknown");
  });

  it("lies in the level whose range holds it; between two ranges in the lower one", () => {
    const [criterion] = deskRubric.criteria as [Rubric["criteria"][number]];
    expect([0, 3_900, 3_999, 4_000, 7_450, 7_500, 10_000, 10_001].map((mark) => levelNumber(criterion, mark))).toEqual([1, 1, 1, 2, 2, 3, 3, null]);
  });

  it("is printed without needless zeros", () => {
    expect([10_000, 8_450, 8_405].map(printPoints)).toEqual(["100", "84,5", "84,05"]);
  });
});

describe("a note", () => {
  it("has at most 120 words", () => {
    const of = (count: number) => refusalOf(() => checkNote(Array(count).fill("kata").join(" ")));
    expect([of(noteWords), of(noteWords + 1)]).toEqual(["done", "scoring.noteTooLong"]);
  });
});

describe("the states of a sheet", () => {
  it.each([
    ["draft", "save", "draft"],
    ["draft", "lock", "locked"],
    ["draft", "reopen", "scoring.notLocked"],
    ["locked", "save", "scoring.locked"],
    ["locked", "lock", "scoring.locked"],
    ["locked", "reopen", "draft"],
  ] as const)("%s, %s: %s", (status, step, answer) => {
    const refusal = refusalOf(() => nextStatus(status, step));
    expect(refusal === "done" ? nextStatus(status, step) : refusal).toBe(answer);
    expect(canStep(status, step)).toBe(refusal === "done");
  });
});

describe("the form of a sheet", () => {
  const read = (fields: Record<string, string>) => readSheet(deskRubric, sheetInput(deskRubric).parse({ revision: "3", ...fields }));

  it("gives marks in hundredths, open ones as null, and notes as written", () => {
    expect(read({ "mark.dampak": "84,5", "level.dampak": "3", "note.ringkasan": "jelas\r\ndan padat" })).toEqual({
      revision: 3,
      marks: { ringkasan: null, dampak: 8_450 },
      notes: { ringkasan: "jelas\ndan padat", dampak: "" },
      note: "",
      pages: [],
    });
    expect(read({ pages: "00000000000000aa drop 00000000000000bb" }).pages).toEqual(["00000000000000aa", "00000000000000bb"]);
  });

  it("refuses beside the field what is no number, too much, or outside the chosen level", () => {
    expect(refusalOf(() => read({ "mark.ringkasan": "tinggi", "mark.dampak": "100,01" }))).toBe(
      "mark.ringkasan notANumber, mark.dampak scoring.faults.outOfRange",
    );
    expect(refusalOf(() => read({ "mark.dampak": "84", "level.dampak": "2" }))).toBe("mark.dampak scoring.faults.outsideLevel");
  });

  it("refuses a note beyond its words and fields the sheet does not have", () => {
    expect(refusalOf(() => read({ note: Array(noteWords + 1).fill("kata").join(" ") }))).toBe("note scoring.faults.noteTooLong");
    expect(sheetInput(deskRubric).safeParse({ revision: "0", "mark.lain": "1" }).success).toBe(false);
  });
});
