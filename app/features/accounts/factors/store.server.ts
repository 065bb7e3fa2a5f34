import { and, eq, isNull } from "drizzle-orm";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { recoveryCodes, secondFactors } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;
export type FactorRow = typeof secondFactors.$inferSelect;

export const findFactor = (ctx: Reach, userId: UserId): FactorRow | undefined =>
  ctx.db.select().from(secondFactors).where(eq(secondFactors.userId, userId)).get();

/** Writes a person's factor anew, unconfirmed. */
export function replaceFactor(ctx: Reach, factor: typeof secondFactors.$inferInsert): void {
  deleteFactor(ctx, factor.userId);
  ctx.db.insert(secondFactors).values(factor).run();
}

export function updateFactor(ctx: Reach, userId: UserId, change: Partial<FactorRow>): void {
  ctx.db.update(secondFactors).set(change).where(eq(secondFactors.userId, userId)).run();
}

/** Removes the factor and with it every recovery code. */
export function deleteFactor(ctx: Reach, userId: UserId): void {
  ctx.db.delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
  ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
}

export function replaceRecoveryCodes(ctx: Ctx, userId: UserId, hashes: readonly string[]): void {
  ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  for (const codeHash of hashes) ctx.db.insert(recoveryCodes).values({ codeHash, userId, createdAt: ctx.now }).run();
}

/** True when this call used the code up; false when it is none of the person's, or was used before. */
export function useRecoveryCode(ctx: Ctx, userId: UserId, codeHash: string): boolean {
  const open = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt));
  return ctx.db.update(recoveryCodes).set({ usedAt: ctx.now }).where(open).run().changes === 1;
}
