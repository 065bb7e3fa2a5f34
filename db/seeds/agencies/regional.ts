import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AgencySeed } from "#app/features/agencies/types.ts";
import { provinceGovernment, regencyGovernment } from "#db/seeds/agencies/names.ts";
import { zoneOfProvince } from "#db/seeds/agencies/zones.ts";

const source = "Kode dan nama wilayah Kementerian Dalam Negeri, idn-area-data 3.1.2 (ODbL)";

/**
 * The 546 regional governments: 38 provinces and 508 regencies and cities. The data's 514 hold the six administrative units
 * of Jakarta, which have no government of their own (UU 29/2007) and are left out.
 */
export function regionalGovernments(): AgencySeed[] {
  const provinces = rowsOf("provinces").map(([code = "", name = ""]) => province(code, name));
  const regencies = rowsOf("regencies")
    .filter(([, , name = ""]) => !name.includes(" ADMINISTRASI "))
    .map(([code = "", provinceCode = "", name = ""]) => regency({ code, provinceCode, name }));
  return [...provinces, ...regencies];
}

const province = (code: string, capitals: string): AgencySeed => ({
  code,
  name: provinceGovernment(capitals),
  kind: "provinsi",
  provinceCode: code,
  parentCode: null,
  zone: zoneOfProvince(code),
  source,
});

const regency = (row: { code: string; provinceCode: string; name: string }): AgencySeed => ({
  code: row.code,
  ...regencyGovernment(row.name),
  provinceCode: row.provinceCode,
  parentCode: row.provinceCode,
  zone: zoneOfProvince(row.provinceCode),
  source,
});

/** The two small tables alone: the package's own reader would do, but only asynchronously. */
function rowsOf(table: "provinces" | "regencies"): string[][] {
  const entry = createRequire(import.meta.url).resolve("idn-area-data");
  const text = readFileSync(join(dirname(entry), "..", "data", `${table}.csv`), "utf8");
  const [, ...lines] = text.trim().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}
