import { solve } from "#app/features/assignment/solver/rules.ts";
import type { Instance, Outcome, Phase } from "#app/features/assignment/solver/types.ts";
import { solveBinaryProgram } from "#app/lib/binary-program.server.ts";

/** Solves an instance in the thread it is called in, with HiGHS for the proof. */
export const solveInstance = ({ instance, seed }: { instance: Instance; seed: number }, say: (phase: Phase) => void): Promise<Outcome> =>
  solve(instance, { seed, solveProgram: solveBinaryProgram, report: say });
