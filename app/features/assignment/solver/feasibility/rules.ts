import { barsOf } from "#app/features/assignment/solver/table/rules.ts";
import type { Shortage, Table } from "#app/features/assignment/solver/types.ts";

/**
 * Entries that no choice could serve, before anything is solved: more readers fixed than needed, fewer eligible than needed, no
 * expert among the eligible, or too few organisations. Empty = each entry could be served for itself; whether all can at the
 * same time is for the flow to find.
 */
export function shortagesOf(table: Table): Shortage[] {
  return table.entries.flatMap((_, i) => shortageOf(table, i) ?? []);
}

function shortageOf(table: Table, i: number): Shortage | null {
  const { instance, assessors, open, fixed, band } = table;
  const J = assessors.length;
  const [entry, needs] = [table.entries[i] as string, table.need[i] as number];
  const eligible: number[] = [];
  const kept: number[] = [];
  for (let j = 0; j < J; j += 1) {
    if (open[i * J + j]) eligible.push(j);
    if (fixed[i * J + j]) kept.push(j);
  }
  if (kept.length > needs) return { kind: "fixed", entry, needs, fixed: kept.length };
  if (eligible.length < needs) return { kind: "readers", entry, needs, eligible: eligible.length, barred: barsOf(table, entry) };
  const isExpert = (j: number): boolean => band[i * J + j] === 2;
  if (asksForExpert(table, i) && !eligible.some(isExpert)) {
    const category = instance.entries.find(({ id }) => id === entry)?.category ?? null;
    return { kind: "expert", entry, category, eligible: eligible.length };
  }
  const organisations = separate(table, eligible, kept);
  return instance.rules.oneSeatPerOrganisation && organisations < needs ? { kind: "organisations", entry, needs, organisations } : null;
}

/** Most readers that could sit together: one an organisation, people without one for themselves, those fixed in any case. */
function separate({ organisation }: Table, eligible: readonly number[], kept: readonly number[]): number {
  const taken = new Set(kept.map((j) => organisation[j] as number));
  const others = eligible.filter((j) => !kept.includes(j));
  const alone = others.filter((j) => organisation[j] === -1).length;
  const more = new Set(others.map((j) => organisation[j] as number).filter((one) => one !== -1 && !taken.has(one)));
  return kept.length + alone + more.size;
}

/** Whether an entry must have an expert: the rule asks for one (match numbers alone name none), and its fixed readers leave a seat or hold one. */
export function asksForExpert({ instance, hasExperts, match, assessors, fixed, band, need }: Table, i: number): boolean {
  if (!instance.rules.expertPerEntry || (!hasExperts && match !== null) || need[i] === 0) return false;
  const J = assessors.length;
  let [kept, expert] = [0, false];
  for (let j = 0; j < J; j += 1) {
    if (!fixed[i * J + j]) continue;
    kept += 1;
    expert ||= band[i * J + j] === 2;
  }
  return expert || kept < (need[i] as number);
}
