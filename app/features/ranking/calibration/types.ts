/**
 * One weighted total: what an assessor gave an entry. `stratum` is everything the assignment used (category, group, language);
 * `panel` who sat together when it was given, absent where nobody did.
 */
export type Mark = { entry: string; assessor: string; stratum: string; panel?: string; value: number };

/** Standard deviations are square roots of these; all in squared points of the mark. Of panels only where they are told. */
export type Variances = { entry: number; assessor: number; residual: number; panel?: number };

/**
 * Marks by index, in an order that does not depend on the order they came in: entries, assessors and strata sorted by name.
 * `first[i]..first[i+1]` are the reads of entry i in `readers` (index of the assessor), `panelOf` (of the panel) and `values`.
 * Panels are none where the marks name fewer than two, or where their leniency cannot be told (`tellsPanels`).
 */
export type Design = {
  entries: string[];
  assessors: string[];
  strata: string[];
  panels: string[];
  /** Whether the marks name two panels or more whose leniency cannot be told from strata, entries or assessors. */
  hasUntoldPanels: boolean;
  stratumOf: Int32Array;
  first: Int32Array;
  readers: Int32Array;
  panelOf: Int32Array;
  values: Float64Array;
};

/** The fitted model y = mu_stratum + u_entry + b_assessor + p_panel + e, with u, b, p, e normal and independent; p only with panels. */
export type Fit = {
  design: Design;
  /** Minus twice the restricted log-likelihood at its optimum, comparable with lme4's REML criterion. */
  reml: number;
  variances: Variances;
  /** Mean of each stratum, for assessors as in `leniency`. */
  means: Float64Array;
  /** What an assessor gives above the others, recentred so that the marks' overall mean is unchanged. */
  leniency: Float64Array;
  /** What a panel gives above the others, recentred in the same way; none without panels. */
  panelLeniency: Float64Array;
  /** Both, assessors first: the order of the system's columns. */
  lenient: Float64Array;
  /** What was taken from each leniency of an assessor and of a panel, and added to each mean, by recentring. */
  shift: number;
  panelShift: number;
  /** Best linear unbiased prediction of each entry's effect u. */
  effects: Float64Array;
  /** Whether a variance lies at zero, the edge of what it can be. */
  boundary: { entry: boolean; assessor: boolean; panel: boolean };
  /** Ratio residual/entry variance, and the Cholesky factor of the system of assessors, panels and means. */
  system: { lambdaEntry: number; factor: Float64Array; size: number };
};
