import type { Agency, AgencyId, AgencySeed, Member, MemberRole, UnitId } from "#app/features/agencies/types.ts";
import type { Standing } from "#app/features/notifications/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

/**
 * Refuses a registry that contradicts itself: `agencies.codeTwice`, or `agencies.parentUnknown` when a parent is neither in
 * the file nor known already.
 */
export function checkSeeds(seeds: readonly AgencySeed[], knownCodes: ReadonlySet<string>): void {
  const codes = new Set<string>();
  for (const { code } of seeds) {
    if (codes.has(code)) throw new DomainError("agencies.codeTwice", { params: { code } });
    codes.add(code);
  }
  for (const { code, parentCode } of seeds) {
    if (parentCode === null || codes.has(parentCode) || knownCodes.has(parentCode)) continue;
    throw new DomainError("agencies.parentUnknown", { params: { code, parent: parentCode } });
  }
}

/** Whether a seed says what the registry already says. */
export function isUnchanged(seed: AgencySeed, known: Agency, parentId: AgencyId | null): boolean {
  const { name, kind, provinceCode, zone, source } = seed;
  const next = [name, kind, provinceCode, parentId, zone, source];
  const before = [known.name, known.kind, known.provinceCode, known.parentId, known.zone, known.source];
  return next.every((value, index) => value === before[index]);
}

/** Refuses to confine a local admin (`agencies.adminConfined`), who answers for the whole agency, and a closed unit (`agencies.unitClosed`). */
export function checkConfinement(role: MemberRole, unit: { name: string; closedAt: number | null }): void {
  if (role === "admin") throw new DomainError("agencies.adminConfined", { kind: "conflict" });
  if (unit.closedAt !== null) throw new DomainError("agencies.unitClosed", { kind: "conflict", params: { name: unit.name } });
}

/**
 * Refuses `agencies.lastAdmin` when the member is the agency's only local admin: without one, nobody could submit for it.
 * `admins` are the present ones.
 */
export function checkRemoval(member: Pick<Member, "userId" | "role">, admins: readonly Member["userId"][]): void {
  const isLast = member.role === "admin" && admins.every((userId) => userId === member.userId);
  if (isLast) throw new DomainError("agencies.lastAdmin", { kind: "conflict" });
}

/** By what right a letter about something of an agency reaches a member: of the whole of it, or of what belongs to one unit. */
export const asMember = (userId: Id<"user">, { agencyId, unitId }: { agencyId: AgencyId; unitId?: UnitId | null }): Standing => ({
  ...{ userId, scope: "agency", scopeId: agencyId },
  ...(unitId ? { part: unitId } : {}),
});
