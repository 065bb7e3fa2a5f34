import { agencyKinds } from "#app/features/agencies/types.ts";
import { startingConflicts, startingReading } from "#app/features/competitions/definition/judging/rules.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { nameForYear } from "#app/features/competitions/rules.ts";

/**
 * The least to begin with: one group, one category, and the stages every competition has, without windows; no question, no
 * sheet, no list. What is missing stands in the list of what is still to do.
 */
export const emptyDefinition = ({ name, year, organiser }: { name: Words; year: number; organiser: Words }): Definition => ({
  ...{ name, year, organiser, zone: "Asia/Jakarta", agencyKinds: [...agencyKinds] },
  groups: [{ key: "umum", name: { id: "Umum", en: "General" }, description: { id: "", en: "" }, byInvitation: false, minimumAgeMonths: null, quotaPerAgency: null }],
  categories: [{ key: "umum", name: { id: "Umum", en: "General" }, sdgs: [] }],
  ...{ quotas: [], exclusions: [], sections: [], fields: [], rubrics: [], lists: [] },
  stages: [
    { key: "registration", kind: "registration", name: { id: "Pendaftaran", en: "Registration" }, opensAt: null, closesAt: null },
    { key: "screening", kind: "screening", name: { id: "Seleksi administrasi", en: "Administrative screening" }, opensAt: null, closesAt: null },
    { key: "desk", kind: "desk", name: { id: "Penilaian proposal", en: "Desk evaluation" }, opensAt: null, closesAt: null },
    { key: "finalists", kind: "finalists", name: { id: "Penetapan finalis", en: "Choice of finalists" }, opensAt: null, closesAt: null },
    { key: "ceremony", kind: "ceremony", name: { id: "Penyerahan penghargaan", en: "Award ceremony" }, opensAt: null, closesAt: null },
  ],
  interview: null,
  screening: { requirements: [], reasons: [], corrections: { times: 0, days: 0 }, secondScreener: true, appealDays: 0, appealDecisionDays: 0 },
  organisingBodies: { agencies: [], entries: "unranked" },
  remoteRegions: [],
  conflicts: { ...startingConflicts },
  reading: { ...startingReading },
  reminders: [],
  help: { email: "", phone: "", whatsapp: "" },
  objections: { windowDays: null, decisionDays: null },
  declaration: {
    id: "Saya menyatakan bahwa isi proposal ini benar dan dapat dipertanggungjawabkan.",
    en: "I declare that what this entry says is true and can be accounted for.",
  },
});

/** The rules of another edition for a year of its own: no window is taken over, because no year repeats another's dates. */
export const clonedDefinition = (definition: Definition, year: number): Definition => ({
  ...definition,
  year,
  name: nameForYear(definition.name, definition.year, year),
  stages: definition.stages.map((stage) => ({ ...stage, opensAt: null, closesAt: null })),
});

