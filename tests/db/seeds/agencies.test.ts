import { describe, expect, it } from "vitest";
import type { AgencyKind, AgencySeed } from "#app/features/agencies/types.ts";
import { centralAgencies } from "#db/seeds/agencies/central.ts";
import { placeName } from "#db/seeds/agencies/names.ts";
import { regionalGovernments } from "#db/seeds/agencies/regional.ts";
import { zoneOfProvince } from "#db/seeds/agencies/zones.ts";

const regional = regionalGovernments();
const registry = [...centralAgencies(), ...regional];

const ofKind = (kind: AgencyKind): AgencySeed[] => registry.filter((agency) => agency.kind === kind);
const byCode = (code: string): AgencySeed | undefined => registry.find((agency) => agency.code === code);
const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe("regional governments", () => {
  it("are 546: 38 provinces, 415 regencies, 93 cities", () => {
    expect([ofKind("provinsi"), ofKind("kabupaten"), ofKind("kota")].map(({ length }) => length)).toEqual([38, 415, 93]);
    expect(regional).toHaveLength(546);
  });

  it("leave out the six administrative units of Jakarta, which are no governments", () => {
    expect(regional.filter(({ provinceCode }) => provinceCode === "31").map(({ code, name }) => [code, name])).toEqual([
      ["31", "Pemerintah Provinsi DKI Jakarta"],
    ]);
  });

  it("stand under their province, whose code begins theirs", () => {
    const strays = regional.filter(({ code, kind, parentCode, provinceCode }) =>
      kind === "provinsi" ? parentCode !== null || provinceCode !== code : parentCode !== code.slice(0, 2) || parentCode !== provinceCode,
    );
    expect(strays).toEqual([]);
    const codes = registry.map(({ code }) => code);
    expect(registry.filter(({ code, parentCode }) => parentCode && codes.indexOf(parentCode) > codes.indexOf(code))).toEqual([]);
  });

  it.each([
    ["33", "Pemerintah Provinsi Jawa Tengah"],
    ["11", "Pemerintah Aceh"],
    ["21", "Pemerintah Provinsi Kepulauan Riau"],
    ["19", "Pemerintah Provinsi Kepulauan Bangka Belitung"],
    ["34", "Pemerintah Daerah Istimewa Yogyakarta"],
    ["96", "Pemerintah Provinsi Papua Barat Daya"],
    ["74.07", "Pemerintah Kabupaten Wakatobi"],
    ["35.78", "Pemerintah Kota Surabaya"],
    ["73.10", "Pemerintah Kabupaten Pangkajene dan Kepulauan"],
    ["72.09", "Pemerintah Kabupaten Tojo Una-Una"],
    ["72.04", "Pemerintah Kabupaten Tolitoli"],
    ["74.72", "Pemerintah Kota Baubau"],
    ["92.03", "Pemerintah Kabupaten Fakfak"],
    ["17.06", "Pemerintah Kabupaten Mukomuko"],
    ["62.71", "Pemerintah Kota Palangka Raya"],
    ["12.77", "Pemerintah Kota Padangsidimpuan"],
    ["21.72", "Pemerintah Kota Tanjungpinang"],
    ["19.71", "Pemerintah Kota Pangkalpinang"],
    ["16.73", "Pemerintah Kota Lubuklinggau"],
    ["12.74", "Pemerintah Kota Tanjungbalai"],
    ["16.12", "Pemerintah Kabupaten Penukal Abab Lematang Ilir"],
    ["71.09", "Pemerintah Kabupaten Kepulauan Siau Tagulandang Biaro"],
    ["13.07", "Pemerintah Kabupaten Lima Puluh Kota"],
    ["82.72", "Pemerintah Kota Tidore Kepulauan"],
    ["32.73", "Pemerintah Kota Bandung"],
    ["32.04", "Pemerintah Kabupaten Bandung"],
    ["34.03", "Pemerintah Kabupaten Gunungkidul"],
    ["53.14", "Pemerintah Kabupaten Rote Ndao"],
  ])("write %s as %s", (code, name) => {
    expect(byCode(code)?.name).toBe(name);
  });

  it("leave no word in capitals but DKI, and no word without", () => {
    const words = regional.flatMap(({ name }) => name.split(/[\s-]/));
    expect(new Set(words.filter((word) => !/^\p{Lu}\p{Ll}+$/u.test(word)))).toEqual(new Set(["DKI", "dan"]));
  });

  it.each([
    ["62.02", "Kotawaringin Timur", "Asia/Jakarta"],
    ["61.71", "Pontianak", "Asia/Jakarta"],
    ["35.10", "Banyuwangi", "Asia/Jakarta"],
    ["63.71", "Banjarmasin", "Asia/Makassar"],
    ["65.71", "Tarakan", "Asia/Makassar"],
    ["51.71", "Denpasar", "Asia/Makassar"],
    ["53.11", "Sumba Timur", "Asia/Makassar"],
    ["74.07", "Wakatobi", "Asia/Makassar"],
    ["82.71", "Ternate", "Asia/Jayapura"],
    ["81.71", "Ambon", "Asia/Jayapura"],
    ["93.01", "Merauke", "Asia/Jayapura"],
    ["96.71", "Sorong", "Asia/Jayapura"],
  ])("keep the time of their province: %s %s in %s", (code, place, zone) => {
    expect([byCode(code)?.name.endsWith(place), byCode(code)?.zone]).toEqual([true, zone]);
  });

  it("spread over the zones as Keppres 41/1987 draws them", () => {
    const count = (zone: string): number => ofKind("provinsi").filter((agency) => agency.zone === zone).length;
    expect(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"].map(count)).toEqual([18, 12, 8]);
    expect(() => zoneOfProvince("97")).toThrow(RangeError);
  });
});

describe("central bodies", () => {
  it("are 48 ministries, 48 state bodies and 35 enterprises", () => {
    expect([ofKind("kementerian"), ofKind("lembaga"), ofKind("bumn"), ofKind("bumd")].map(({ length }) => length)).toEqual([
      48, 48, 35, 0,
    ]);
  });

  it("are coded by kind and keep Western Indonesian Time", () => {
    const letters = new Map<AgencyKind, string>([["kementerian", "K"], ["lembaga", "L"], ["bumn", "B"]]);
    const strays = centralAgencies().filter(({ code, kind }) => !new RegExp(`^${letters.get(kind)}-[A-Z0-9]{2,13}$`).test(code));
    expect(strays).toEqual([]);
    expect(new Set(centralAgencies().map(({ zone }) => zone))).toEqual(new Set(["Asia/Jakarta"]));
  });

  it("hold those that won before", () => {
    expect(["K-PANRB", "L-BPOM", "L-BPJSKES", "B-PLN", "B-POS"].map((code) => byCode(code)?.name)).toEqual([
      "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
      "Badan Pengawas Obat dan Makanan",
      "BPJS Kesehatan",
      "PT PLN (Persero)",
      "PT Pos Indonesia (Persero)",
    ]);
  });
});

describe("the whole registry", () => {
  it("gives no code and no name twice, and names a source for each", () => {
    expect(repeated(registry.map(({ code }) => code))).toEqual([]);
    expect(repeated(registry.map(({ name }) => name.toLowerCase()))).toEqual([]);
    expect(registry.filter(({ source }) => source.trim() === "")).toEqual([]);
  });
});

it("writes names in title case, keeping hyphens and the word dan", () => {
  expect(["KULON PROGO", "UNA-UNA", "PANGKAJENE DAN KEPULAUAN"].map(placeName)).toEqual([
    "Kulon Progo",
    "Una-Una",
    "Pangkajene dan Kepulauan",
  ]);
});
