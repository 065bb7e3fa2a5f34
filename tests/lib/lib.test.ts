import { describe, expect, it } from "vitest";
import { canonicalJson } from "#app/lib/canonical.ts";
import { csvLine } from "#app/lib/csv.ts";
import { ownPath } from "#app/lib/own-path.ts";
import { seededRandom, shuffled } from "#app/lib/random.ts";
import { countWords, inLocale } from "#app/lib/words.ts";
import { instantOfLocal, localOfInstant, zoneOffsetMinutes } from "#app/lib/zones.ts";

describe("canonical JSON", () => {
  it("orders keys and prints numbers as RFC 8785 asks", () => {
    const value = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], string: "€$\u000f\nA'B\"\\\\\"/", literals: [null, true, false] };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  it("refuses a number that is not finite", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow("finite");
  });
});

describe("seeded random", () => {
  it("repeats with the seed and stays in [0, 1)", () => {
    const take = (seed: number) => Array.from({ length: 1_000 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(7).every((x) => x >= 0 && x < 1)).toBe(true);
  });
  it("shuffles every position about equally often", () => {
    const random = seededRandom(3);
    const first = [0, 0, 0];
    for (let i = 0; i < 3_000; i += 1) first[shuffled([0, 1, 2], random)[0] as number]! += 1;
    expect(first.every((n) => Math.abs(n - 1_000) < 120)).toBe(true);
  });
});

describe("words", () => {
  it("counts hyphenated words, numbers and abbreviations once", () => {
    expect(countWords("")).toBe(0);
    expect(countWords("Pulau-pulau kecil, 4,5 jam; s.d. 12/2024 — ya.")).toBe(7);
    expect(countWords("  satu\n\ndua\ttiga  ")).toBe(3);
  });
  it("shows Indonesian where the English is empty", () => {
    expect([inLocale("en", { id: "a", en: "" }), inLocale("en", { id: "a", en: "b" }), inLocale("id", { id: "a", en: "b" })]).toEqual(["a", "b", "a"]);
  });
});

describe("zones", () => {
  it("know Indonesia's three", () => {
    const at = Date.UTC(2026, 3, 16);
    expect(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"].map((zone) => zoneOffsetMinutes(zone, at) / 60)).toEqual([7, 8, 9]);
  });
  it("turn local time into an instant and back", () => {
    const at = instantOfLocal("Asia/Makassar", "2026-04-17T00:00");
    expect(at).toBe(Date.UTC(2026, 3, 16, 16));
    expect(localOfInstant("Asia/Jakarta", at as number)).toBe("2026-04-16T23:00");
  });
  it("refuse days that do not exist", () => {
    expect([instantOfLocal("Asia/Jakarta", "2026-02-30T00:00"), instantOfLocal("Asia/Jakarta", "16 April")]).toEqual([null, null]);
  });
});

describe("own paths", () => {
  it("lead inside this site only, whatever a browser would make of them", () => {
    expect(ownPath("/organiser?sort=name")).toBe("/organiser?sort=name");
    const foreign = ["//x.example", "/\\x.example", "/\t/x.example", "https://x.example", "x", "", undefined];
    expect(foreign.map(ownPath)).toEqual(foreign.map(() => null));
  });
});

describe("CSV", () => {
  it("keeps a text from being run as a formula, and numbers as they are", () => {
    expect(csvLine(["=1+1", "@a", "a,b", -5])).toBe(`'=1+1,'@a,"a,b",-5\r\n`);
  });
});
