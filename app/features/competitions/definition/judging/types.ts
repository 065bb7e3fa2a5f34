/** Who may not judge what, beyond what holds everywhere. */
export type ConflictRules = {
  /** A person of a province judges no entry of that province. */
  sameRegion: boolean;
  /** Whole years after leaving in which a former post still bars its agency's entries; 0 = for ever. */
  formerPostYears: number;
  /** What an agency's objection to an assessor does: not offered, bars once confirmed, bars from the day it comes. */
  byAgency: "no" | "confirmed" | "atOnce";
};

/** How desks are read, beyond the sheet itself. */
export type ReadingRules = {
  /** When an assessor sees the marks of the others on the same entry, without names. */
  othersMarks: "never" | "afterOwn";
  /** More hundredths of a point than this between two totals of one entry ask for one more reader; null = never. */
  divergence: number | null;
  /** Who calls that reader: the lock of the last sheet, or the secretariat, which sees first what would change. */
  thirdReader: "atOnce" | "previewed";
  /** A value agreed in a meeting after the independent marks: not foreseen, kept beside them, or counted in their place. */
  agreedValue: "none" | "beside" | "counts";
};
