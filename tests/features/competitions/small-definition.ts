import type { Definition, Stage, StageKind, Words } from "#app/features/competitions/definition/types.ts";
import { plainCut, plainField, plainRules } from "#tests/support/plain-rules.ts";

const words = (id: string, en = id): Words => ({ id, en });
const stage = (key: StageKind, opensAt: number, closesAt: number): Stage => ({
  key,
  kind: key,
  name: words(`Tahap ${key}`, `Stage ${key}`),
  opensAt,
  closesAt,
});

/** Midnight in WIB at the start of a day of 2026. */
export const wib = (month: number, day: number): number => Date.UTC(2026, month - 1, day) - 7 * 3_600_000;

/** The least edition that can be opened: one group, one question, one sheet, one list, five stages from March to June. */
export const smallDefinition: Definition = {
  name: words("Kompetisi kecil 2026", "Small competition 2026"),
  year: 2026,
  organiser: words("Panitia (data latihan)", "Committee (rehearsal data)"),
  zone: "Asia/Jakarta",
  agencyKinds: ["kabupaten", "kota"],
  groups: [
    { key: "umum", name: words("Umum", "General"), description: words("Semua", "All"), byInvitation: false, minimumAgeMonths: 12, quotaPerAgency: 3 },
  ],
  categories: [{ key: "layanan", name: words("Layanan", "Service"), sdgs: [] }],
  fields: [
    {
      key: "ringkasan",
      kind: "longText",
      label: words("Ringkasan", "Summary"),
      help: words("Tulis.", "Write."),
      required: true,
      groups: [],
      maxWords: 200,
      options: [],
      maxBytes: null,
      accept: [],
      min: null,
      max: null,
      evidence: false,
      when: null,
      ...plainField,
    },
  ],
  rubrics: [
    {
      stage: "desk",
      maxMark: 10_000,
      readers: 2,
      blind: false,
      criteria: [
        { key: "manfaat", name: words("Manfaat", "Benefit"), help: words("Dampak", "Effect"), weightBp: 10_000, levels: [], claimField: null },
      ],
    },
  ],
  lists: [
    {
      key: "finalis",
      name: words("Finalis", "Finalists"),
      stage: "finalists",
      groups: ["umum"],
      size: 2,
      from: null,
      composition: [{ stage: "desk", weightBp: 10_000 }],
      passMark: null,
      reserve: 1,
      ...plainCut,
      serialCode: "F02",
      certificate: true,
    },
  ],
  stages: [
    stage("registration", wib(3, 1), wib(4, 1)),
    stage("screening", wib(4, 1), wib(4, 15)),
    stage("desk", wib(4, 15), wib(5, 15)),
    stage("finalists", wib(5, 15), wib(6, 1)),
    stage("ceremony", wib(6, 20), wib(6, 21)),
  ],
  interview: null,
  ...plainRules,
  objections: { windowDays: 5, decisionDays: 5 },
  declaration: words("Saya menyatakan isinya benar.", "I declare that it is true."),
};

/** The same with every window, the word limit and the weight of the only criterion unknown. */
export const unfilledDefinition: Definition = {
  ...smallDefinition,
  fields: smallDefinition.fields.map((field) => ({ ...field, maxWords: null })),
  rubrics: smallDefinition.rubrics.map((rubric) => ({
    ...rubric,
    criteria: rubric.criteria.map((criterion) => ({ ...criterion, weightBp: null })),
  })),
  stages: smallDefinition.stages.map((one) => ({ ...one, opensAt: null, closesAt: null })),
};

/** What a person types to make the unfilled one the small one. */
export const typedValues: Record<string, string> = {
  "fields.0.maxWords": "200",
  "rubrics.0.criteria.0.weightBp": "100",
  "stages.0.opensAt": "2026-03-01T00:00",
  "stages.0.closesAt": "2026-04-01T00:00",
  "stages.1.opensAt": "2026-04-01T00:00",
  "stages.1.closesAt": "2026-04-15T00:00",
  "stages.2.opensAt": "2026-04-15T00:00",
  "stages.2.closesAt": "2026-05-15T00:00",
  "stages.3.opensAt": "2026-05-15T00:00",
  "stages.3.closesAt": "2026-06-01T00:00",
  "stages.4.opensAt": "2026-06-20T00:00",
  "stages.4.closesAt": "2026-06-21T00:00",
};
