/** METHODS section 2's acceptance on invented years, each in a process of its own so that its memory is its own. About a minute. */
import { spawnSync } from "node:child_process";
import { loadsOf } from "#app/features/assignment/plans/situation/rules.ts";
import { changeOfStage } from "#app/features/assignment/plans/stage/rules.ts";
import type { Situation } from "#app/features/assignment/plans/types.ts";
import { solve } from "#app/features/assignment/solver/rules.ts";
import type { Instance, Solution } from "#app/features/assignment/solver/types.ts";
import { solveBinaryProgram } from "#app/lib/binary-program.server.ts";
import { inventedInstance } from "#tests/features/assignment/solver/invented.ts";

const years = [
  [3_156, 60],
  [3_156, 80],
  [3_156, 100],
  [31_719, 400],
] as const;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints time, memory, proof and checks of each year. */
export async function benchAssign(): Promise<void> {
  for (const [entries, assessors] of years) {
    const ran = spawnSync(process.execPath, ["--import", "tsx", import.meta.filename, String(entries), String(assessors)], { encoding: "utf8" });
    process.stdout.write(ran.stdout);
    if (ran.status !== 0) throw new Error(ran.stderr.slice(-2_000));
  }
}

async function runYear(entries: number, assessors: number): Promise<void> {
  const instance = inventedInstance({ entries, assessors, readers: 3 });
  const [solution, seconds] = await timed(() => solved(instance));
  const { status, method, gap, checks, faults } = solution;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  say(`${entries} entries x ${assessors} assessors x 3: ${seconds.toFixed(1)} s, ${memory} MiB, ${status} (${method}), gap ${(gap * 100).toFixed(2)} %`);
  say(`  checker: ${Object.entries(faults).map(([name, count]) => `${name} ${count}`).join(", ")}; loads ${checks.loads.join(" to ")}; experts ${((checks.expertShare ?? 0) * 100).toFixed(1)} %`);
  say(`  linkage: ${checks.components} component, contrast variance ${checks.contrastVarianceRatio?.toFixed(3)} x ideal, Fiedler ${solution.fiedler?.toFixed(1)}`);
  await replaceOne(instance, solution);
  await lowerAll(instance, solution);
}

/** Three readers become two for the whole stage. */
async function lowerAll(instance: Instance, { assignments }: Solution): Promise<void> {
  const standing = assignments.map(([proposalId, userId]) => ({ id: `${proposalId} ${userId}`, proposalId, userId, state: "untouched" }));
  const people = instance.assessors.map(({ id, expertise = {} }) => ({ userId: id, name: "", organisation: "", bounds: null, expertise }));
  const entries = instance.entries.map(({ id, category = "" }) => ({ id, category }));
  const situation = { readers: 3, planned: null, entries, people, standing, conflicts: new Set(), targets: new Map() } as unknown as Situation;
  const [{ base, ended }, seconds] = await timed(async () => changeOfStage(situation, 2, { rules: { expertPerEntry: true }, seed: 1 }));
  const loads = [...loadsOf(base.standing).values()];
  say(`  two readers for the whole stage: ${seconds.toFixed(1)} s, ${ended.length} readings end, loads ${Math.min(...loads)} to ${Math.max(...loads)}`);
}

/** One person leaves: everybody else's readings are fixed, his are given to others. */
async function replaceOne(instance: Instance, { assignments }: Solution): Promise<void> {
  const leaver = assignments[0]?.[1] as string;
  const touched = new Set(assignments.filter(([, person]) => person === leaver).map(([entry]) => entry));
  const fixed = assignments.filter(([, person]) => person !== leaver);
  const assessors = instance.assessors.map((person) => ({ ...person, load: person.id === leaver ? { min: 0, max: 0 } : { min: 0, max: instance.load.max + 3 } }));
  const [after, seconds] = await timed(() => solved({ ...instance, assessors, fixed }));
  const before = new Set(fixed.map((pair) => pair.join(" ")));
  const fresh = after.assignments.filter((pair) => !before.has(pair.join(" ")));
  const foreign = fresh.filter(([entry]) => !touched.has(entry)).length;
  say(`  one assessor replaced: ${seconds.toFixed(1)} s, ${fresh.length} new readings for his ${touched.size}, ${foreign} elsewhere; ${after.checks.components} component`);
}

async function solved(instance: Instance): Promise<Solution> {
  const outcome = await solve(instance, { seed: 1, solveProgram: solveBinaryProgram });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.shortages).slice(0, 500));
  return outcome.solution;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now();
  const result = await work();
  return [result, (performance.now() - startedAt) / 1_000];
}

if (process.argv[1] === import.meta.filename) await runYear(Number(process.argv[2]), Number(process.argv[3]));
