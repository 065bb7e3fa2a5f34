import { and, count, eq, isNull } from "drizzle-orm";
import type { AgencyId, UnitId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers, agencyMerges, agencyNames, agencyUnits, registryImports } from "#db/schema/agencies.ts";

type Reach = Pick<Ctx, "db">;

export function renameTo(ctx: Ctx, id: AgencyId, change: { before: string; after: string; validFrom: string; source: string; renamedBy: Id<"user"> }): void {
  const position = (ctx.db.select({ n: count() }).from(agencyNames).where(eq(agencyNames.agencyId, id)).get()?.n ?? 0) + 1;
  ctx.db.insert(agencyNames).values({ agencyId: id, position, ...change, renamedAt: ctx.now }).run();
  ctx.db.update(agencies).set({ name: change.after }).where(eq(agencies.id, id)).run();
}

export function insertMerge(ctx: Reach, merge: typeof agencyMerges.$inferInsert): void {
  const { changes } = ctx.db.insert(agencyMerges).values(merge).onConflictDoNothing().run();
  if (changes === 0) throw new DomainError("agencies.merged", { kind: "conflict" });
}

/**
 * Present members of one agency become members of another, unless they are already; returns how many. A writer confined to a unit
 * stays confined to it and so sees nothing of the other agency until its admin says which unit is his.
 */
export function moveMembers(ctx: Ctx, from: AgencyId, into: AgencyId): number {
  const present = ctx.db.select().from(agencyMembers).where(and(eq(agencyMembers.agencyId, from), isNull(agencyMembers.removedAt))).all();
  for (const { userId, role, unit, unitId } of present) {
    const member = { agencyId: into, userId, role, unit, unitId, createdAt: ctx.now, removedAt: null };
    const target = [agencyMembers.agencyId, agencyMembers.userId];
    const back = { target, set: { role, unit, unitId, removedAt: null }, setWhere: eq(agencyMembers.removedAt, agencyMembers.removedAt) };
    ctx.db.insert(agencyMembers).values(member).onConflictDoUpdate(back).run();
  }
  ctx.db.update(agencyMembers).set({ removedAt: ctx.now }).where(and(eq(agencyMembers.agencyId, from), isNull(agencyMembers.removedAt))).run();
  return present.length;
}

export function insertUnit(ctx: Reach, unit: typeof agencyUnits.$inferInsert): void {
  ctx.db.insert(agencyUnits).values(unit).run();
}

export function updateUnit(ctx: Reach, id: UnitId, change: Partial<typeof agencyUnits.$inferInsert>): void {
  ctx.db.update(agencyUnits).set(change).where(eq(agencyUnits.id, id)).run();
}

export function insertRegistryImport(ctx: Reach, row: typeof registryImports.$inferInsert): void {
  ctx.db.insert(registryImports).values(row).run();
}

/** True when this call took it in. */
export const markApplied = (ctx: Ctx, id: Id<"registryImport">): boolean =>
  ctx.db.update(registryImports).set({ appliedAt: ctx.now }).where(and(eq(registryImports.id, id), isNull(registryImports.appliedAt))).run().changes === 1;
