import type { AwardList, Criterion, Definition, Rubric } from "#app/features/competitions/definition/types.ts";
import { plainCut, plainRules } from "#tests/support/plain-rules.ts";

const words = (text: string) => ({ id: text, en: `${text} (en)` });

export const criterion = (key: string, weightBp: number): Criterion => ({
  key,
  name: words(key),
  help: words(key),
  weightBp,
  levels: [{ from: 0, to: 10_000, name: words("tingkat") }],
  claimField: null,
});

export const deskRubric: Rubric = {
  stage: "desk",
  maxMark: 10_000,
  criteria: [criterion("kebaruan", 6_000), criterion("manfaat", 4_000)],
  readers: 1,
  blind: false,
};
export const interviewRubric: Rubric = { ...deskRubric, stage: "wawancara", criteria: [criterion("paparan", 10_000)] };

const list = (key: string, change: Partial<AwardList>): AwardList => ({
  key,
  name: words(key),
  stage: "finalis",
  groups: ["umum"],
  size: 2,
  from: null,
  composition: [{ stage: "desk", weightBp: 10_000 }],
  passMark: null,
  reserve: 1,
  ...plainCut,
  serialCode: "T2",
  certificate: true,
  ...change,
});

/** Midnight WIB at the start of a month of 2026, counted from 0. */
export const month = (index: number): number => Date.UTC(2026, index, 1) - 7 * 3_600_000;

/** Midnight of 1 June and of 16 June 2026, WIB: a Monday and a Tuesday. */
export const interviewOpensAt = Date.UTC(2026, 4, 31, 17);
export const interviewClosesAt = Date.UTC(2026, 5, 15, 17);

export const definition: Definition = {
  name: words("KIPP 2026 (data latihan)"),
  year: 2026,
  organiser: words("Kementerian PANRB"),
  zone: "Asia/Jakarta",
  agencyKinds: ["kabupaten"],
  groups: ["umum", "khusus"].map((key) => ({
    ...{ key, name: words(key), description: words(key), byInvitation: false, minimumAgeMonths: 0, quotaPerAgency: 0 },
  })),
  categories: [{ key: "layanan", name: words("Pelayanan"), sdgs: [] }],
  fields: [],
  rubrics: [deskRubric, interviewRubric],
  lists: [
    list("top2", {}),
    list("top1", {
      stage: "pemenang",
      from: "top2",
      size: 1,
      reserve: 0,
      serialCode: "T1",
      composition: [
        { stage: "desk", weightBp: 5_000 },
        { stage: "wawancara", weightBp: 5_000 },
      ],
    }),
  ],
  stages: [
    { key: "pendaftaran", kind: "registration", name: words("Pendaftaran"), opensAt: month(0), closesAt: month(1) },
    { key: "desk", kind: "desk", name: words("Penilaian"), opensAt: month(1), closesAt: month(3) },
    { key: "finalis", kind: "finalists", name: words("Top 2"), opensAt: month(3), closesAt: month(5) },
    { key: "wawancara", kind: "interview", name: words("Wawancara"), opensAt: interviewOpensAt, closesAt: interviewClosesAt },
    { key: "pemenang", kind: "winners", name: words("Top 1"), opensAt: interviewClosesAt, closesAt: month(7) },
  ],
  interview: {
    presentationMinutes: 7,
    questionMinutes: 13,
    bufferMinutes: 10,
    perDay: 4,
    hours: [
      ["09:00", "10:30"],
      ["13:00", "15:00"],
    ],
    confirmHoursBefore: 24,
  },
  ...plainRules,
  objections: { windowDays: 5, decisionDays: 3 },
  declaration: words("Isi proposal benar."),
};

/** The code of a refusal, or what else happened. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
