import { describe, expect, it } from "vitest";
import { archivedCompetitions, compositionsOf, sourceParts } from "#app/features/archive/rules.ts";
import type { AwardRecordSeed } from "#app/features/archive/types.ts";
import { centralAgencies } from "#db/seeds/agencies/central.ts";
import { regionalGovernments } from "#db/seeds/agencies/regional.ts";
import { agencyCodeOf, unmatched } from "#db/seeds/archive/agency-codes.ts";
import { awardRecords, yearAggregates } from "#db/seeds/archive/archive.ts";
import { composition2019 } from "#db/seeds/archive/composition-2019.ts";
import { readRecords } from "#db/seeds/archive/records.ts";

const records = awardRecords();
const aggregates = yearAggregates();

const of = (competition: string, year: number, tier: string): AwardRecordSeed[] =>
  records.filter((record) => record.competition === competition && record.year === year && record.tier === tier);

const figure = (competition: string, year: number, measure: string): number | null | undefined =>
  aggregates.find((one) => one.competition === competition && one.year === year && one.measure === measure)?.value;

describe("award records", () => {
  it("are 133: 51 of KIPP, 56 of SP4N, 18 of UNPSA, 8 of KOVABLIK", () => {
    const counts = archivedCompetitions.map((key) => [key, records.filter(({ competition }) => competition === key).length]);
    expect(counts).toEqual([
      ["kipp", 51],
      ["sp4n", 56],
      ["kovablik", 8],
      ["unpsa", 18],
    ]);
  });

  it("hold the complete Top 9 of 2014", () => {
    expect(of("kipp", 2014, "Top 9").map(({ title, agencyCode }) => [title, agencyCode])).toEqual([
      ["Surabaya Single Window (SSW)", "35.78"],
      ["Format hulu hilir", "11"],
      ["Fiducia Online", null],
      ["GRMS", "35.78"],
      ["Pemberantasan KKN pada jembatan timbang", "35"],
      ["KM 0 (nol) pro poor", "32"],
      ["Pembangunan Jalan Tanpa Bayar", "63.72"],
      ["Kampung Media", "52"],
      ["Karantina Ikan Semarang", "K-KP"],
    ]);
  });

  it("hold the thirteen winners of SP4N 2019, the Top 10 and Top 25 of 2018, and four of fifteen of 2020", () => {
    const counts = [
      of("sp4n", 2019, "Pemenang"),
      of("sp4n", 2018, "Top 10"),
      of("sp4n", 2018, "Top 25"),
      of("sp4n", 2020, "Top 15"),
      of("sp4n", 2020, "Finalis"),
    ].map(({ length }) => length);
    expect(counts).toEqual([13, 10, 25, 4, 4]);
  });

  it("hold all eight of Central Java's Top 45 of 2019", () => {
    const central = of("kipp", 2019, "Top 45").filter(({ province }) => province === "Jawa Tengah");
    expect(central.map(({ agencyCode }) => agencyCode).toSorted()).toEqual(
      ["33", "33.02", "33.01", "33.04", "33.07", "33.08", "33.15", "33.29"].toSorted(),
    );
  });

  it("keep two publications of one award as two rows", () => {
    const tele = records.filter(({ title }) => title.startsWith("Tele Apik"));
    expect(tele.map(({ tier, agencyName }) => [tier, agencyName])).toEqual([
      ["Top 99", "Pemerintah Provinsi Jawa Tengah"],
      ["Top 45", "Pemerintah Provinsi Jawa Tengah"],
    ]);
    const bpom = records.filter(({ competition, year, agencyCode }) => competition === "sp4n" && year === 2018 && agencyCode === "L-BPOM");
    expect(bpom.map(({ tier, agencyName }) => [tier, agencyName])).toEqual([
      ["Top 10", "Badan Pengawas Obat dan Makanan (BPOM)"],
      ["Top 25", "Badan Pengawas Obat dan Makanan"],
    ]);
  });

  it("name agencies of the registry where that is certain, and nothing where it is not", () => {
    const codes = new Set([...centralAgencies(), ...regionalGovernments()].map(({ code }) => code));
    const strangers = records.filter(({ agencyCode }) => agencyCode !== null && !codes.has(agencyCode));
    expect(strangers).toEqual([]);
    const without = new Set(records.filter(({ agencyCode }) => agencyCode === null).map(({ agencyName }) => agencyName));
    expect([...without].toSorted()).toEqual([...unmatched].toSorted());
  });

  it("come from years that were", () => {
    expect(records.filter(({ year }) => year < 2014 || year > 2026)).toEqual([]);
    expect(records.filter(({ tier, agencyName }) => tier === "" || agencyName === "")).toEqual([]);
  });
});

describe("agency names as published", () => {
  it.each([
    ["Kabupaten Wakatobi", "74.07"],
    ["Pemkab Bulukumba", "73.02"],
    ["Pemkot Solok", "13.72"],
    ["Pemprov D.I. Yogyakarta", "34"],
    ["Pemerintah Kabupaten Pangkajene dan Kepulauan", "73.10"],
    ["Kota Bandung", "32.73"],
    ["PT Pos Indonesia (Persero)", "B-POS"],
    ["Dinas Perhubungan Kabupaten Cilacap", "33.01"],
    ["Kementerian Hukum dan HAM", null],
    ["Kabupaten Antah Berantah", null],
  ])("%s is %s", (name, code) => {
    expect(agencyCodeOf(name)).toBe(code);
  });
});

describe("year aggregates", () => {
  it("hold what was registered every year, and nothing where nothing was found", () => {
    const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    expect(years.map((year) => figure("kipp", year, "registered"))).toEqual([
      515, 1_189, 2_476, 3_054, 2_824, 3_156, null, 3_178, 3_478, 3_110, null, 3_051,
    ]);
    expect(years.map((year) => figure("kipp", year, "winners"))).toEqual([
      9, 25, 35, 40, 40, 45, 50, 55, null, 50, undefined, null,
    ]);
  });

  it("ask the same six of every year of KIPP but the one without", () => {
    const asked = aggregates.filter(({ competition, measure }) => competition === "kipp" && !measure.startsWith("composition."));
    expect(asked).toHaveLength(11 * 6 + 2);
    expect(asked.filter(({ value, text }) => value === null && text === "").length).toBe(0);
  });

  it("follow 2022 from 3,478 to 114", () => {
    const steps = ["registered", "submitted", "passedAdmin", "nominated", "finalists", "winners"];
    expect(steps.map((measure) => figure("kipp", 2022, measure))).toEqual([3_478, 2_454, 1_917, null, 114, null]);
  });

  it("hold SP4N's 439 entrants, 46 finalists and 15 winners of 2020", () => {
    expect(["registered", "finalists", "winners"].map((measure) => figure("sp4n", 2020, measure))).toEqual([439, 46, 15]);
  });

  it("give no measure of a year twice", () => {
    const keys = aggregates.map(({ competition, year, measure }) => `${competition} ${year} ${measure}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the composition of 2019", () => {
  it("says 99 innovations of 70 agencies and 45 of 43, by kind", () => {
    expect(compositionsOf(aggregates)).toEqual(
      composition2019.map(({ tier, lines, source }, index) => ({
        tier,
        lines,
        total: [{ agencies: 70, innovations: 99 }, { agencies: 43, innovations: 45 }][index],
        source,
      })),
    );
    expect(composition2019[0]?.lines.map(({ kind, agencies, innovations }) => [kind, agencies, innovations])).toEqual([
      ["kementerian", 12, 19],
      ["lembaga", 4, 5],
      ["provinsi", 8, 12],
      ["kabupaten", 27, 41],
      ["kota", 18, 21],
      ["bumn", 1, 1],
    ]);
  });
});

describe("sources", () => {
  it("are an address or the name of a decree, a regulation or a release", () => {
    const named = /^(?:Kepmen|Permen) PANRB \d+\/\d{4}$|^Siaran pers Kementerian PANRB tentang .+ \d{4}$/;
    const parts = [...records, ...aggregates].flatMap(({ source }) => sourceParts(source));
    expect(parts.filter(({ text, url }) => url === null && !named.test(text))).toEqual([]);
    expect(parts.filter(({ url }) => url?.includes("...") || url?.includes("…"))).toEqual([]);
    expect([...records, ...aggregates].filter(({ source }) => sourceParts(source).length === 0)).toEqual([]);
  });

  it("resolve the same to the last one written out", () => {
    const head = "year | tier | title | agency | unit | province | source | note";
    const row = (source: string): string => `2019 | Top 99 | Judul | Kota Bandung | | | ${source} | `;
    const table = [head, row("https://a.id"), row("same"), row("same ; https://b.id"), row("same"), row("Kepmen PANRB 1/2019"), row("same")];
    expect(readRecords("kipp", table.join("\n")).map(({ source }) => source)).toEqual([
      "https://a.id",
      "https://a.id",
      "https://a.id ; https://b.id",
      "https://a.id",
      "Kepmen PANRB 1/2019",
      "Kepmen PANRB 1/2019",
    ]);
  });

  it("refuse a table that does not fit its columns", () => {
    expect(() => readRecords("kipp", "year | tier\n2019 | Top 99")).toThrow(/unexpected columns/);
    expect(() => readRecords("kipp", "year | tier | title | agency | unit | province | source | note\n2019 | Top 99")).toThrow(/not 8 cells/);
  });
});
