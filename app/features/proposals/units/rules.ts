import { writtenNames } from "#app/features/agencies/registry/rules.ts";
import type { UnitId } from "#app/features/agencies/types.ts";
import { DomainError } from "#app/lib/errors.ts";

type Unit = { id: UnitId; parentId: UnitId | null; name: string; closedAt: number | null };
type Named = { unit: string; unitId: UnitId | null };

/** `own`: the unit a writer is confined to; undefined for whoever writes for the whole agency. */
type Tree = { units: readonly Unit[]; own: string | undefined };

/**
 * Which unit of the agency's tree a proposal names. Free text stays where the agency keeps no open unit, and what a draft named
 * before stays whatever became of the tree. Refuses `proposals.unitUnlisted` (422) for any other name, and `proposals.otherUnit`
 * (403) where the writer is confined to another unit.
 */
export function placeInUnit({ unit, before }: { unit: string; before: Named | null }, { units, own }: Tree): Named {
  const placed = nameOf(unit, units) ?? kept(unit, before) ?? freeText(unit, units);
  if (own !== undefined && placed.unitId !== own) throw new DomainError("proposals.otherUnit", { kind: "forbidden" });
  return placed;
}

function nameOf(unit: string, units: Tree["units"]): Named | null {
  const found = unitOptions({ units, own: undefined }).find(({ name }) => name === unit);
  return found ? { unit, unitId: found.id } : null;
}

const kept = (unit: string, before: Named | null): Named | null => (before?.unit === unit ? { unit, unitId: before.unitId } : null);

function freeText(unit: string, units: Tree["units"]): Named {
  const isListed = units.some(({ closedAt }) => closedAt === null);
  if (isListed && unit !== "") throw new DomainError("proposals.unitUnlisted");
  return { unit, unitId: null };
}

/** The open units a proposal can name, as they are written, in the order of the tree it is given. */
export function unitOptions<T extends Unit>({ units, own }: { units: readonly T[]; own: string | undefined }): (T & { name: string })[] {
  const names = writtenNames(units);
  return units
    .filter(({ id, closedAt }) => closedAt === null && (own === undefined || own === id))
    .map((unit) => ({ ...unit, name: names.get(unit.id) ?? unit.name }));
}
