import type { Level, Words } from "#app/features/competitions/definition/types.ts";

/** Highest mark of every sheet, hundredths of a point: 100,00. */
export const highestMark = 10_000;

const bounds = [
  [0, 3_999],
  [4_000, 5_999],
  [6_000, 7_499],
  [7_500, 8_999],
  [9_000, highestMark],
] as const;

type Five = [Words, Words, Words, Words, Words];

/** Five levels 0-39, 40-59, 60-74, 75-89, 90-100, each named by what the text must show to reach it. */
const scale = (names: Five): Level[] => bounds.map(([from, to], index) => ({ from, to, name: names[index] as Words }));

const w = (id: string, en: string): Words => ({ id, en });

/** What a text or a hearing must show to reach each level, by what is judged. Our own wording, as starting values. */
export const levels = {
  summary: scale([
    w("Sulit dipahami", "Hard to follow"),
    w("Ada bagian hilang", "Parts missing"),
    w("Lengkap", "Complete"),
    w("Lengkap dan runtut", "Complete and ordered"),
    w("Ringkas, meyakinkan", "Brief and convincing"),
  ]),
  background: scale([
    w("Masalah kabur", "Problem unclear"),
    w("Masalah tanpa data", "Problem without data"),
    w("Masalah berdata", "Problem with data"),
    w("Tujuan terukur", "Measurable aim"),
    w("Akar masalah terbukti", "Root cause shown"),
  ]),
  novelty: scale([
    w("Sudah lazim", "Already common"),
    w("Perubahan kecil", "Small change"),
    w("Adaptasi yang jelas", "Clear adaptation"),
    w("Baru di bidangnya", "New in its field"),
    w("Belum ada tandingan", "Without precedent"),
  ]),
  implementation: scale([
    w("Belum berjalan", "Not yet running"),
    w("Baru sebagian", "Partly running"),
    w("Berjalan", "Running"),
    w("Berjalan ajek", "Running steadily"),
    w("Ajek dan dievaluasi", "Steady and evaluated"),
  ]),
  significance: scale([
    w("Klaim tanpa angka", "Claims without figures"),
    w("Angka tanpa pembanding", "Figures without comparison"),
    w("Sebelum dan sesudah", "Before and after"),
    w("Ditambah cara ukur", "Method stated as well"),
    w("Diuji pihak luar", "Tested by outsiders"),
  ]),
  goals: scale([
    w("Tidak dikaitkan", "No link made"),
    w("Hanya disebut", "Only mentioned"),
    w("Dikaitkan jelas", "Clearly linked"),
    w("Ada indikatornya", "Indicator named"),
    w("Indikator terukur", "Indicator measured"),
  ]),
  adaptability: scale([
    w("Terikat tempatnya", "Tied to its place"),
    w("Mungkin ditiru", "Could be copied"),
    w("Syarat tiru jelas", "Conditions stated"),
    w("Sudah ditiru", "Already copied"),
    w("Ditiru dan berhasil", "Copied with success"),
  ]),
  resources: scale([
    w("Tidak disebut", "Not stated"),
    w("Disebut sebagian", "Partly stated"),
    w("Cukup", "Sufficient"),
    w("Terjamin", "Secured"),
    w("Terjamin, hemat", "Secured and thrifty"),
  ]),
  sustainability: scale([
    w("Bergantung orang", "Depends on a person"),
    w("Baru niat", "Intention only"),
    w("Ada aturan atau dana", "Rule or budget"),
    w("Aturan dan dana", "Rule and budget"),
    w("Sudah melembaga", "Institutionalised"),
  ]),
  collaboration: scale([
    w("Tanpa mitra", "No partners"),
    w("Mitra disebut", "Partners named"),
    w("Peran jelas", "Roles clear"),
    w("Peran dan hasil jelas", "Roles and results clear"),
    w("Mitra ikut memikul", "Partners share the load"),
  ]),
  effect: scale([
    w("Belum ada capaian", "No results yet"),
    w("Capaian kecil", "Small results"),
    w("Capaian nyata", "Real results"),
    w("Capaian terukur", "Measured results"),
    w("Masalah terselesaikan", "Problem solved"),
  ]),
  benefit: scale([
    w("Manfaat kabur", "Benefit unclear"),
    w("Manfaat terbatas", "Limited benefit"),
    w("Manfaat jelas", "Clear benefit"),
    w("Manfaat luas", "Wide benefit"),
    w("Luas dan teruji", "Wide and tested"),
  ]),
  delivery: scale([
    w("Tidak menjawab", "Does not answer"),
    w("Kurang jelas", "Unclear"),
    w("Jelas", "Clear"),
    w("Jelas dan runtut", "Clear and ordered"),
    w("Meyakinkan", "Convincing"),
  ]),
  video: scale([
    w("Tidak ada", "None"),
    w("Sulit dipahami", "Hard to follow"),
    w("Memadai", "Adequate"),
    w("Menjelaskan dengan baik", "Explains well"),
    w("Menunjukkan dampak", "Shows the impact"),
  ]),
  attendance: scale([
    w("Tidak diwakili", "Not represented"),
    w("Diwakili staf", "Staff present"),
    w("Diwakili pejabat", "Official present"),
    w("Kepala unit hadir", "Head of unit present"),
    w("Pimpinan memaparkan", "Head of agency presents"),
  ]),
  scaling: scale([
    w("Belum layak", "Not feasible"),
    w("Perlu perubahan besar", "Needs large changes"),
    w("Layak terbatas", "Feasible in part"),
    w("Layak", "Feasible"),
    w("Siap diperluas", "Ready to scale"),
  ]),
  felt: scale([
    w("Tidak terasa", "Not felt"),
    w("Sedikit terasa", "Slightly felt"),
    w("Terasa", "Felt"),
    w("Sangat terasa", "Strongly felt"),
    w("Mengubah keseharian", "Changes daily life"),
  ]),
  verified: scale([
    w("Klaim tidak terbukti", "Claim not shown"),
    w("Sebagian kecil terbukti", "Little shown"),
    w("Sebagian besar terbukti", "Mostly shown"),
    w("Terbukti", "Shown"),
    w("Terbukti dan teladan", "Shown and exemplary"),
  ]),
};
