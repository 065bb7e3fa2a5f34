import { describe, expect, it } from "vitest";
import { type AgencyKind, agencyKinds } from "#app/features/agencies/types.ts";
import { kindSentence, totalSentence } from "#app/features/showcase/components/composition-words.ts";
import { ageWords, leftWords, requirements } from "#app/features/showcase/components/rule-words.ts";
import { compositionOf, matchesFilter, provinceName, provincesOf, yearFigures } from "#app/features/showcase/rules.ts";
import type { StatisticsRow } from "#app/features/showcase/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { shuffled, seededRandom } from "#app/lib/random.ts";

/** Top 99 of 2019 as the ministry published it: agencies and innovations by kind. The rows below are invented to fit. */
const published: [AgencyKind, number, number][] = [
  ["kementerian", 12, 19],
  ["lembaga", 4, 5],
  ["provinsi", 8, 12],
  ["kabupaten", 27, 41],
  ["kota", 18, 21],
  ["bumn", 1, 1],
];

/** As many rows as innovations, dealt round the agencies of the kind. */
const rows: StatisticsRow[] = published.flatMap(([kind, agencies, innovations]) =>
  Array.from({ length: innovations }, (_, index) => ({
    agencyId: `agc_${kind}_${index % agencies}`,
    kind,
    provinceCode: ["provinsi", "kabupaten", "kota"].includes(kind) ? String(31 + (index % agencies)) : null,
  })),
);

describe("the composition of 2019", () => {
  it("is told exactly as the ministry told it: 99 innovations from 70 agencies", () => {
    expect(compositionOf(rows)).toEqual({
      lines: published.map(([kind, agencies, innovations]) => ({ kind, agencies, innovations })),
      total: { agencies: 70, innovations: 99 },
    });
  });

  it("does not depend on the order of the rows", () => {
    expect(compositionOf(shuffled(rows, seededRandom(3)))).toEqual(compositionOf(rows));
  });

  it("is said in sentences of both languages", () => {
    const composition = compositionOf(rows);
    expect([...composition.lines.map((line) => kindSentence(translators.id, line)), totalSentence(translators.id, composition)]).toEqual([
      "19 inovasi dari 12 kementerian",
      "5 inovasi dari 4 lembaga",
      "12 inovasi dari 8 provinsi",
      "41 inovasi dari 27 kabupaten",
      "21 inovasi dari 18 kota",
      "1 inovasi dari 1 BUMN",
      "Seluruhnya 99 inovasi dari 70 instansi.",
    ]);
    expect([...composition.lines.map((line) => kindSentence(translators.en, line)), totalSentence(translators.en, composition)]).toEqual([
      "19 innovations from 12 ministries",
      "5 innovations from 4 state bodies",
      "12 innovations from 8 provinces",
      "41 innovations from 27 regencies",
      "21 innovations from 18 cities",
      "1 innovation from 1 state-owned enterprise",
      "In all 99 innovations from 70 agencies.",
    ]);
  });
});

describe("statistics", () => {
  it("tell agencies apart by id, so that two of one name are two and one is counted once", () => {
    const row = (agencyId: string): StatisticsRow => ({ agencyId, kind: "kabupaten", provinceCode: "33" });
    expect(compositionOf([row("a"), row("b"), row("a")])).toEqual({
      lines: [{ kind: "kabupaten", agencies: 2, innovations: 3 }],
      total: { agencies: 2, innovations: 3 },
    });
  });

  it("of nothing are nothing", () => {
    expect(compositionOf([])).toEqual({ lines: [], total: { agencies: 0, innovations: 0 } });
    expect(provincesOf([])).toEqual([]);
  });

  it("have words for every kind of agency in both languages", () => {
    for (const t of [translators.id, translators.en]) {
      for (const kind of agencyKinds) {
        expect(kindSentence(t, { kind, agencies: 2, innovations: 2 })).toMatch(/^2 \S+ (dari|from) 2 \S/);
      }
    }
  });

  it("put the province with the most first, equals by code, and the central level last", () => {
    const row = (provinceCode: string | null, agencyId: string): StatisticsRow => ({ agencyId, kind: "kota", provinceCode });
    const some = [row(null, "x"), row(null, "y"), row(null, "z"), row("35", "a"), row("33", "b"), row("33", "b"), row("32", "c")];
    expect(provincesOf(some)).toEqual([
      { provinceCode: "33", agencies: 1, innovations: 2 },
      { provinceCode: "32", agencies: 1, innovations: 1 },
      { provinceCode: "35", agencies: 1, innovations: 1 },
      { provinceCode: null, agencies: 3, innovations: 3 },
    ]);
  });

  it("name a province by its government", () => {
    expect(["Pemerintah Provinsi Jawa Tengah", "Pemerintah Daerah Istimewa Yogyakarta", "Pemerintah Provinsi DKI Jakarta"].map(provinceName)).toEqual([
      "Jawa Tengah",
      "Daerah Istimewa Yogyakarta",
      "DKI Jakarta",
    ]);
  });
});

describe("figures by year", () => {
  it("leave empty what was not found and say which year was called off", () => {
    const figures = [
      { year: 2024, measure: "registered", value: null, text: "KIPP ditiadakan" },
      { year: 2020, measure: "registered", value: null, text: "tidak ditemukan" },
      { year: 2020, measure: "passedAdmin", value: 2_250, text: "2.250" },
      { year: 2019, measure: "registered", value: 3_156, text: "3.156" },
    ];
    expect(yearFigures(figures)).toEqual([
      { year: 2019, registered: 3_156, passed: null, held: true },
      { year: 2020, registered: null, passed: 2_250, held: true },
      { year: 2024, registered: null, passed: null, held: false },
    ]);
  });
});

describe("the filter of a list", () => {
  const row = {
    rank: 1,
    number: "2026-0417",
    title: "Apotek Singgah",
    unit: "Dinas Kesehatan",
    agencyName: "Pemerintah Kabupaten Wakatobi",
    kind: "kabupaten" as const,
    province: "Sulawesi Tenggara",
    provinceCode: "74",
    category: { id: "", en: "" },
    categoryKey: "kesehatan",
    score: 1,
  };
  const none = { q: "", kind: "" as const, province: "", category: "" };

  it("finds words of title, agency, unit and number in any case", () => {
    for (const q of ["", "apotek", "WAKATOBI", "dinas", "0417"]) expect(matchesFilter(row, { ...none, q })).toBe(true);
    expect(matchesFilter(row, { ...none, q: "puskesmas" })).toBe(false);
  });

  it("asks kind, province and category together", () => {
    expect(matchesFilter(row, { q: "apotek", kind: "kabupaten", province: "74", category: "kesehatan" })).toBe(true);
    expect(matchesFilter(row, { ...none, kind: "kota" })).toBe(false);
    expect(matchesFilter(row, { ...none, province: "pusat" })).toBe(false);
    expect(matchesFilter({ ...row, provinceCode: null }, { ...none, province: "pusat" })).toBe(true);
    expect(matchesFilter(row, { ...none, category: "lain" })).toBe(false);
  });
});

describe("words of the rules", () => {
  const t = translators.id;
  const hour = 3_600_000;

  it("say what is left, rounded down", () => {
    expect([129 * hour + 59 * 60_000, 24 * hour, 23 * hour + 59 * 60_000, 61_000, 59_000, -5].map((left) => leftWords(t, left))).toEqual([
      "5 hari 9 jam",
      "1 hari 0 jam",
      "23 jam 59 menit",
      "1 menit",
      "0 menit",
      "0 menit",
    ]);
  });

  it("say whole years as years", () => {
    expect([24, 12, 18].map((months) => ageWords(t, months))).toEqual(["2 tahun", "1 tahun", "18 bulan"]);
  });

  it("say what is not set, and leave quotas of invited groups out", () => {
    const group = (key: string, change: object) => ({
      key,
      name: { id: key, en: key },
      description: { id: "", en: "" },
      byInvitation: false,
      minimumAgeMonths: 24,
      quotaPerAgency: 10,
      ...change,
    });
    const groups = [group("umum", {}), group("replikasi", { quotaPerAgency: 0, minimumAgeMonths: null }), group("khusus", { byInvitation: true })];
    expect(requirements(t, { groups, agencyKinds: ["kota", "bumn"] }).map((one) => one.value)).toEqual([
      "Kota, BUMN",
      "2 tahun untuk umum, replikasi: belum ditetapkan, 2 tahun untuk khusus",
      "10 proposal umum per instansi, replikasi tanpa batas",
      "khusus",
      "Admin lokal instansi. Unit penyelenggara menulis drafnya.",
    ]);
  });
});
