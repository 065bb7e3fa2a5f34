import { describe, expect, it } from "vitest";
import { settledWords } from "#app/features/ranking/components/settled-words.ts";
import { rankChange, settledOf } from "#app/features/ranking/evidence/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";

const row = (rank: number, pTop: number | null) => ({ rank, pTop });

describe("how far the marks settle a list", () => {
  const rows = [row(1, 0.99), row(2, 0.75), row(3, 0.56), row(4, 0.5), row(5, 0.05), row(6, 0.01)];

  it("is the sum of the chances of those within its places, and who is neither in nor out", () => {
    const settled = settledOf(rows, 3);
    expect([settled?.within, settled?.expected.toFixed(2), settled?.open]).toEqual([3, "2.30", 3]);
  });

  it("counts the places of the rows that are shown alone", () => {
    expect(settledOf(rows.slice(1), 3)).toMatchObject({ within: 2, open: 3 });
  });

  it("is not known where a version keeps no chances, or not of all", () => {
    expect([settledOf([row(1, null)], 1), settledOf([row(1, 0.9), row(2, null)], 2), settledOf([], 3)]).toEqual([null, null, null]);
  });

  it("is said in a sentence", () => {
    expect(settledWords(translators.en, { within: 99, expected: 63.84, open: 331 }, 99)).toBe(
      "Of the 99 entries ranked within the first 99, about 63.8 are expected to belong there; 331 entries are not settled by the marks there are, with a chance between 5 and 95 %.",
    );
    expect(settledWords(translators.id, { within: 99, expected: 63.84, open: 331 }, 99)).toBe(
      "Dari 99 proposal pada peringkat 99 teratas, sekitar 63,8 diperkirakan memang tempatnya di situ; 331 proposal belum pasti menurut nilai yang ada, dengan peluang antara 5 dan 95 %.",
    );
  });
});

describe("places won or lost against the raw order", () => {
  it("are none between equals that a draw parted, by whatever value they rank", () => {
    const drawn = [3, 4, 5].map((rank) => ({ rank, rawRank: 3, calibratedRank: 3 }));
    expect(drawn.map((row) => rankChange(row, "raw"))).toEqual([0, 0, 0]);
    expect(drawn.map((row) => rankChange(row, "calibrated"))).toEqual([0, 0, 0]);
  });

  it("are those of the value, up and down, and unknown where a version keeps none", () => {
    const row = { rank: 7, rawRank: 9, calibratedRank: 6 };
    expect([rankChange(row, "calibrated"), rankChange(row, "quality"), rankChange({ ...row, rawRank: 2 }, "calibrated")]).toEqual([3, 2, -4]);
    expect(rankChange({ ...row, calibratedRank: null }, "calibrated")).toBe(2);
    expect(rankChange({ ...row, rawRank: null }, "calibrated")).toBeNull();
  });
});
