import { describe, expect, it } from "vitest";
import { importArchive } from "#app/features/archive/operations.server.ts";
import { archiveFacets, archivedYears, countAwardRecords, getYear, listAwardRecords, listYearAggregates } from "#app/features/archive/queries.server.ts";
import { compositionsOf, isComposition, sourceParts } from "#app/features/archive/rules.ts";
import type { AwardRecordSeed, YearAggregateSeed } from "#app/features/archive/types.ts";
import { agencies } from "#db/schema/agencies.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { awardRecords, yearAggregates } from "#db/seeds/archive/archive.ts";
import { countStatements, makeWorld } from "#tests/support/world.ts";

const award = (change: Partial<AwardRecordSeed> = {}): AwardRecordSeed => ({
  competition: "kipp",
  year: 2019,
  tier: "Top 45",
  title: "Rumah Kedelai Grobogan",
  agencyName: "Pemerintah Kabupaten Grobogan",
  agencyCode: null,
  unit: "Dinas Pertanian",
  province: "Jawa Tengah",
  source: "https://solopos.com/a",
  note: "",
  ...change,
});
const figure = (change: Partial<YearAggregateSeed> = {}): YearAggregateSeed => ({
  competition: "kipp",
  year: 2019,
  measure: "registered",
  value: 3_156,
  text: "3156",
  source: "https://menpan.go.id/b",
  ...change,
});
const composition = (kind: string, agencies: number, innovations: number): YearAggregateSeed[] => [
  figure({ measure: `composition.Top 99.${kind}.agencies`, value: agencies, text: "", source: "https://menpan.go.id/c" }),
  figure({ measure: `composition.Top 99.${kind}.innovations`, value: innovations, text: "", source: "https://menpan.go.id/c" }),
];

describe("taking in", () => {
  it("may be repeated: nothing comes twice, nothing changes", () => {
    const { ctx } = makeWorld();
    const records = [award(), award({ source: "https://lain.id/a" })];
    expect(importArchive(ctx, records, [figure()])).toEqual({ created: 3, unchanged: 0 });
    const before = listAwardRecords(ctx, {});
    expect(importArchive(ctx, records, [figure()])).toEqual({ created: 0, unchanged: 3 });
    expect(importArchive(ctx, [...records, award({ title: "Baru" })], [figure()])).toEqual({ created: 1, unchanged: 3 });
    expect(listAwardRecords(ctx, {}).filter((row) => row.title !== "Baru")).toEqual(before);
  });

  it("keeps two publications of one award as two rows", () => {
    const { ctx } = makeWorld();
    importArchive(ctx, [award(), award({ note: "juga" })], []);
    expect(countAwardRecords(ctx)).toBe(2);
  });

  it("names the agency of the registry where its code is known, and a registry that came later makes no second award", () => {
    const { ctx } = makeWorld();
    importArchive(ctx, [award({ agencyCode: "33.15" })], []);
    const id = ctx.newId("agency");
    const place = { kind: "kabupaten", provinceCode: "33", parentId: null, zone: "Asia/Jakarta", source: "test" } as const;
    ctx.db.insert(agencies).values({ id, code: "33.15", name: "Pemerintah Kabupaten Grobogan", ...place }).run();
    expect(importArchive(ctx, [award({ agencyCode: "33.15" })], [])).toEqual({ created: 0, unchanged: 1 });
    importArchive(ctx, [award({ agencyCode: "33.15", title: "Lain" })], []);
    expect(listAwardRecords(ctx, { q: "Lain" })[0]?.agencyId).toBe(id);
  });
});

describe("reading", () => {
  const filled = () => {
    const { ctx } = makeWorld();
    importArchive(
      ctx,
      [award(), award({ title: "Balakar", year: 2018, tier: "Top 40" }), award({ competition: "sp4n", title: "", agencyName: "BPJS Kesehatan", province: "-" })],
      [figure(), figure({ measure: "passedAdmin", value: null, text: "not found" }), ...composition("kementerian", 12, 19), ...composition("kota", 18, 21)],
    );
    return ctx;
  };

  it("filters by competition, year and tier, and searches words as they are", () => {
    const ctx = filled();
    const titles = (filter: object) => listAwardRecords(ctx, filter).map((row) => row.title);
    expect(titles({})).toEqual(["Rumah Kedelai Grobogan", "", "Balakar"]);
    expect(titles({ competition: "kipp", year: 2019 })).toEqual(["Rumah Kedelai Grobogan"]);
    expect(titles({ tier: "Top 40" })).toEqual(["Balakar"]);
    expect(titles({ q: "bpjs" })).toEqual([""]);
    expect(titles({ q: "%" })).toEqual([]);
    expect(countAwardRecords(ctx, { q: "jawa tengah" })).toBe(2);
  });

  it("counts what each filter holds", () => {
    expect(archiveFacets(filled())).toEqual({
      competitions: [
        { key: "kipp", records: 2 },
        { key: "sp4n", records: 1 },
      ],
      years: [
        { year: 2019, records: 2 },
        { year: 2018, records: 1 },
      ],
      tiers: [
        { tier: "Top 40", records: 1 },
        { tier: "Top 45", records: 2 },
      ],
    });
  });

  it("tells a year with figures, what was not found, and compositions as published", () => {
    const ctx = filled();
    const year = getYear(ctx, 2019);
    expect(year.aggregates.map((one) => [one.measure, one.value])).toEqual([
      ["registered", 3_156],
      ["passedAdmin", null],
    ]);
    expect(year.compositions).toEqual([
      {
        competition: "kipp",
        tier: "Top 99",
        lines: [
          { kind: "kementerian", agencies: 12, innovations: 19 },
          { kind: "kota", agencies: 18, innovations: 21 },
        ],
        total: { agencies: 30, innovations: 40 },
        source: "https://menpan.go.id/c",
      },
    ]);
    expect(year.records.length).toBe(2);
    expect(archivedYears(ctx)).toEqual([2019, 2018]);
    expect(refusalOf(() => getYear(ctx, 2017))).toBe("archive.yearUnknown");
    expect(listYearAggregates(ctx, { competition: "kipp", measures: ["registered"] }).map((one) => one.value)).toEqual([3_156]);
  });

  it("costs the same number of statements for one record and for three", () => {
    const count = (records: number): number => {
      const { ctx } = makeWorld();
      importArchive(ctx, Array.from({ length: records }, (_, index) => award({ title: `Inovasi ${index}` })), []);
      return countStatements(ctx, () => [listAwardRecords(ctx, {}), archiveFacets(ctx), getYear(ctx, 2019)]);
    };
    expect(count(3)).toBe(count(1));
  });
});

describe("sources", () => {
  it("are divided at semicolons; addresses become links under their host", () => {
    expect(sourceParts("https://www.menpan.go.id/site/x ; http://b.id/y?a=1;b=2; Kepmen PANRB 47/2019")).toEqual([
      { text: "menpan.go.id", url: "https://www.menpan.go.id/site/x" },
      { text: "b.id", url: "http://b.id/y?a=1;b=2" },
      { text: "Kepmen PANRB 47/2019", url: null },
    ]);
    expect(sourceParts("javascript:alert(1)")).toEqual([{ text: "javascript:alert(1)", url: null }]);
  });

  it("of a composition with half a line leave that line out: nothing is computed to fill a gap", () => {
    const rows = composition("kota", 18, 21).slice(0, 1);
    expect(compositionsOf(rows)).toEqual([{ tier: "Top 99", lines: [], total: { agencies: 0, innovations: 0 }, source: "https://menpan.go.id/c" }]);
    expect([isComposition("composition.Top 99.kota.agencies"), isComposition("registered")]).toEqual([true, false]);
  });
});

describe("the archive as it is delivered", () => {
  it("shows what was published of 2019: of 3,156 proposals, 99 innovations from 70 agencies and 45 from 43, with sources", () => {
    const { ctx } = makeWorld();
    importArchive(ctx, awardRecords(), yearAggregates());
    const { aggregates, compositions } = getYear(ctx, 2019);
    expect(aggregates.find((one) => one.competition === "kipp" && one.measure === "registered")?.value).toBe(3_156);
    expect(compositions.map(({ tier, total }) => [tier, total])).toEqual([
      ["Top 99", { agencies: 70, innovations: 99 }],
      ["Top 45", { agencies: 43, innovations: 45 }],
    ]);
    expect(compositions[0]?.lines).toEqual([
      { kind: "kementerian", agencies: 12, innovations: 19 },
      { kind: "lembaga", agencies: 4, innovations: 5 },
      { kind: "provinsi", agencies: 8, innovations: 12 },
      { kind: "kabupaten", agencies: 27, innovations: 41 },
      { kind: "kota", agencies: 18, innovations: 21 },
      { kind: "bumn", agencies: 1, innovations: 1 },
    ]);
    for (const { source } of compositions) expect(sourceParts(source).length).toBeGreaterThan(1);
  });
});
