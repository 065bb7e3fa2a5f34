/** One locked sheet as the signals see it; marks and totals in points. */
export type SheetFact = {
  assessor: string;
  entry: string;
  /** What the assignment used: category, group. */
  stratum: string;
  /** One mark a criterion, in the order of the sheet. */
  marks: readonly number[];
  total: number;
  /** Minutes from the first mark kept to the lock; null where that is not known. */
  minutes: number | null;
  lockedAt: number;
};

/**
 * severity: gives less or more than the others gave the same entries. spread: uses far less or more of the scale. halo: the
 * criteria move as one. identical: the same row of marks again and again. speed: locks far faster. drift: grows stricter or
 * milder with time. bias: favours or punishes one category. copying: rows equal to another's on the entries they share.
 */
export const signals = ["severity", "spread", "halo", "identical", "speed", "drift", "bias", "copying"] as const;
export type Signal = (typeof signals)[number];

/**
 * What the chair did about an alarm. explained: looked and found nothing to mend; talked: spoke with the assessor; reopened: had
 * sheets looked at again; reread: called another reader; replaced: gave the rest to others.
 */
export const alarmSteps = ["explained", "talked", "reopened", "reread", "replaced"] as const;
export type AlarmStep = (typeof alarmSteps)[number];

/** What was measured of one assessor. null = too few sheets to say. */
export type Figures = {
  sheets: number;
  /** Mean difference to the mean of the others on the same entries, points; negative = stricter. */
  severity: number | null;
  /** Standard deviation of the totals, points. */
  spread: number | null;
  /** Mean correlation between criteria over own sheets. */
  halo: number | null;
  /** Share of sheets whose marks equal those of an earlier own sheet. */
  identical: number | null;
  /** Median minutes a sheet. */
  minutes: number | null;
  /** Change of the difference to the others from the first to the last own sheet, points. */
  drift: number | null;
  /** The category with the largest own difference, and that difference, points. */
  bias: { stratum: string; difference: number } | null;
  /** The other assessor with the most equal rows, the share of equal rows and of how many. */
  copying: { other: string; share: number; shared: number } | null;
};

export type Alarm = { signal: Signal; /** How unlikely it is by chance, two-sided. */ chance: number };

export type AssessorSignals = { assessor: string; figures: Figures; alarms: Alarm[] };
