/** Assignments by the product's own solver, for years whose marks are invented. */
import { cheapestFlow } from "#app/features/assignment/solver/flow/rules.ts";
import { solve } from "#app/features/assignment/solver/rules.ts";
import { tableOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Instance } from "#app/features/assignment/solver/types.ts";
import type { Plan } from "#tests/features/ranking/calibration/worlds.ts";
import { inventedInstance } from "#tests/features/assignment/solver/invented.ts";

type Sizes = { entries: number; assessors: number; reads: number };

/** What the product assigns: experts, readers mixed by the draw and linked where they are not (flow and repair). */
export async function planBySolver({ entries, assessors, reads }: Sizes, seed: number): Promise<Plan> {
  const instance = inventedInstance({ entries, assessors, readers: reads, seed });
  const outcome = await solve(instance, { seed, solveProgram: null });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.shortages).slice(0, 500));
  return planOf(instance, outcome.solution.assignments);
}

/**
 * The cheapest assignment by expertise alone: whoever has the category as his first reads it, with hardly a draw and nothing to
 * link him to readers of other categories. What an optimiser does that knows nothing of comparing.
 */
export function planByExpertiseAlone({ entries, assessors, reads }: Sizes, seed: number): Plan {
  const instance = inventedInstance({ entries, assessors, readers: reads, seed });
  const table = tableOf({ ...instance, rules: { ...instance.rules, expertPerEntry: false, oneSeatPerOrganisation: false } });
  const first = new Map(instance.assessors.map(({ id, expertise }) => [id, Object.keys(expertise ?? {})[0]]));
  const categories = new Map(instance.entries.map(({ id, category }) => [id, category]));
  const J = table.assessors.length;
  const costs = Int32Array.from(table.open, (_, pair) => {
    const isFirst = first.get(table.assessors[pair % J] as string) === categories.get(table.entries[Math.floor(pair / J)] as string);
    return (isFirst ? 0 : [300, 100, 30][table.band[pair] as number] as number) + (Math.imul(pair + seed, 0x9e3779b1) >>> 29);
  });
  const flow = cheapestFlow(table, costs);
  if (!flow.ok) throw new Error(JSON.stringify(flow.shortage).slice(0, 500));
  const pairs = flow.choice.flatMap((readers, i) => readers.map((j): [string, string] => [table.entries[i] as string, table.assessors[j] as string]));
  return planOf(instance, pairs);
}

function planOf(instance: Instance, pairs: readonly (readonly [string, string])[]): Plan {
  const at = new Map(instance.entries.map(({ id }, i) => [id, i]));
  const person = new Map(instance.assessors.map(({ id }, j) => [id, j]));
  const names = [...new Set(instance.entries.map(({ category }) => category))].sort();
  const readers: number[][] = instance.entries.map(() => []);
  for (const [entry, assessor] of pairs) readers[at.get(entry) ?? -1]?.push(person.get(assessor) ?? -1);
  return { strata: instance.entries.map(({ category }) => names.indexOf(category)), readers, assessors: instance.assessors.length };
}
