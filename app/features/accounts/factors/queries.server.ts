import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { UserId } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { recoveryCodes, secondFactors } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;

/** Whether a code is asked of the person when signing in. */
export function hasSecondFactor(ctx: Reach, userId: UserId): boolean {
  const confirmed = and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt));
  return ctx.db.select({ userId: secondFactors.userId }).from(secondFactors).where(confirmed).get() !== undefined;
}

/** Recovery codes a person has left. */
export function countRecoveryCodes(ctx: Reach, userId: UserId): number {
  const left = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  return ctx.db.select({ n: count() }).from(recoveryCodes).where(left).get()?.n ?? 0;
}

export type FactorView = { state: "none" | "begun" | "on"; confirmedAt: number | null; secret: string | null; codesLeft: number };

/** The person's own second factor; the secret is shown only while it is being set up. */
export function findOwnFactor(ctx: Pick<Ctx, "db" | "keys">, userId: UserId): FactorView {
  const row = ctx.db.select().from(secondFactors).where(eq(secondFactors.userId, userId)).get();
  if (!row) return { state: "none", confirmedAt: null, secret: null, codesLeft: 0 };
  if (row.confirmedAt === null) {
    return { state: "begun", confirmedAt: null, secret: ctx.keys.secrets.open(row.secret, userId), codesLeft: 0 };
  }
  return { state: "on", confirmedAt: row.confirmedAt, secret: null, codesLeft: countRecoveryCodes(ctx, userId) };
}
