import type { AgencySeed } from "#app/features/agencies/types.ts";

/** A region as a registry file would carry it. */
export const region = (code: string, name: string, change: Partial<AgencySeed> = {}): AgencySeed => ({
  code,
  name,
  kind: code.includes(".") ? "kabupaten" : "provinsi",
  provinceCode: code.slice(0, 2),
  parentCode: code.includes(".") ? code.slice(0, 2) : null,
  zone: "Asia/Jakarta",
  source: "test registry",
  ...change,
});

export const province = region("74", "Pemerintah Provinsi Sulawesi Tenggara", { zone: "Asia/Makassar" });
export const wakatobi = region("74.07", "Pemerintah Kabupaten Wakatobi", { zone: "Asia/Makassar" });
export const buton = region("74.01", "Pemerintah Kabupaten Buton", { zone: "Asia/Makassar" });
