import { eq, sql } from "drizzle-orm";
import type { Attempts } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { signInAttempts } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;

export const findAttempts = (ctx: Reach, key: string): Attempts | undefined =>
  ctx.db.select().from(signInAttempts).where(eq(signInAttempts.key, key)).get();

export function saveAttempts(ctx: Reach, key: string, attempts: Attempts): void {
  ctx.db
    .insert(signInAttempts)
    .values({ key, ...attempts })
    .onConflictDoUpdate({ target: signInAttempts.key, set: attempts })
    .run();
}

export function clearAttempts(ctx: Reach, key: string): void {
  ctx.db.delete(signInAttempts).where(eq(signInAttempts.key, key)).run();
}

/** Takes one try back: what went well was none. */
export function takeBackAttempt(ctx: Reach, key: string): void {
  ctx.db
    .update(signInAttempts)
    .set({ failures: sql`max(0, ${signInAttempts.failures} - 1)`, blockedUntil: null })
    .where(eq(signInAttempts.key, key))
    .run();
}
