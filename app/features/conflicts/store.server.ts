import { and, eq, isNull, lte } from "drizzle-orm";
import type { AgencyObjectionId, ConflictId, ConflictState } from "#app/features/conflicts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { agencyObjections, conflicts } from "#db/schema/conflicts.ts";

type Reach = Pick<Ctx, "db">;
export type ConflictRow = typeof conflicts.$inferSelect;
export type AgencyObjectionRow = typeof agencyObjections.$inferSelect;

/** Refuses `conflicts.alreadyDeclared` (409) for the same person and the same entry or agency. */
export function insertConflict(ctx: Reach, conflict: typeof conflicts.$inferInsert): void {
  try {
    ctx.db.insert(conflicts).values(conflict).run();
  } catch (error) {
    if (isUniqueViolation(error, "conflicts.user_id") || isUniqueViolation(error, "conflicts.edition_id")) {
      throw new DomainError("conflicts.alreadyDeclared", { kind: "conflict" });
    }
    throw error;
  }
}

/** Notes of one person's conflicts whose time is over that they have ended, so that another may be declared. */
export function closeExpired(ctx: Pick<Ctx, "db" | "now">, of: { editionId: Id<"edition">; userId: Id<"user"> }): void {
  const over = and(eq(conflicts.editionId, of.editionId), eq(conflicts.userId, of.userId), isNull(conflicts.withdrawnAt), lte(conflicts.expiresAt, ctx.now));
  ctx.db.update(conflicts).set({ state: "expired", withdrawnAt: ctx.now }).where(over).run();
}

export const findConflictRow = (ctx: Reach, id: ConflictId): ConflictRow | undefined =>
  ctx.db.select().from(conflicts).where(eq(conflicts.id, id)).get();

/** Changes a conflict that is still in the state; true when it was. */
export const updateConflict = (ctx: Reach, seen: { id: ConflictId; state: ConflictState }, change: Partial<ConflictRow>): boolean =>
  ctx.db.update(conflicts).set(change).where(and(eq(conflicts.id, seen.id), eq(conflicts.state, seen.state))).run().changes === 1;

export const insertAgencyObjection = (ctx: Reach, row: typeof agencyObjections.$inferInsert): unknown => ctx.db.insert(agencyObjections).values(row).run();

export const findAgencyObjection = (ctx: Reach, id: AgencyObjectionId): AgencyObjectionRow | undefined =>
  ctx.db.select().from(agencyObjections).where(eq(agencyObjections.id, id)).get();

/** Changes an objection that is still in the state; true when it was. */
export const updateAgencyObjection = (ctx: Reach, seen: { id: AgencyObjectionId; state: ConflictState }, change: Partial<AgencyObjectionRow>): boolean =>
  ctx.db.update(agencyObjections).set(change).where(and(eq(agencyObjections.id, seen.id), eq(agencyObjections.state, seen.state))).run().changes === 1;
