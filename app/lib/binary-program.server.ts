import loadHighs, { type Highs } from "highs";
import type { BinaryProgram, ProgramAnswer } from "#app/lib/binary-program.ts";

/** Branches looked at before the best found so far is taken, with its gap: a limit of time would not give the same result twice. */
const mostNodes = 20_000;

/**
 * Solves a program with whole-number costs to its proven optimum, or says that there is none. Blocks the thread it runs in.
 * Deterministic: one thread, one seed, no limit of time.
 */
export async function solveBinaryProgram(program: BinaryProgram): Promise<ProgramAnswer> {
  const highs = await loadHighs();
  const model = highs.createModel(modelOf(highs, program));
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, mip_max_nodes: mostNodes, random_seed: 0 });
    if (program.start && !program.relaxed) model.setSolution({ colValue: program.start });
    model.run();
    return answerOf(highs, model, program.relaxed);
  } finally {
    model.dispose();
  }
}

function modelOf(highs: Highs, { relaxed, cost, columnLower, columnUpper, rowLower, rowUpper, starts, rows, values }: BinaryProgram) {
  const [numCols, numRows] = [cost.length, rowLower.length];
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.minimize,
    colCost: cost,
    colLower: columnLower,
    colUpper: columnUpper,
    rowLower,
    rowUpper,
    matrix: { format: "csc" as const, numRows, numCols, starts, indices: rows, values },
    ...(relaxed ? {} : { integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer) }),
  };
}

type Model = ReturnType<Highs["createModel"]>;

function answerOf(highs: Highs, model: Model, relaxed: boolean): ProgramAnswer {
  const status = model.getModelStatus();
  const { optimal, infeasible } = highs.constants.modelStatus;
  const none = { columns: null, objective: NaN, bound: NaN, prices: null };
  if (status === infeasible) return { status: "infeasible", ...none };
  const { colValue, rowDual } = model.getSolution();
  if (colValue.length === 0 || !colValue.some((value) => value > 0)) return { status: "stopped", ...none };
  const objective = model.getObjectiveValue();
  return {
    status: status === optimal ? "optimal" : "stopped",
    columns: colValue,
    objective,
    bound: relaxed ? objective : Number(model.info.get("mip_dual_bound")),
    prices: relaxed ? rowDual : null,
  };
}
