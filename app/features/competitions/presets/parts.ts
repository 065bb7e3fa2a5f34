import { agencyKinds } from "#app/features/agencies/types.ts";
import { startingConflicts, startingReading } from "#app/features/competitions/definition/judging/rules.ts";
import type {
  AwardList,
  Category,
  Criterion,
  Definition,
  FormField,
  Group,
  Level,
  Preset,
  Requirement,
  Rubric,
  Source,
  Stage,
  StageKind,
  Words,
} from "#app/features/competitions/definition/types.ts";
import { highestMark } from "#app/features/competitions/presets/levels.ts";

export const words = (id: string, en: string): Words => ({ id, en });

export const allAgencyKinds: string[] = [...agencyKinds];

export const twoMegabytes = 2 * 1024 * 1024;

/** Each edition has dates of its own: a preset never sets a window. */
export const stage = (key: string, kind: StageKind, name: Words): Stage => ({
  key,
  kind,
  name,
  opensAt: null,
  closesAt: null,
});

/** The five stages that carry the same name in every year. */
export const usual = {
  registration: stage("registration", "registration", words("Pendaftaran", "Registration")),
  screening: stage("screening", "screening", words("Seleksi administrasi", "Administrative screening")),
  desk: stage("desk", "desk", words("Penilaian proposal", "Desk evaluation")),
  interview: stage("interview", "interview", words("Presentasi dan wawancara", "Presentation and interview")),
  visit: stage("visit", "visit", words("Verifikasi dan observasi lapangan", "Field verification")),
  ceremony: stage("ceremony", "ceremony", words("Penyerahan penghargaan", "Award ceremony")),
};

export const group = (key: string, name: Words, rest: Omit<Group, "key" | "name">): Group => ({ key, name, ...rest });

/** SDG goals only where a source ties them to the category. */
export const category = (key: string, id: string, en: string): Category => ({ key, name: words(id, en), sdgs: [] });

const blank: Omit<FormField, "key" | "kind" | "label" | "help"> = {
  required: true,
  groups: [],
  maxWords: null,
  options: [],
  maxBytes: null,
  accept: [],
  min: null,
  max: null,
  evidence: false,
  when: null,
  section: null,
  columns: [],
  minRows: 0,
  maxRows: 0,
  template: null,
};

export const field = (
  given: Pick<FormField, "key" | "kind" | "label" | "help"> & Partial<FormField>,
): FormField => ({ ...blank, ...given });

/** A section of the text, with one supporting PDF. */
export const section = (given: Pick<FormField, "key" | "label" | "help"> & Partial<FormField>): FormField =>
  field({ kind: "longText", evidence: true, ...given });

export const criterion = (given: {
  key: string;
  name: Words;
  help: Words;
  weightBp: number | null;
  levels: Level[];
  claimField?: string;
}): Criterion => ({ claimField: null, ...given });

/** Names and agencies are shown: no source says that any of these competitions reads blind. */
export const rubric = (stageKey: string, criteria: Criterion[], readers: number | null = null): Rubric => ({
  stage: stageKey,
  maxMark: highestMark,
  criteria,
  readers,
  blind: false,
});

export const list = (
  given: Pick<AwardList, "key" | "name" | "stage" | "groups" | "size" | "from" | "composition" | "reserve" | "serialCode"> &
    Partial<AwardList>,
): AwardList => ({ passMark: null, quantity: "raw", passOn: "raw", nominees: 0, waivable: true, quorum: "majority", ties: [], shares: null, minima: [], certificate: true, ...given });

/** The questions, each on the page that names it. */
export const onPages = (fields: readonly FormField[], pages: Record<string, readonly string[]>): FormField[] =>
  fields.map((one) => ({ ...one, section: Object.keys(pages).find((page) => pages[page]?.includes(one.key)) ?? one.section }));

/** Where a screener looks for the evidence of a requirement: at the letters, at the texts, at what was said of earlier awards. */
function evidenceOf({ hint }: Requirement, fields: readonly FormField[]): string[] {
  const keys = (fits: (field: FormField) => boolean): string[] => fields.filter(fits).map(({ key }) => key);
  if (hint === "statementLetters") return keys(({ kind }) => kind === "statement");
  if (hint === "similarity") return keys(({ kind }) => kind === "longText");
  if (hint === "category") return keys(({ key }) => key === "ringkasan");
  return hint === "exclusions" ? keys(({ key }) => key === "pernah-finalis" || key === "penghargaan-terdahulu") : [];
}

/** A preset whose checklist leads to the questions of its own form; a check without anything to check is left out. */
export function withEvidence(preset: Preset): Preset {
  const { definition } = preset;
  const asksLetters = definition.fields.some(({ kind }) => kind === "statement");
  const requirements = definition.screening.requirements
    .filter(({ hint }) => hint !== "statementLetters" || asksLetters)
    .map((one) => ({ ...one, fields: evidenceOf(one, definition.fields) }));
  return { ...preset, definition: { ...definition, screening: { ...definition.screening, requirements } } };
}

const requirement = (hint: NonNullable<Requirement["hint"]>, name: Words, help: Words): Requirement => ({
  ...{ key: hint === "statementLetters" ? "letters" : hint, name, help, groups: [], fields: [], hint },
});

/**
 * What every preset starts from where no source says how the year did it. The grounds for failing are those published for 2017
 * and 2018: age, completeness, statement letters, the same title twice.
 */
export const startingRules: Pick<
  Definition,
  "quotas" | "exclusions" | "sections" | "screening" | "organisingBodies" | "remoteRegions" | "conflicts" | "reading" | "reminders" | "help"
> = {
  quotas: [],
  exclusions: [],
  sections: [],
  screening: {
    requirements: [
      requirement(
        "age",
        words("Usia inovasi", "Age of the innovation"),
        words("Dihitung mundur dari hari pendaftaran ditutup.", "Counted back from the day registration closes."),
      ),
      requirement(
        "completeness",
        words("Kelengkapan isian", "Completeness"),
        words("Terisi, dan jawabannya memang menjawab pertanyaan.", "Filled in, and the answers do answer the questions."),
      ),
      requirement(
        "statementLetters",
        words("Surat pernyataan", "Statement letters"),
        words("Terlampir, ditandatangani dan dapat dibaca.", "Attached, signed and legible."),
      ),
      requirement(
        "title",
        words("Judul", "Title"),
        words("Menggambarkan inovasi, pantas, dan tidak dipakai proposal lain.", "Describes the innovation, is decent, and is not another entry's."),
      ),
      requirement(
        "category",
        words("Kategori", "Category"),
        words("Isi proposal sesuai dengan kategori dan kelompok yang dipilih.", "The text belongs to the category and group chosen."),
      ),
      requirement(
        "exclusions",
        words("Penghargaan terdahulu", "Earlier awards"),
        words("Inovasi yang sama belum pernah menerima penghargaan yang menutup keikutsertaan.", "The same innovation has not had an award that keeps it out."),
      ),
      requirement(
        "similarity",
        words("Keaslian naskah", "Originality"),
        words("Naskah tidak menyalin proposal lain; kutipan disebut sumbernya.", "The text copies no other entry; quotations name their source."),
      ),
    ],
    reasons: [
      { key: "age", text: words("Usia inovasi belum memenuhi syarat kelompok yang dipilih.", "The innovation is younger than its group demands.") },
      { key: "incomplete", text: words("Isian wajib belum lengkap.", "Required answers are missing.") },
      { key: "unanswered", text: words("Jawaban tidak menjawab pertanyaan.", "The answers do not answer the questions.") },
      { key: "letters", text: words("Surat pernyataan tidak terlampir, tidak ditandatangani, atau tidak terbaca.", "A statement letter is missing, unsigned or illegible.") },
      { key: "title", text: words("Judul sama dengan proposal lain.", "The title is that of another entry.") },
      { key: "category", text: words("Isi proposal tidak sesuai dengan kategori atau kelompoknya.", "The text does not belong to its category or group.") },
      { key: "award", text: words("Inovasi ini sudah menerima penghargaan yang menutup keikutsertaannya.", "The innovation has had an award that keeps it out.") },
      { key: "copied", text: words("Sebagian besar naskah sama dengan proposal lain.", "Much of the text is that of another entry.") },
    ],
    corrections: { times: 1, days: 3 },
    secondScreener: true,
    appealDays: 3,
    appealDecisionDays: 3,
  },
  organisingBodies: { agencies: [], entries: "ranked" },
  remoteRegions: [],
  conflicts: { ...startingConflicts },
  reading: { ...startingReading },
  reminders: [
    { stage: "registration", hoursBefore: 7 * 24, to: "writers" },
    { stage: "registration", hoursBefore: 3 * 24, to: "admins" },
    { stage: "registration", hoursBefore: 24, to: "admins" },
    { stage: "screening", hoursBefore: 24, to: "screeners" },
    { stage: "desk", hoursBefore: 3 * 24, to: "assessors" },
  ],
  help: { email: "", phone: "", whatsapp: "" },
};

export const source = (path: string, kind: Source["kind"], text: string, url: string | null = null): Source => ({
  path,
  kind,
  text,
  url,
});

export const declaration = words(
  "Saya menyatakan bahwa seluruh data dan informasi dalam proposal ini benar dan akurat. Bila kemudian terbukti tidak benar, saya menerima diskualifikasi serta pembatalan dan pencabutan penghargaan.",
  "I declare that all data and information in this proposal are true and accurate. Should they prove untrue, I accept disqualification and the cancellation and withdrawal of the award.",
);

/** What every preset chooses by itself, and says so. */
export const ownChoices: Source[] = [
  source("year", "official", "Tahun penyelenggaraan pola ini."),
  source("rubrics.*.maxMark", "code", "Skala 0 sampai 100 terlihat pada sistem KOVABLIK Jawa Timur; skala nasional tidak ditemukan.", "https://github.com/hamkaamin/jatim_berdasi"),
  source("rubrics.*.criteria.*.levels", "design", "Tingkat nilai dan uraiannya disusun Anugerah sebagai nilai awal."),
  source("rubrics.*.blind", "design", "Nama instansi tampak bagi penilai; tidak ada sumber yang menyatakan sebaliknya."),
  source("lists.*.quantity", "design", "Peringkat memakai nilai mentah; tidak ada sumber yang menyebut kalibrasi. Nilai terkalibrasi tetap dihitung dan ditampilkan di sampingnya."),
  source("lists.*.passOn", "design", "Nilai paling rendah diperiksa pada nilai mentah; tidak ada sumber yang menyatakan lain."),
  source("lists.*.nominees", "design", "Tanpa nominasi: panel membahas seluruh daftar; ubah bila panel memilih dari dua kali jatah."),
  source("lists.*.reserve", "design", "Jumlah cadangan disusun Anugerah sebagai nilai awal."),
  source("lists.*.serialCode", "design", "Kode seri piagam disusun Anugerah; bentuk nomor yang resmi tidak ditemukan."),
  source("screening", "design", "Daftar periksa, alasan, perbaikan, pemeriksa kedua dan sanggah administrasi disusun Anugerah sebagai nilai awal, dari alasan gugur yang diumumkan pada 2017 dan 2018."),
  source("conflicts", "design", "Aturan konflik kepentingan disusun Anugerah sebagai nilai awal: jabatan lama menghalangi selamanya, wilayah tidak."),
  source("reading", "design", "Cara membaca disusun Anugerah sebagai nilai awal: nilai penilai lain selalu tersembunyi, tanpa nilai sepakatan."),
  source("reminders", "design", "Pengingat disusun Anugerah sebagai nilai awal."),
  source("interview.bufferMinutes", "design", "Tanpa jeda antarsesi; ubah bila panel memerlukannya."),
];
