/** A mixed integer program in 0/1 columns: minimise cost x, lower <= A x <= upper; columns in sparse form. */
export type BinaryProgram = {
  cost: Float64Array;
  columnLower: Float64Array;
  columnUpper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  starts: Int32Array;
  rows: Int32Array;
  values: Float64Array;
  /** A valid solution to begin with. */
  start: Float64Array | null;
  /** Fractions allowed: a lower bound of the whole numbers' optimum, with the prices of its rows. */
  relaxed: boolean;
};

export type ProgramAnswer = {
  status: "optimal" | "infeasible" | "stopped";
  columns: Float64Array | null;
  objective: number;
  bound: number;
  /** Prices of the rows (dual values) of a relaxed program. */
  prices: Float64Array | null;
};
