import { isLinkingEntry } from "#app/features/assignment/solver/costs/rules.ts";
import type { Choice, Costs, PairReason, Table } from "#app/features/assignment/solver/types.ts";

type Given = { table: Table; costs: Costs; choice: Choice; seed: number; linking: number };

/** Why each reader reads each entry and who came next, by ids: facts, from which the reader's language makes a sentence. */
export function reasonsOf(given: Given): Record<string, Record<string, PairReason>> {
  const { table, choice } = given;
  const load = new Int32Array(table.assessors.length);
  for (const readers of choice) for (const j of readers) load[j] = (load[j] as number) + 1;
  const categories = new Map(table.instance.entries.map(({ id, category }) => [id, category ?? null]));
  return Object.fromEntries(
    table.entries.map((entry, i) => {
      const next = nextOf(given, load, i);
      const category = categories.get(entry) ?? null;
      const reasons = (choice[i] as readonly number[]).map((j) => [table.assessors[j] as string, reasonOf({ ...given, load, category, i, j, next })] as const);
      return [entry, Object.fromEntries(reasons)];
    }),
  );
}

type Pair = Given & { load: Int32Array; category: string | null; i: number; j: number; next: number };

function reasonOf({ table, costs, load, choice, seed, linking, category, i, j, next }: Pair): PairReason {
  const J = table.assessors.length;
  const pair = i * J + j;
  const ground = table.fixed[pair] ? "fixed" : table.match ? "match" : (["no", "able", "expert"] as const)[table.band[pair] as 0 | 1 | 2];
  const common = { value: table.match ? (table.match[pair] as number) : null, category, load: load[j] as number, most: table.most[j] as number };
  const isLinking = ground !== "fixed" && ground !== "expert" && linking > 0 && isLinkingEntry(table.entries[i] as string, seed, linking);
  if (next < 0 || ground === "fixed") return { ground, ...common, linking: isLinking, next: null };
  const why = (costs[i * J + next] as number) >= (costs[pair] as number) ? dearer(table, i, j, next) : hindrance(table, choice, load, i, next);
  return { ground, ...common, linking: isLinking, next: { assessor: table.assessors[next] as string, why } };
}

/** The cheapest who may read it and does not; -1 = nobody. */
function nextOf({ table, costs, choice }: Given, load: Int32Array, i: number): number {
  const J = load.length;
  const readers = new Set(choice[i]);
  let found = -1;
  for (let j = 0; j < J; j += 1) {
    if (!table.open[i * J + j] || readers.has(j)) continue;
    if (found < 0 || (costs[i * J + j] as number) < (costs[i * J + found] as number)) found = j;
  }
  return found;
}

const dearer = (table: Table, i: number, j: number, next: number): "draw" | "worse" => {
  const row = i * table.assessors.length;
  const same = table.match ? table.match[row + j] === table.match[row + next] : table.band[row + j] === table.band[row + next];
  return same ? "draw" : "worse";
};

function hindrance({ organisation, most }: Table, choice: Choice, load: Int32Array, i: number, next: number): "full" | "organisation" | "balance" {
  if ((load[next] as number) >= (most[next] as number)) return "full";
  const own = organisation[next] as number;
  return own !== -1 && (choice[i] as readonly number[]).some((j) => organisation[j] === own) ? "organisation" : "balance";
}
