import { between, pick } from "#app/cli/season/chance.ts";
import type { FormField } from "#app/features/competitions/definition/types.ts";
import { askedFields } from "#app/features/proposals/form/rules.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { Random } from "#app/lib/random.ts";
import { countWords } from "#app/lib/words.ts";

/** Every invented text carries this mark, so that nobody takes it for a real innovation. */
export const rehearsalMark = "(data latihan)";

const ways = [
  "Jemput Bola", "Loket Pintar", "Kelas Bersama", "Antar Langsung", "Satu Pintu", "Pantau Bersama", "Daftar Sekali",
  "Peta Layanan", "Kabar Desa", "Rumah Belajar", "Jadwal Pasti", "Tanya Petugas", "Kartu Layanan", "Pos Keliling",
  "Antrean Daring", "Teman Warga", "Dapur Sehat", "Bengkel Ide", "Arsip Digital", "Siaga Cepat", "Kebun Bersama",
  "Jembatan Informasi", "Sapa Pagi", "Gerak Bersama",
];

const services = [
  "Administrasi Kependudukan", "Imunisasi Anak", "Perizinan Usaha Kecil", "Air Bersih", "Angkutan Sekolah",
  "Pemeriksaan Ibu Hamil", "Bantuan Sosial", "Pengelolaan Sampah", "Perpustakaan Keliling", "Uji Kendaraan",
  "Pelatihan Kerja", "Penyuluhan Pertanian", "Pajak Daerah", "Rujukan Pasien", "Pendidikan Inklusif", "Pengaduan Warga",
  "Informasi Cuaca Nelayan", "Rehabilitasi Penyandang Disabilitas", "Kesiapsiagaan Banjir", "Pasar Rakyat",
  "Sertifikasi Halal Usaha Mikro", "Gizi Balita", "Layanan Lanjut Usia", "Pemadam Kebakaran",
];

const people = [
  "Warga Pesisir", "Warga Pulau Kecil", "Keluarga Prasejahtera", "Petani Hulu", "Nelayan Kecil", "Penyandang Disabilitas",
  "Pekerja Migran", "Pelaku Usaha Mikro", "Anak Putus Sekolah", "Ibu dan Balita", "Lanjut Usia", "Warga Perbatasan",
  "Kawasan Padat Penduduk", "Desa Terpencil", "Pelajar dan Santri", "Pedagang Pasar", "Komunitas Adat", "Penyewa Rumah Susun",
  "Pengemudi Angkutan", "Relawan Desa",
];

const units = [
  "Dinas Kesehatan", "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Pendidikan", "Dinas Sosial", "Dinas Perhubungan",
  "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Dinas Pertanian", "Dinas Lingkungan Hidup", "RSUD",
  "Dinas Perpustakaan dan Kearsipan", "Badan Penanggulangan Bencana Daerah", "Badan Pendapatan Daerah",
];

const centralUnits = ["Direktorat Pelayanan Publik", "Balai Pelayanan", "Pusat Data dan Informasi", "Kantor Wilayah", "Unit Layanan Terpadu"];

const sentences = [
  "Sebelum ada layanan ini, warga menempuh perjalanan setengah hari dan sering harus kembali karena berkas kurang.",
  "Petugas kini mendatangi lokasi dengan jadwal yang diumumkan sepekan sebelumnya melalui pengeras suara dan pesan singkat.",
  "Waktu tunggu turun dari rata-rata sembilan hari menjadi dua hari kerja menurut catatan unit.",
  "Biaya yang dikeluarkan warga berkurang karena tidak perlu menyewa kendaraan.",
  "Data dicatat sekali dan dipakai bersama oleh unit yang berkepentingan.",
  "Evaluasi dilakukan setiap triwulan bersama kader, dan hasilnya ditempel di papan informasi.",
  "Pelibatan kelompok rentan diatur dalam petunjuk teknis yang disepakati bersama.",
  "Sumber daya yang dipakai berasal dari anggaran rutin sehingga tidak bergantung pada satu pejabat.",
  "Dua daerah tetangga telah mempelajari cara kerja ini dan menyesuaikannya dengan keadaan setempat.",
  "Kendala utama adalah jaringan yang lemah, yang diatasi dengan formulir luring.",
  "Keluhan ditindaklanjuti paling lambat tiga hari kerja dan jawabannya disampaikan kepada pelapor.",
  "Survei kepuasan dilakukan oleh pihak luar unit dengan contoh acak.",
  "Pelatihan petugas dilakukan dua kali setahun dan diikuti seluruh kecamatan.",
  "Pembagian peran antara dinas, desa, dan relawan ditulis dalam surat kesepakatan.",
  "Layanan berjalan terus saat petugas berganti karena pedomannya sederhana.",
  "Perubahan terlihat pada jumlah warga yang terlayani, yang naik hampir dua kali lipat.",
];

/** A fictitious title that is not yet in `taken`, with the mark at its end. */
export function inventTitle(random: Random, taken: Set<string>): string {
  const base = `${pick(ways, random)} ${pick(services, random)} bagi ${pick(people, random)}`;
  let title = `${base} ${rehearsalMark}`;
  for (let wave = 2; taken.has(title); wave += 1) title = `${base} Tahap ${wave} ${rehearsalMark}`;
  taken.add(title);
  return title;
}

export const inventUnit = (isCentral: boolean, random: Random): string =>
  `${pick(isCentral ? centralUnits : units, random)} ${rehearsalMark}`;

/** Words of one long answer: enough to read, within the limit. */
const usualWords: [number, number] = [45, 80];

/** Answers to every question asked of the group except files; follow-ups appear as their question is answered. */
export function inventAnswers(definition: Definition, groupKey: string, random: Random): Record<string, string> {
  const answers: Record<string, string> = {};
  for (;;) {
    const open = askedFields(definition, groupKey, answers).filter(({ kind, key }) => kind !== "file" && kind !== "statement" && !(key in answers));
    if (open.length === 0) return answers;
    for (const field of open) answers[field.key] = inventAnswer(field, random);
  }
}

function inventAnswer(field: FormField, random: Random): string {
  switch (field.kind) {
    case "longText":
      return inventText(between(...usualWords, random), field.maxWords, random);
    case "shortText":
      return inventText(6, field.maxWords, random);
    case "number":
      return String(inventNumber(field, random));
    case "date":
      return "2020-03-02";
    case "url":
    case "video":
      return "https://video.latihan.invalid/contoh";
    case "choice":
      return pick(field.options, random).key;
    case "multiChoice":
      return JSON.stringify([pick(field.options, random).key]);
    case "rows":
      return JSON.stringify(Array.from({ length: Math.max(1, field.minRows) }, () => inventRow(field, random)));
    case "file":
    case "statement":
      return "";
  }
}

const inventRow = ({ columns }: FormField, random: Random): Record<string, string> => {
  const cells = {
    shortText: () => inventText(4, null, random),
    number: (key: string) => String(key === "tahun" ? between(2017, 2024, random) : between(1, 100, random)),
    date: () => "2020-03-02",
    url: () => "https://video.latihan.invalid/contoh",
  };
  return Object.fromEntries(columns.map(({ key, kind }) => [key, cells[kind](key)]));
};

function inventNumber({ min, max }: FormField, random: Random): number {
  const low = min ?? 0;
  const high = max ?? low + 100;
  return between(Math.ceil(low + (high - low) * 0.55), Math.floor(high), random);
}

/** Sentences of at least `wanted` words with the mark in front, cut at the limit. */
function inventText(wanted: number, limit: number | null, random: Random): string {
  const most = Math.min(wanted, limit || wanted);
  const words: string[] = rehearsalMark.split(" ");
  while (countWords(words.join(" ")) < most) words.push(...pick(sentences, random).split(" "));
  while (countWords(words.join(" ")) > most && words.length > 1) words.pop();
  return words.join(" ");
}

/** Reasons a screener gives, by the check that failed. */
export const failureReasons: Record<string, string> = {
  age: "Usia inovasi belum cukup sampai penutupan pendaftaran menurut bukti yang dilampirkan (data latihan).",
  completeness: "Uraian belum lengkap: dampak tidak disertai data pembanding (data latihan).",
  statementLetters: "Surat pernyataan belum ditandatangani pejabat yang berwenang (data latihan).",
  title: "Judul dan isi sama dengan proposal lain dari instansi yang sama (data latihan).",
  category: "Isi proposal tidak sesuai dengan kategori yang dipilih (data latihan).",
};
