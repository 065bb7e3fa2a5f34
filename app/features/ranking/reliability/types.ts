/** A table of ratings: a row an entry, a column an assessor; null where none was given. */
export type Ratings = readonly (readonly (number | null)[])[];

/** Why a statistic does not exist for a table; each has a message of its name below `ranking.reliability.reasons`. */
export type Reason = "incomplete" | "tooFewEntries" | "tooFewAssessors" | "noPairs" | "noSpread" | "unbalanced";

/** A statistic with its 95 % interval, or the reason for which there is none. */
export type Statistic =
  | { value: number; lower95: number; upper95: number; reason: null }
  | { value: number; lower95: null; upper95: null; reason: Reason }
  | { value: null; lower95: null; upper95: null; reason: Reason };

export const none = (reason: Reason): Statistic => ({ value: null, lower95: null, upper95: null, reason });
