import { describe, expect, it } from "vitest";
import { translators } from "#app/i18n/dictionaries.ts";
import * as format from "#app/i18n/format.ts";

const close = Date.UTC(2026, 3, 16, 17);

describe("printing", () => {
  it("says a half-open end at midnight as the last minute of the day before, with its zone", () => {
    expect(format.formatDeadline("id", close, "Asia/Jakarta")).toBe("Kamis, 16 April 2026 pukul 23.59 WIB");
    expect(format.formatDeadline("id", close, "Asia/Jayapura")).toBe("Jumat, 17 April 2026 pukul 01.59 WIT");
    expect(format.formatDeadline("en", close, "Asia/Makassar")).toBe("Friday, 17 April 2026 at 00:59 WITA");
  });
  it("prints numbers, marks, shares and sizes as each language does", () => {
    expect([format.formatNumber("id", 3478), format.formatNumber("en", 3478)]).toEqual(["3.478", "3,478"]);
    expect([format.formatMark("id", 8150), format.formatMark("en", 8150)]).toEqual(["81,50", "81.50"]);
    expect([format.formatShare("id", 2500), format.formatShare("id", 1250)]).toEqual(["25 %", "12,50 %"]);
    expect([format.formatBytes("id", 1_677_722), format.formatBytes("en", 300)]).toEqual(["1,6 MB", "1 KB"]);
    expect(format.formatPlainDay("id", "2024-02-29")).toBe("29 Februari 2024");
  });
  it("fills a message and prints its numbers", () => {
    expect(translators.id("common.words.over", { count: 3478 })).toBe("lebih 3.478 kata");
    expect(translators.en("common.words.over", { count: 3478 })).toBe("3,478 words over");
  });
});
