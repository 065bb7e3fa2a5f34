import { z } from "zod";
import { type Agency, type AgencySeed, agencyKinds, type SeedFault, type UnitId } from "#app/features/agencies/types.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import { DomainError } from "#app/lib/errors.ts";

const columns = ["code", "name", "kind", "province", "parent", "zone"] as const;
type Column = (typeof columns)[number];

const cells: Record<Column, z.ZodType<string>> = {
  code: z.string().min(1).max(24),
  name: z.string().min(1).max(200),
  kind: z.enum(agencyKinds),
  province: z.string().regex(/^(?:\d{2})?$/),
  parent: z.string().max(24),
  zone: z.enum(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
};

type Sheet = { header: readonly string[]; rows: readonly (readonly string[])[]; lines: readonly number[] };

/**
 * Reads a registry from a table with the columns code, name, kind, province, parent, zone in any order. Every fault is named by
 * line and column, and only lines without one become seeds. Refuses `agencies.columnsMissing`.
 */
export function seedsOfTable(sheet: Sheet, given: { source: string; knownCodes: ReadonlySet<string> }): { seeds: AgencySeed[]; faults: SeedFault[] } {
  const at = columnsOf(sheet.header);
  const faults: SeedFault[] = [];
  const lines = new Map<string, number>();
  const read = sheet.rows.map((row, index) => ({ line: sheet.lines[index] ?? index + 2, cell: (column: Column) => cleanLine(row[at[column]] ?? "") }));
  for (const { line, cell } of read) if (!lines.has(cell("code"))) lines.set(cell("code"), line);
  const seeds = read.flatMap(({ line, cell }) => {
    const own = columns.flatMap((column) => (cells[column].safeParse(cell(column)).success ? [] : [fault(line, column, "cell", { value: cell(column) })]));
    const first = lines.get(cell("code"));
    if (first !== undefined && first !== line) own.push(fault(line, "code", "twice", { line: first }));
    const parent = cell("parent");
    if (parent !== "" && !lines.has(parent) && !given.knownCodes.has(parent)) own.push(fault(line, "parent", "parentUnknown", { code: parent }));
    faults.push(...own);
    return own.length === 0 ? [seedOf(cell, given.source)] : [];
  });
  return { seeds, faults };
}

const fault = (line: number, field: string, key: string, params: SeedFault["params"]): SeedFault => ({ line, field, key: `registry.faults.${key}`, params });

function seedOf(cell: (column: Column) => string, source: string): AgencySeed {
  const facts = { kind: cell("kind") as AgencySeed["kind"], zone: cell("zone") as AgencySeed["zone"] };
  return { code: cell("code"), name: cell("name"), ...facts, provinceCode: cell("province") || null, parentCode: cell("parent") || null, source };
}

function columnsOf(header: readonly string[]): Record<Column, number> {
  const titles = header.map((title) => cleanLine(title).toLowerCase());
  const missing = columns.filter((column) => !titles.includes(column));
  if (missing.length > 0) throw new DomainError("agencies.columnsMissing", { params: { columns: missing.join(", ") } });
  return Object.fromEntries(columns.map((column) => [column, titles.indexOf(column)])) as Record<Column, number>;
}

export type SeedChange = { code: string; name: string; what: "created" | "changed"; facts: { fact: "name" | "kind" | "province" | "parent" | "zone"; before: string; after: string }[] };
export type RegistryDiff = { changes: SeedChange[]; unchanged: number; missing: { code: string; name: string }[] };

type Known = Agency & { parentCode: string | null };

/**
 * What a registry file would change: new agencies, facts from and to, how many stay, and which known agencies of the kinds in the
 * file are missing from it (they stay as they are). The source alone is no change.
 */
export function diffOf(seeds: readonly AgencySeed[], known: readonly Known[]): RegistryDiff {
  const byCode = new Map(known.map((agency) => [agency.code, agency]));
  const changes = seeds.flatMap((seed) => changeOf(seed, byCode.get(seed.code)));
  const codes = new Set(seeds.map(({ code }) => code));
  const kinds = new Set(seeds.map(({ kind }) => kind));
  const missing = known.filter(({ code, kind }) => kinds.has(kind) && !codes.has(code)).map(({ code, name }) => ({ code, name }));
  return { changes, unchanged: seeds.length - changes.length, missing };
}

function changeOf(seed: AgencySeed, before: Known | undefined): SeedChange[] {
  if (!before) return [{ code: seed.code, name: seed.name, what: "created", facts: [] }];
  const pairs = [
    { fact: "name", before: before.name, after: seed.name },
    { fact: "kind", before: before.kind, after: seed.kind },
    { fact: "province", before: before.provinceCode ?? "", after: seed.provinceCode ?? "" },
    { fact: "parent", before: before.parentCode ?? "", after: seed.parentCode ?? "" },
    { fact: "zone", before: before.zone, after: seed.zone },
  ] as const;
  const facts = pairs.filter((one) => one.before !== one.after);
  return facts.length === 0 ? [] : [{ code: seed.code, name: before.name, what: "changed", facts }];
}

/** The name an agency had on a day (YYYY-MM-DD): names with the first day of each, the oldest first, as `agency_names` keeps them. */
export function nameOn(present: string, renames: readonly { before: string; validFrom: string }[], day: string): string {
  return renames.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom)).find(({ validFrom }) => day < validFrom)?.before ?? present;
}

type Node = { id: UnitId; parentId: UnitId | null };

/** Refuses `agencies.unitCircle` when a unit would stand below itself. */
export function checkUnitPlace(units: readonly Node[], id: UnitId, parentId: UnitId | null): void {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const seen = new Set<UnitId>();
  for (let at = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) throw new DomainError("agencies.unitCircle", { kind: "conflict" });
    seen.add(at);
  }
}

type Named = Node & { name: string };

/** How each unit is written and chosen: by its name, with its parent's behind it where the agency has that name more than once. */
export function writtenNames(units: readonly Named[]): Map<UnitId, string> {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const uses = new Map<string, number>();
  for (const { name } of units) uses.set(name, (uses.get(name) ?? 0) + 1);
  const parentOf = ({ parentId }: Named): string => (parentId && names.get(parentId)) || "-";
  return new Map(units.map((unit) => [unit.id, (uses.get(unit.name) ?? 0) > 1 ? `${unit.name} (${parentOf(unit)})` : unit.name]));
}

/** A unit and every unit below it. */
export function unitsFrom(units: readonly Node[], id: UnitId): Set<UnitId> {
  const found = new Set<UnitId>([id]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  }
  return found;
}

/** Refuses `agencies.unitTaken` (409) for a name another unit at the same place bears: nobody could tell them apart. */
export function checkUnitName(units: readonly Named[], unit: { id: UnitId | null; name: string; parentId: UnitId | null }): void {
  const isSame = (one: Named): boolean => one.id !== unit.id && one.parentId === unit.parentId && one.name.toLowerCase() === unit.name.toLowerCase();
  if (units.some(isSame)) throw new DomainError("agencies.unitTaken", { kind: "conflict", params: { name: unit.name } });
}

/** Units as a tree read from top to bottom, each with its depth from 0. */
export function treeOf<T extends Node & { name: string }>(units: readonly T[]): (T & { depth: number })[] {
  const ids = new Set(units.map(({ id }) => id));
  const below = (parent: UnitId | null, depth: number): (T & { depth: number })[] =>
    units
      .filter((unit) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null) === parent)
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}
