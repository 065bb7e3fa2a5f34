import type { BarRow, Series } from "#app/components/bar-series.tsx";
import type { TimelineStage } from "#app/components/timeline.tsx";

const day = (iso: string) => Date.parse(`${iso}T00:00:00+07:00`);

/** The moment every sample is drawn at, so that two pictures of the page are the same. */
export const sampleNow = Date.parse("2026-04-11T13:03:00Z");

export const sampleStages: TimelineStage[] = [
  { key: "call", name: "Pendaftaran", opensAt: day("2026-03-16"), closesAt: day("2026-04-17"), dates: "16 Mar–16 Apr" },
  { key: "screening", name: "Seleksi administrasi", opensAt: day("2026-04-17"), closesAt: day("2026-04-29"), dates: "17–28 Apr" },
  { key: "desk", name: "Penilaian proposal", opensAt: day("2026-05-04"), closesAt: day("2026-06-03"), dates: "4 Mei–2 Jun" },
  { key: "top99", name: "Penetapan Top 99", opensAt: day("2026-06-08"), closesAt: day("2026-06-14"), dates: "8–13 Jun" },
  { key: "interview", name: "Presentasi dan wawancara", opensAt: day("2026-06-22"), closesAt: day("2026-07-09"), dates: "22 Jun–8 Jul" },
  { key: "visit", name: "Observasi lapangan", opensAt: day("2026-07-13"), closesAt: day("2026-07-25"), dates: "13–24 Jul" },
  { key: "top45", name: "Penetapan Top 45", opensAt: day("2026-08-05"), closesAt: day("2026-08-11"), dates: "5–10 Agu" },
  { key: "award", name: "Penyerahan piagam", opensAt: day("2026-10-15"), closesAt: day("2026-10-16"), dates: "15 Okt" },
];

export const laterNow = day("2026-05-19");

export const timelineWords = { label: "Lini masa edisi 2026", done: "Selesai", running: "Berlangsung", toCome: "Akan datang" };

export const points = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

export const yearSeries: Series[] = [
  { key: "registered", label: "Terdaftar", look: "outline" },
  { key: "passed", label: "Lolos administrasi", look: "fill" },
];

export const yearRows: BarRow[] = [
  { key: "2014", label: "2014", values: [515, null] },
  { key: "2015", label: "2015", values: [1189, null] },
  { key: "2016", label: "2016", values: [2476, null] },
  { key: "2017", label: "2017", values: [3054, 1373] },
  { key: "2018", label: "2018", values: [2824, 1463] },
  { key: "2019", label: "2019", values: [3156, null] },
  { key: "2020", label: "2020", values: [null, 2250] },
  { key: "2021", label: "2021", values: [3178, null] },
  { key: "2022", label: "2022", values: [3478, 1917] },
  { key: "2023", label: "2023", values: [3110, null] },
  { key: "2024", label: "2024", values: [null, null], note: "Tidak diselenggarakan" },
  { key: "2025", label: "2025", values: [3051, 2116] },
];

export const provinceSeries: Series[] = [
  { key: "named", label: "Tercatat dengan nama", look: "fill" },
  { key: "counted", label: "Disebut jumlahnya", look: "hatch" },
];

export const provinceRows: BarRow[] = [
  { key: "jateng", label: "Jawa Tengah", values: [10, 22] },
  { key: "jatim", label: "Jawa Timur", values: [6, 9] },
  { key: "sultengg", label: "Sulawesi Tenggara", values: [2, null] },
  { key: "banten", label: "Banten", values: [1, 1] },
];

export type SampleRow = { rank: number; title: string; agency: string; raw: string; calibrated: string; chance: number; inside: boolean };

export const sampleRows: SampleRow[] = [
  { rank: 97, title: "Air Bersih Terjadwal", agency: "Pemerintah Kota Cilegon", raw: "82,40", calibrated: "81,74", chance: 0.42, inside: true },
  { rank: 98, title: "Kartu Nelayan Satu Pintu", agency: "Kementerian Kelautan dan Perikanan", raw: "84,51", calibrated: "81,67", chance: 0.41, inside: true },
  { rank: 99, title: "Apotek Singgah Kepulauan", agency: "Pemerintah Kabupaten Wakatobi", raw: "80,60", calibrated: "81,65", chance: 0.39, inside: true },
  { rank: 100, title: "Sidang Keliling Hutan", agency: "Pemerintah Provinsi Sulawesi Selatan", raw: "81,05", calibrated: "81,63", chance: 0.36, inside: false },
  { rank: 101, title: "Pupuk Tepat Petak", agency: "Kementerian Pertanian", raw: "82,10", calibrated: "81,61", chance: 0.4, inside: false },
];

export const agencyOptions = [
  "Kementerian Keuangan",
  "Kementerian Kesehatan",
  "Pemerintah Provinsi Jawa Tengah",
  "Pemerintah Provinsi Sulawesi Tenggara",
  "Pemerintah Kabupaten Wakatobi",
  "Pemerintah Kabupaten Banyumas",
  "Pemerintah Kota Surabaya",
].map((label, index) => ({ value: `agency_${index}`, label }));

export const levels = [
  { value: "1", from: 0, to: 39, figure: "0–39", label: "Klaim tanpa angka", text: "Tingkat 1: perubahan disebut, tetapi tidak diukur." },
  { value: "2", from: 40, to: 59, figure: "40–59", label: "Angka tanpa pembanding", text: "Tingkat 2: ada angka sesudah, tanpa keadaan semula." },
  { value: "3", from: 60, to: 74, figure: "60–74", label: "Sebelum dan sesudah", text: "Tingkat 3: angka sebelum dan sesudah pada ukuran yang sama." },
  {
    value: "4",
    from: 75,
    to: 89,
    figure: "75–89",
    label: "Ditambah cara ukur",
    text: "Tingkat 4: perubahan besar dengan pembanding yang jelas, cara ukur dijelaskan dan dapat diulang. Untuk tingkat 5, pihak di luar instansi ikut menguji.",
  },
  { value: "5", from: 90, to: 100, figure: "90–100", label: "Diuji pihak luar", text: "Tingkat 5: hasilnya diuji pihak di luar instansi." },
];

export const prose =
  "Pulau-pulau kecil tidak kekurangan resep, melainkan perjalanan. Apotek singgah memindahkan perjalanan dari tiga ribu pasien ke satu perahu: obat disiapkan menurut nama pasien, dibawa menurut jadwal tetap, dan diserahkan bersama pemeriksaan tekanan darah oleh kader pulau.\n\nYang baru bukan perahunya. Yang baru ialah daftar pasien per pulau yang disusun sehari sebelumnya, sehingga tidak ada obat yang habis sebelum orang terakhir tiba.";
