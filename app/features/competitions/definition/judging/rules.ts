import type { ConflictRules, ReadingRules } from "#app/features/competitions/definition/judging/types.ts";

/** What an edition stored before these rules existed is read as having; also what a new one starts from. */
export const startingConflicts: ConflictRules = { sameRegion: false, formerPostYears: 0, byAgency: "no" };

export const startingReading: ReadingRules = { othersMarks: "never", divergence: null, thirdReader: "atOnce", agreedValue: "none" };
