/** What a stage is to be: how many entries, readers and places, and standard deviations in points of a mark. */
export type PlanningWorld = {
  entries: number;
  assessors: number;
  places: number;
  /** What the entries differ by; what readers differ by who mark strictly or mildly; what one reading differs from another by the same reader. */
  spreads: { quality: number; severity: number; noise: number };
};

/** Mean over the invented years, and its standard error. */
export type Share = { mean: number; error: number };

/** What one plan of readings is expected to find. */
export type Foreseen = {
  /** Readers of every entry at first. */
  readers: number;
  /** After those, single readings go where the marks leave doubt. */
  adaptive: boolean;
  /** Of the whole stage, not of the sample it was tried on. */
  readings: number;
  perAssessor: number;
  raw: Share;
  calibrated: Share;
};

/** `sample`: the sizes the years were played with, smaller than the stage where that is large. */
export type Outlook = { years: number; seed: number; sample: Pick<PlanningWorld, "entries" | "assessors" | "places">; plans: Foreseen[] };
