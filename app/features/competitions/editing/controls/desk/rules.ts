import { choice, fixed, number, w, yes } from "#app/features/competitions/editing/controls/shapes/rules.ts";
import type { Control } from "#app/features/competitions/editing/types.ts";

/** Who may not judge what, and how desks are read beyond the sheet. */
export const conflictControls: Control[] = [
  yes("conflicts.sameRegion", w("Penilai tidak menilai proposal dari provinsinya sendiri", "Nobody judges entries of his own province"), {
    hint: w("Provinsi diketahui dari instansinya, dan dari yang dinyatakannya sendiri.", "The province is known from a person's agency and from what the person declares."),
  }),
  number("conflicts.formerPostYears", "integer", w("Jabatan lama menghalangi selama (tahun)", "A former post bars for (years)"), {
    empty: "fault",
    hint: w("Sejak hari berhenti; 0 = selamanya.", "From the day it ended; 0 = for ever."),
  }),
  choice("conflicts.byAgency", w("Keberatan instansi terhadap penilai", "An agency's objection to an assessor"), [
    fixed("no", "Tidak disediakan", "Not offered"),
    fixed("confirmed", "Berlaku setelah ditegaskan sekretariat", "Holds once the secretariat confirms it"),
    fixed("atOnce", "Berlaku sejak disampaikan, sampai ditolak", "Holds from the day it comes, until refused"),
  ]),
];

export const readingControls: Control[] = [
  choice("reading.othersMarks", w("Nilai penilai lain", "Marks of other assessors"), [
    fixed("never", "Selalu tersembunyi", "Always hidden"),
    fixed("afterOwn", "Tampil tanpa nama setelah lembar sendiri dikunci", "Shown without names once one's own sheet is locked"),
  ]),
  number("reading.divergence", "mark", w("Selisih nilai yang meminta pembaca tambahan", "Difference that calls one more reader"), {
    hint: w("Antara nilai tertinggi dan terendah satu proposal. Kosong = tidak pernah.", "Between the highest and lowest total of an entry. Empty = never."),
  }),
  choice("reading.thirdReader", w("Memanggil pembaca tambahan", "Calling that reader"), [
    fixed("atOnce", "Otomatis, begitu lembar terakhir dikunci", "By itself, once the last sheet is locked"),
    fixed("previewed", "Sekretariat, setelah melihat akibatnya", "By the secretariat, once it has seen the effect"),
  ], { hint: w("Keduanya tercatat dan dapat dibatalkan selama bacaannya belum dinilai.", "Both are recorded and can be undone until the reading is begun.") }),
  choice("reading.agreedValue", w("Nilai sepakatan kelompok kecil", "Value agreed in a small group"), [
    fixed("none", "Tidak dipakai", "Not used"),
    fixed("beside", "Dicatat, nilai mandiri yang dihitung", "Recorded; the independent marks count"),
    fixed("counts", "Dihitung menggantikan nilai mandiri", "Counts in place of the independent marks"),
  ], { hint: w("Hanya setelah semua nilai mandiri terkunci; keduanya disimpan.", "Only once every independent mark is locked; both are kept.") }),
];
