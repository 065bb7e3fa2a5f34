import { eq, lt, sql } from "drizzle-orm";
import type { Attempts } from "#app/features/accounts/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { signInAttempts } from "#db/schema/accounts.ts";

type Reach = Pick<Ctx, "db">;

/** Kept as a fingerprint: what people type as their address is no business of the database. */
export const kept = (key: string): string => `${key.split(":", 1)[0] ?? ""}:${sha256Hex(key)}`;

export const findAttempts = (ctx: Reach, key: string): Attempts | undefined =>
  ctx.db.select().from(signInAttempts).where(eq(signInAttempts.key, kept(key))).get();

export function saveAttempts(ctx: Reach, key: string, attempts: Attempts): void {
  ctx.db
    .insert(signInAttempts)
    .values({ key: kept(key), ...attempts })
    .onConflictDoUpdate({ target: signInAttempts.key, set: attempts })
    .run();
}

export function clearAttempts(ctx: Reach, key: string): void {
  ctx.db.delete(signInAttempts).where(eq(signInAttempts.key, kept(key))).run();
}

/** Takes one try back: what went well was none. */
export function takeBackAttempt(ctx: Reach, key: string): void {
  ctx.db
    .update(signInAttempts)
    .set({ failures: sql`max(0, ${signInAttempts.failures} - 1)`, blockedUntil: null })
    .where(eq(signInAttempts.key, kept(key)))
    .run();
}

/** Forgets tries that began before `since`, UTC ms of the real clock. */
export function deleteOldAttempts(ctx: Reach, since: number): void {
  ctx.db.delete(signInAttempts).where(lt(signInAttempts.firstAt, since)).run();
}
