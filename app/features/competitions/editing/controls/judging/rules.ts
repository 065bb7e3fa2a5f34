import type { Definition, Rubric, Words } from "#app/features/competitions/definition/types.ts";
import { choice, choices, fixed, keyed, note, number, rows, text, w, words, yes } from "#app/features/competitions/editing/controls/shapes/rules.ts";
import type { Control, ControlOption } from "#app/features/competitions/editing/types.ts";

const unset = w("Belum dipilih", "Not chosen");

/** A score sheet with the weights of its criteria side by side; the rest of a criterion has a page of its own. */
export const rubricControls = ({ criteria }: Pick<Rubric, "criteria">): Control[] => [
  number("maxMark", "mark", w("Nilai tertinggi", "Highest mark"), { empty: "fault" }),
  number("readers", "integer", w("Penilai per proposal", "Assessors per entry"), { hint: w("0 hanya bila publik yang menilai.", "0 only where the public scores.") }),
  number("readersMost", "integer", w("Penilai paling banyak di sekitar garis batas", "Most assessors near the line"), {
    hint: w("Kosong = tanpa bacaan tambahan. Misalnya 2 untuk semua lalu sampai 8 bagi yang belum dapat dibedakan.", "Empty = no extra reads. For instance 2 for all, then up to 8 for those the marks cannot tell apart."),
  }),
  yes("blind", w("Nama instansi disembunyikan dari penilai", "Agencies are hidden from assessors")),
  ...criteria.map(({ key, name }) => number(`criteria.${key}.weightBp`, "basisPoints", w(`Bobot ${name.id}`, `Weight of ${name.en || name.id}`), { adds: true })),
];

export const criterionControls = ({ fields }: Definition): Control[] => [
  words("name", w("Kriteria", "Criterion")),
  note("help", w("Yang dinilai", "What is judged")),
  number("weightBp", "basisPoints", w("Bobot", "Weight"), { hint: w("Bobot semua kriteria lembar ini berjumlah 100 %.", "The weights of the sheet sum to 100 %.") }),
  rows(
    "levels",
    w("Tingkat nilai, dari yang terendah", "Levels of marks, the lowest first"),
    [words("name", w("Tingkat", "Level")), number("to", "mark", w("Sampai nilai", "Up to mark"), { empty: "fault" })],
    { codec: "levels", most: 20 },
  ),
  choice("claimField", w("Diperiksa terhadap jawaban", "Checked against the answer"), fields.filter(({ kind }) => kind === "number").map(({ key, label }) => ({ value: key, label })), {
    empty: w("Tidak ada", "None"),
  }),
];

/** A list of finalists or winners: how many, from where, by which marks, and what parts equals. */
export function listControls(definition: Definition, own: string, named: { kinds: ControlOption[]; provinces: ControlOption[] }): Control[] {
  const { stages, groups, lists, rubrics } = definition;
  const marked = stages.filter(({ key }) => rubrics.some(({ stage }) => stage === key));
  return [
    words("name", w("Nama daftar", "Name of the list")),
    choice("stage", w("Ditetapkan pada", "Determined at"), keyed(stages.filter(({ kind }) => kind === "finalists" || kind === "winners"))),
    choices("groups", w("Untuk kelompok", "For groups"), keyed(groups)),
    choice("from", w("Diambil dari", "Taken from"), keyed(lists.filter(({ key }) => key !== own)), { empty: w("Semua yang lolos seleksi", "All that passed screening") }),
    number("size", "integer", w("Banyaknya", "Size")),
    number("reserve", "integer", w("Cadangan", "Reserve"), { empty: "fault" }),
    choice("quantity", w("Diperingkat menurut", "Ranked by"), quantities, {
      hint: w("Nilai mentah dan terkalibrasi selalu ditampilkan berdampingan; ini menentukan mana yang memutuskan.", "Raw and calibrated marks are always shown side by side; this says which of them decides."),
    }),
    number("passMark", "mark", w("Nilai paling rendah", "Pass mark"), { hint: w("Kosong = tanpa nilai lulus.", "Empty = no pass mark.") }),
    choice("passOn", w("Nilai paling rendah diperiksa pada", "The pass mark is asked of"), quantities),
    rows(
      "composition",
      w("Tahap yang dihitung", "Stages that count"),
      [choice("stage", w("Tahap", "Stage"), keyed(marked), { empty: unset }), number("weightBp", "basisPoints", w("Bobot", "Weight"))],
      { most: 20, sum: "weightBp" },
    ),
    rows("ties", w("Bila nilai sama, berturut-turut", "Between equals, in order"), [choice("rule", w("Aturan", "Rule"), tieOptions(definition), { empty: unset })], {
      codec: "tie",
      hint: w("Kosong = kriteria tahap pertama menurut urutan lembarnya. Yang terakhir selalu undian.", "Empty = the criteria of the first stage in the order of its sheet. The last is always the draw."),
    }),
    rows(
      "shares",
      w("Pembagian tempat", "Places shared out"),
      [choice("part", w("Bagian", "Part"), partOptions(definition, named), { empty: unset }), number("weightBp", "basisPoints", w("Bagian", "Share"), { empty: "fault" })],
      { codec: "shares", most: 60, sum: "weightBp", hint: w("Kosong = yang terbaik dari mana pun. Semua bagian dari satu jenis, berjumlah 100 %.", "Empty = the best from anywhere. All parts of one sort, together 100 %.") },
    ),
    rows(
      "minima",
      w("Jatah paling sedikit", "Least places"),
      [choice("part", w("Bagian", "Part"), partOptions(definition, named), { empty: unset }), number("least", "integer", w("Paling sedikit", "At least"), { empty: "fault" })],
      { codec: "minimum", most: 60 },
    ),
    number("nominees", "integer", w("Nominasi untuk setiap tempat", "Nominees for each place"), {
      empty: "fault",
      hint: w("2 = dua kali jatah setiap bagian, untuk dibahas panel; 0 = tanpa nominasi.", "2 = twice the places of each part, for the panel to discuss; 0 = no nominees."),
    }),
    yes("waivable", w("Panel boleh mengecualikan penilai yang tidak terhubung, dengan alasan tercatat", "The panel may waive assessors that nothing links, with its reason on record")),
    choice("quorum", w("Berita acara sah bila ditandatangani", "Minutes are valid once signed by"), quorumOptions, {
      hint: w("Panel = ketua dan juri edisi ini. Berlaku untuk tanda tangan di sini dan di atas kertas.", "Panel = chairs and jurors of this edition. Applies to signatures given here and on paper."),
    }),
    text("serialCode", w("Kode seri piagam", "Serial code of certificates"), { most: 8, required: true, hint: w("Huruf besar dan angka, misalnya T99.", "Capitals and digits, such as T99.") }),
    yes("certificate", w("Penerimanya mendapat piagam", "Its members get a certificate")),
  ];
}

function tieOptions({ rubrics, stages }: Definition): ControlOption[] {
  const nameOf = (key: string): Words => stages.find((stage) => stage.key === key)?.name ?? w(key, key);
  return [
    ...rubrics.flatMap(({ stage, criteria }) => [
      { value: `stage/${stage}`, label: w("Nilai seluruh tahap", "The whole stage"), group: nameOf(stage) },
      ...criteria.map(({ key, name }) => ({ value: `criterion/${stage}/${key}`, label: name, group: nameOf(stage) })),
    ]),
    fixed("earlierSubmission", "Yang lebih dahulu diajukan", "The earlier submission"),
  ];
}

const quantities: ControlOption[] = [
  fixed("raw", "Nilai mentah: rata-rata nilai apa adanya", "Raw: the mean of the marks as given"),
  fixed("calibrated", "Nilai terkalibrasi: dikurangi kelonggaran penilai", "Calibrated: less the leniency of the assessors"),
  fixed("quality", "Perkiraan mutu: ditarik ke rata-rata bila sedikit dibaca", "Predicted quality: drawn to the mean where little was read"),
];

const quorumOptions: ControlOption[] = [
  fixed("chair", "Ketua", "The chair"),
  fixed("majority", "Ketua dan lebih dari separuh panel", "The chair and more than half of the panel"),
  fixed("twoThirds", "Ketua dan paling sedikit dua pertiga panel", "The chair and at least two thirds of the panel"),
  fixed("all", "Seluruh panel", "All of the panel"),
];

const partOptions = ({ groups, categories }: Definition, { kinds, provinces }: { kinds: ControlOption[]; provinces: ControlOption[] }): ControlOption[] => [
  ...groups.map(({ key, name }) => ({ value: `group/${key}`, label: name, group: w("Kelompok", "Groups") })),
  ...categories.map(({ key, name }) => ({ value: `category/${key}`, label: name, group: w("Kategori", "Categories") })),
  ...kinds.map(({ value, label }) => ({ value: `agencyKind/${value}`, label, group: w("Jenis instansi", "Kinds of agency") })),
  { ...fixed("remote/3t", "Daerah 3T", "3T regions"), group: w("Wilayah", "Regions") },
  { ...fixed("remote/other", "Bukan daerah 3T", "Not 3T regions"), group: w("Wilayah", "Regions") },
  ...provinces.map(({ value, label }) => ({ value: `region/${value}`, label, group: w("Wilayah", "Regions") })),
];
