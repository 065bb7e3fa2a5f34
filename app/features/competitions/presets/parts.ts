import { agencyKinds } from "#app/features/agencies/types.ts";
import type {
  AwardList,
  Category,
  Criterion,
  FormField,
  Group,
  Level,
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
): AwardList => ({ passMark: null, certificate: true, ...given });

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
  source("lists.*.reserve", "design", "Jumlah cadangan disusun Anugerah sebagai nilai awal."),
  source("lists.*.serialCode", "design", "Kode seri piagam disusun Anugerah; bentuk nomor yang resmi tidak ditemukan."),
  source("interview.bufferMinutes", "design", "Tanpa jeda antarsesi; ubah bila panel memerlukannya."),
];
