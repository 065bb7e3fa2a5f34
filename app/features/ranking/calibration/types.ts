/** One weighted total: what an assessor gave an entry. `stratum` is everything the assignment used (category, group, language). */
export type Mark = { entry: string; assessor: string; stratum: string; value: number };

/** Standard deviations are square roots of these; all in squared points of the mark. */
export type Variances = { entry: number; assessor: number; residual: number };

/**
 * Marks by index, in an order that does not depend on the order they came in: entries, assessors and strata sorted by name.
 * `first[i]..first[i+1]` are the reads of entry i in `readers` (index of the assessor) and `values`.
 */
export type Design = {
  entries: string[];
  assessors: string[];
  strata: string[];
  stratumOf: Int32Array;
  first: Int32Array;
  readers: Int32Array;
  values: Float64Array;
};

/** The fitted model y = mu_stratum + u_entry + b_assessor + e, with u, b, e normal and independent. */
export type Fit = {
  design: Design;
  /** Minus twice the restricted log-likelihood at its optimum, comparable with lme4's REML criterion. */
  reml: number;
  variances: Variances;
  /** Mean of each stratum, for assessors as in `leniency`. */
  means: Float64Array;
  /** What an assessor gives above the others, recentred so that the marks' overall mean is unchanged. */
  leniency: Float64Array;
  /** What was taken from each leniency, and added to each mean, by recentring. */
  shift: number;
  /** Best linear unbiased prediction of each entry's effect u. */
  effects: Float64Array;
  /** Whether a variance lies at zero, the edge of what it can be. */
  boundary: { entry: boolean; assessor: boolean };
  /** Ratios residual/entry and residual/assessor variance, and the Cholesky factor of the assessor-and-mean system. */
  system: { lambdaEntry: number; lambdaAssessor: number; factor: Float64Array; size: number };
};
