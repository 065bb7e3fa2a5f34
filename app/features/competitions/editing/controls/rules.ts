import { agencyKinds } from "#app/features/agencies/types.ts";
import { conflictControls, readingControls } from "#app/features/competitions/editing/controls/desk/rules.ts";
import { criterionControls, listControls, rubricControls } from "#app/features/competitions/editing/controls/judging/rules.ts";
import { fieldControls } from "#app/features/competitions/editing/controls/questions/rules.ts";
import {
  choice,
  choices,
  fixed,
  keyed,
  note,
  number,
  rows,
  text,
  w,
  words,
  yes,
} from "#app/features/competitions/editing/controls/shapes/rules.ts";
import { goals } from "#app/features/competitions/editing/controls/goals/rules.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { Control, ControlOption, Facts, Place } from "#app/features/competitions/editing/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";

const kinds = (): ControlOption[] =>
  agencyKinds.map((kind) => ({ value: kind, label: { id: translators.id(`agencies.kinds.${kind}`), en: translators.en(`agencies.kinds.${kind}`) } }));

const zones: ControlOption[] = [
  fixed("Asia/Jakarta", "WIB (Asia/Jakarta)", "WIB (Asia/Jakarta)"),
  fixed("Asia/Makassar", "WITA (Asia/Makassar)", "WITA (Asia/Makassar)"),
  fixed("Asia/Jayapura", "WIT (Asia/Jayapura)", "WIT (Asia/Jayapura)"),
];

export const stageKinds: ControlOption[] = [
  fixed("registration", "Pendaftaran", "Registration"),
  fixed("screening", "Seleksi administrasi", "Administrative screening"),
  fixed("desk", "Penilaian proposal", "Desk evaluation"),
  fixed("finalists", "Penetapan finalis", "Choice of finalists"),
  fixed("interview", "Wawancara", "Interview"),
  fixed("visit", "Observasi lapangan", "Field visit"),
  fixed("publicScoring", "Penilaian publik", "Public scoring"),
  fixed("winners", "Penetapan pemenang", "Choice of winners"),
  fixed("ceremony", "Penyerahan penghargaan", "Award ceremony"),
];

const audiences: ControlOption[] = [
  fixed("writers", "Penulis dengan draf", "Writers with drafts"),
  fixed("admins", "Admin lokal", "Local admins"),
  fixed("screeners", "Tim seleksi", "Screeners"),
  fixed("assessors", "Penilai", "Assessors"),
];

const hints: ControlOption[] = [
  fixed("age", "Usia inovasi", "Age of the innovation"),
  fixed("completeness", "Kelengkapan isian", "Completeness"),
  fixed("statementLetters", "Surat pernyataan", "Statement letters"),
  fixed("title", "Judul yang sama", "The same title"),
  fixed("category", "Kategori", "Category"),
  fixed("exclusions", "Penghargaan terdahulu", "Earlier awards"),
  fixed("similarity", "Kemiripan naskah", "Similarity of texts"),
];

const unset = w("Belum dipilih", "Not chosen");

/** The controls of a page. A part that is a list of things has none of its own. */
export function controlsOf(definition: Definition, place: Place, facts: Facts): Control[] {
  if (place.item !== undefined) return itemControls(definition, place, facts);
  switch (place.part) {
    case "basics":
      return basicsControls(facts);
    case "help":
      return helpControls;
    case "quotas":
      return [quotaGrid(definition)];
    case "screening":
      return screeningControls;
    case "bodies":
      return bodiesControls(facts);
    case "conflicts":
      return conflictControls;
    case "reading":
      return readingControls;
    case "reminders":
      return [reminderRows(definition)];
    case "interview":
      return definition.interview ? interviewControls : [];
    case "objections":
      return objectionControls;
    default:
      return [];
  }
}

function itemControls(definition: Definition, place: Place, facts: Facts): Control[] {
  switch (place.part) {
    case "groups":
      return groupControls;
    case "categories":
      return [words("name", w("Nama kategori", "Name of the category")), goalControl];
    case "stages":
      return stageControls;
    case "sections":
      return [words("name", w("Nama halaman", "Name of the page")), note("help", w("Petunjuk di bawah nama", "Words below the name"))];
    case "fields":
      return fieldControls(definition, place.item ?? "");
    case "rubrics":
      return place.criterion === undefined ? rubricControls(sheetOf(definition, place)) : criterionControls(definition);
    case "lists":
      return listControls(definition, place.item ?? "", { kinds: kinds(), provinces: provincesOf(facts) });
    case "exclusions":
      return exclusionControls(definition, facts);
    case "requirements":
      return requirementControls(definition);
    default:
      return [];
  }
}

const sheetOf = ({ rubrics }: Definition, { item }: Place) => rubrics.find(({ stage }) => stage === item) ?? { criteria: [] };

const provincesOf = ({ agencies }: Facts): ControlOption[] => agencies.filter(({ code }) => /^\d\d$/.test(code)).map(({ code, name }) => fixed(code, name, name));

const basicsControls = ({ agencies }: Facts): Control[] => [
  words("name", w("Nama edisi", "Name of the edition")),
  number("year", "integer", w("Tahun", "Year"), { empty: "fault" }),
  words("organiser", w("Penyelenggara", "Organiser")),
  choice("zone", w("Zona waktu", "Time zone"), zones, { hint: w("Semua jadwal edisi memakai zona ini.", "Every time of the edition is in this zone.") }),
  choices("agencyKinds", w("Instansi yang dapat ikut", "Who may take part"), kinds()),
  words("declaration", w("Pernyataan saat mengajukan", "Declaration on submitting"), { lines: 3 }),
  rows(
    "remoteRegions",
    w("Daerah tertinggal, terdepan, dan terluar (3T)", "Left-behind, frontier and outermost regions (3T)"),
    [choice("code", w("Daerah", "Region"), agencies.filter(({ code }) => /^\d/.test(code)).map(({ code, name }) => fixed(code, name, name)), { empty: unset })],
    { codec: "codes", most: 200, hint: w("Dipakai bila daftar menyisihkan tempat untuk daerah 3T. Provinsi berarti seluruh wilayahnya.", "Used where a list keeps places for 3T regions. A province stands for all of it.") },
  ),
];

const helpControls: Control[] = [
  text("help.email", w("Surel", "E-mail"), { most: 200, hint: w("Tampil di setiap halaman instansi.", "Shown on every page of an agency.") }),
  text("help.phone", w("Telepon", "Telephone"), { most: 40 }),
  text("help.whatsapp", w("Nomor WhatsApp", "WhatsApp number"), { most: 15, hint: w("Dengan kode negara, hanya angka: 628123456789.", "With the country code, digits only: 628123456789.") }),
];

const groupControls: Control[] = [
  words("name", w("Nama kelompok", "Name of the group")),
  note("description", w("Untuk siapa kelompok ini", "Whom the group is for")),
  yes("byInvitation", w("Hanya dengan undangan", "By invitation only")),
  number("minimumAgeMonths", "months", w("Usia inovasi paling sedikit", "Least age of an innovation"), {
    hint: w("Dihitung mundur dari hari pendaftaran ditutup.", "Counted back from the day registration closes."),
  }),
  number("quotaPerAgency", "integer", w("Proposal per instansi paling banyak", "Most entries of an agency"), { hint: w("0 = tanpa batas.", "0 = no limit.") }),
];

const goalControl: Control = choices("sdgs", w("Tujuan Pembangunan Berkelanjutan", "Sustainable Development Goals"), goals, { codec: "numbers" });

const stageControls: Control[] = [
  words("name", w("Nama tahap", "Name of the stage")),
  choice("kind", w("Jenis tahap", "Kind of stage"), stageKinds),
  number("opensAt", "instant", w("Mulai", "Opens")),
  number("closesAt", "instant", w("Berakhir", "Closes"), {
    hint: w("Batas akhir tidak termasuk: untuk «sampai 23.59», tulis 00.00 hari berikutnya.", "The end is not included: for “until 23:59” write 00:00 of the next day."),
  }),
];

const quotaGrid = ({ agencyKinds: invited, groups }: Definition): Control => ({
  kind: "grid",
  path: "quotas",
  label: w("Proposal paling banyak menurut jenis instansi", "Most entries by kind of agency"),
  hint: w("Kosong = kuota kelompok yang berlaku. 0 = tanpa batas.", "Empty = the group's own quota holds. 0 = no limit."),
  rows: kinds().filter(({ value }) => invited.includes(value)),
  columns: keyed(groups.filter(({ byInvitation }) => !byInvitation)),
});

const exclusionControls = ({ groups }: Definition, { competitions, tiers }: Facts): Control[] => [
  words("reason", w("Alasan, seperti dibaca instansi", "The reason, as agencies read it"), { lines: 3 }),
  choice("effect", w("Akibatnya", "What follows"), [
    fixed("refuse", "Tidak dapat diajukan", "Cannot be submitted"),
    fixed("flag", "Diberitahukan kepada tim seleksi", "The screener is told"),
  ]),
  choices("competitions", w("Kompetisi dalam arsip", "Competitions of the archive"), named(competitions), { hint: w("Tanpa pilihan = semua.", "None chosen = all.") }),
  choices("tiers", w("Penghargaan", "Awards"), named(tiers), { hint: w("Tanpa pilihan = semua.", "None chosen = all.") }),
  number("fromYear", "integer", w("Dari tahun", "From year"), { hint: w("Kosong = dari tahun pertama.", "Empty = from the first year.") }),
  number("toYear", "integer", w("Sampai tahun", "To year"), { hint: w("Kosong = sampai tahun terakhir.", "Empty = to the last year.") }),
  choices("groups", w("Berlaku untuk kelompok", "Holds for groups"), keyed(groups), { hint: w("Tanpa pilihan = semua kelompok.", "None chosen = all groups.") }),
];

const named = (values: readonly string[]): ControlOption[] => values.map((value) => fixed(value, value, value));

const requirementControls = ({ groups, fields }: Definition): Control[] => [
  words("name", w("Syarat", "Requirement")),
  note("help", w("Petunjuk bagi tim seleksi", "Help for screeners")),
  choice("hint", w("Yang diperiksa mesin", "What the machine looks at"), hints, { empty: w("Tidak ada", "Nothing") }),
  choices("groups", w("Untuk kelompok", "For groups"), keyed(groups), { hint: w("Tanpa pilihan = semua kelompok.", "None chosen = all groups.") }),
  choices("fields", w("Buktinya ada pada pertanyaan", "Its evidence stands in the questions"), fields.map(({ key, label }) => ({ value: key, label }))),
];

const screeningControls: Control[] = [
  yes("screening.secondScreener", w("Penolakan dipastikan orang kedua", "A rejection needs a second screener")),
  number("screening.corrections.times", "integer", w("Dikembalikan untuk diperbaiki paling banyak", "Returned for correction at most"), {
    empty: "fault",
    hint: w("Berapa kali; 0 = tidak pernah.", "How often; 0 = never."),
  }),
  number("screening.corrections.days", "days", w("Waktu memperbaiki", "Time to correct"), { empty: "fault" }),
  number("screening.appealDays", "days", w("Masa sanggah administrasi", "Time to appeal"), { empty: "fault", hint: w("0 = tanpa sanggah.", "0 = no appeal.") }),
  number("screening.appealDecisionDays", "days", w("Waktu memutus sanggah", "Time to decide an appeal"), { empty: "fault" }),
  rows("screening.reasons", w("Alasan yang dapat dipilih", "Reasons to choose from"), [words("text", w("Alasan", "Reason"))], { keyed: "text", most: 60 }),
];

const bodiesControls = ({ agencies }: Facts): Control[] => [
  rows(
    "organisingBodies.agencies",
    w("Instansi yang menyelenggarakan", "Agencies that run the competition"),
    [choice("code", w("Instansi", "Agency"), agencies.map(({ code, name }) => fixed(code, name, name)), { empty: unset })],
    { codec: "codes", most: 60 },
  ),
  choice("organisingBodies.entries", w("Proposal mereka", "Their entries"), [
    fixed("ranked", "Ikut diperingkat, dinilai orang luar", "Ranked, judged by outsiders"),
    fixed("unranked", "Dinilai, tetapi tidak diperingkat", "Judged, never ranked"),
    fixed("refused", "Tidak dapat ikut", "May not enter"),
  ]),
];

const reminderRows = ({ stages }: Definition): Control =>
  rows(
    "reminders",
    w("Pengingat", "Reminders"),
    [
      choice("stage", w("Sebelum akhir tahap", "Before the end of"), keyed(stages), { empty: unset }),
      number("hoursBefore", "hours", w("Berapa lama sebelumnya", "How long before"), { empty: "fault" }),
      choice("to", w("Kepada", "To"), audiences),
    ],
    { most: 60 },
  );

const interviewControls: Control[] = [
  number("interview.presentationMinutes", "minutes", w("Lama paparan", "Length of the presentation")),
  number("interview.questionMinutes", "minutes", w("Lama tanya jawab", "Length of the questions")),
  number("interview.bufferMinutes", "minutes", w("Jeda antarsesi", "Pause between sessions"), { empty: "fault" }),
  number("interview.perDay", "integer", w("Sesi per panel dalam sehari", "Sessions of a panel in a day")),
  rows(
    "interview.hours",
    w("Jam sesi", "Hours of sessions"),
    [text("from", w("Dari jam", "From"), { most: 5 }), text("to", w("Sampai jam", "To"), { most: 5 })],
    { codec: "hours", most: 12 },
  ),
  number("interview.confirmHoursBefore", "hours", w("Konfirmasi paling lambat sebelum sesi", "Confirmation at the latest before a session")),
];

const objectionControls: Control[] = [
  number("objections.windowDays", "days", w("Masa sanggah", "Objection window")),
  number("objections.decisionDays", "days", w("Waktu memutus", "Time to decide")),
];
