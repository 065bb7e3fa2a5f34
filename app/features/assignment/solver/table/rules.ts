import type { Bar, Instance, InstanceAssessor, InstanceEntry, Table } from "#app/features/assignment/solver/types.ts";

const byId = <T extends { id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Points of a band where no match numbers are given. */
export const bandPoints = [0, 10, 20] as const;

/** The instance by index, sorted by id: what is computed from it does not depend on the order of rows. */
export function tableOf(instance: Instance): Table {
  const entries = byId(instance.entries);
  const assessors = byId(instance.assessors);
  const [I, J] = [entries.length, assessors.length];
  const table: Table = {
    instance,
    entries: entries.map(({ id }) => id),
    assessors: assessors.map(({ id }) => id),
    need: Int32Array.from(entries, ({ readers }) => readers ?? instance.readers),
    least: Int32Array.from(assessors, ({ load }) => (load ?? instance.load).min),
    most: Int32Array.from(assessors, ({ load }) => (load ?? instance.load).max),
    organisation: organisationsOf(assessors),
    open: new Uint8Array(I * J).fill(1),
    fixed: new Uint8Array(I * J),
    band: new Uint8Array(I * J),
    match: instance.match ? new Float64Array(I * J) : null,
    hasExperts: assessors.some(({ expertise }) => Object.values(expertise ?? {}).includes("expert")),
  };
  const at = pairIndex(table);
  fillBands(table, entries, assessors);
  entries.forEach((entry, i) => assessors.forEach((assessor, j) => {
    if (tieOf(instance, entry, assessor)) table.open[i * J + j] = 0;
  }));
  for (const [assessor, entry] of instance.conflicts ?? []) table.open[at(entry, assessor)] = 0;
  for (const [entry, assessor] of instance.forbidden ?? []) table.open[at(entry, assessor)] = 0;
  for (const [assessor, entry, value] of instance.match ?? []) if (table.match) table.match[at(entry, assessor)] = value;
  for (const [entry, assessor] of instance.fixed ?? []) {
    table.fixed[at(entry, assessor)] = 1;
    table.open[at(entry, assessor)] = 1;
  }
  return table;
}

/** Where a pair stands in the table's arrays; throws for an id the instance does not hold. */
export function pairIndex(table: Pick<Table, "entries" | "assessors">): (entry: string, assessor: string) => number {
  const rows = new Map(table.entries.map((id, index) => [id, index]));
  const columns = new Map(table.assessors.map((id, index) => [id, index]));
  return (entry, assessor) => {
    const [i, j] = [rows.get(entry), columns.get(assessor)];
    if (i === undefined || j === undefined) throw new RangeError(`unknown pair ${entry} ${assessor}`);
    return i * table.assessors.length + j;
  };
}

function organisationsOf(assessors: readonly InstanceAssessor[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(assessors, ({ organisation }) => {
    if (!organisation) return -1;
    const index = known.get(organisation) ?? known.size;
    known.set(organisation, index);
    return index;
  });
}

function fillBands({ band }: Table, entries: readonly InstanceEntry[], assessors: readonly InstanceAssessor[]): void {
  const J = assessors.length;
  const rows = new Map<string, Uint8Array>();
  entries.forEach(({ category }, i) => {
    if (category === undefined) return;
    const row = rows.get(category) ?? Uint8Array.from(assessors, ({ expertise }) => ({ expert: 2, able: 1, no: 0 })[expertise?.[category] ?? "no"]);
    rows.set(category, row);
    band.set(row, i * J);
  });
}

function tieOf(instance: Instance, entry: InstanceEntry, assessor: InstanceAssessor): Bar | null {
  if (entry.agency !== undefined && entry.agency === assessor.agency) return "agency";
  if (instance.rules.sameRegionConflict && entry.region !== undefined && assessor.regions?.includes(entry.region)) return "region";
  return null;
}

/** Why each assessor who may not read an entry may not, by id; fixed pairs are not barred. */
export function barsOf(table: Table, entryId: string): { assessor: string; bar: Bar }[] {
  const { instance } = table;
  const entry = instance.entries.find(({ id }) => id === entryId);
  if (!entry) return [];
  const kept = new Set((instance.fixed ?? []).filter(([id]) => id === entryId).map(([, assessor]) => assessor));
  const declared = new Set((instance.conflicts ?? []).filter(([, id]) => id === entryId).map(([assessor]) => assessor));
  const forbidden = new Set((instance.forbidden ?? []).filter(([id]) => id === entryId).map(([, assessor]) => assessor));
  return byId(instance.assessors).flatMap((assessor) => {
    if (kept.has(assessor.id)) return [];
    const bar = declared.has(assessor.id) ? "conflict" : (tieOf(instance, entry, assessor) ?? (forbidden.has(assessor.id) ? "forbidden" : null));
    return bar ? [{ assessor: assessor.id, bar }] : [];
  });
}

/** Preference of a pair in points. */
export const pointsOf = (table: Table, pair: number): number => (table.match ? (table.match[pair] as number) : bandPoints[table.band[pair] as 0 | 1 | 2]);
