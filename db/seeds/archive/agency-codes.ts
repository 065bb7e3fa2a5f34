import { centralAgencies } from "#db/seeds/agencies/central.ts";
import { regionalGovernments } from "#db/seeds/agencies/regional.ts";

/** Names as published that are not those of the registry but certainly mean one of its agencies, or a unit of it. */
const meant: Record<string, string> = {
  "BPKP": "L-BPKP",
  "BPOM": "L-BPOM",
  "Badan Pengawas Obat dan Makanan (BPOM)": "L-BPOM",
  "Dinas Perhubungan Kabupaten Cilacap": "33.01",
  "Dinas Pertanian dan Ketahanan Pangan Prov. Jawa Timur": "35",
  "Dinas Peternakan Prov. Jawa Timur": "35",
  "Ditjen Pajak": "K-KEU",
  "Kementerian ATR/BPN": "K-ATRBPN",
  "Kementerian PANRB": "K-PANRB",
  "Pemerintah Provinsi Aceh": "11",
  "Pemerintah Provinsi D.I. Yogyakarta": "34",
  "RS Jantung dan Pembuluh Darah Harapan Kita": "K-KES",
};

/** Names whose agency is no more, was divided since, or is not in the registry: to match them would be to guess. */
export const unmatched: readonly string[] = [
  "Kementerian BUMN",
  "Kementerian Desa PDTT",
  "Kementerian Hukum dan HAM",
  "Kementerian Lingkungan Hidup dan Kehutanan",
  "Kementerian Pendidikan dan Kebudayaan",
  "Kementerian Riset Teknologi dan Pendidikan Tinggi",
  "Kementerian Riset, Teknologi dan Pendidikan Tinggi",
  "Tidak disebut",
  "Universitas Brawijaya",
];

const codes = new Map([...centralAgencies(), ...regionalGovernments()].map(({ name, code }) => [name, code]));

/** The code of the agency that a published name certainly means; null where it is not certain. */
export function agencyCodeOf(published: string): string | null {
  const name = written(published);
  return meant[name] ?? codes.get(name) ?? null;
}

/** `Pemkab Kendal` and `Kabupaten Kendal` are `Pemerintah Kabupaten Kendal`. */
const written = (published: string): string =>
  published
    .replace(/^Pemprov /, "Pemerintah Provinsi ")
    .replace(/^Pemkab /, "Pemerintah Kabupaten ")
    .replace(/^Pemkot /, "Pemerintah Kota ")
    .replace(/^(Kabupaten|Kota) /, "Pemerintah $1 ");
