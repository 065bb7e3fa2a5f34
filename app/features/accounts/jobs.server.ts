import { sendPasswordReset } from "#app/features/accounts/recovery/operations.server.ts";
import { endExpiredSessions } from "#app/features/accounts/sessions/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Deletes sessions that have run out. `payload.realNow` is the real clock: sessions do not move with a demo's clock. */
export function sweepSessions(ctx: Ctx, payload: Record<string, string | number>): void {
  endExpiredSessions(ctx, Number(payload.realNow));
}

/** Looks whether the address of `payload.email` has an account, and writes it the letter with the link. */
export function answerPasswordReset(ctx: Ctx, payload: Record<string, string | number>): void {
  sendPasswordReset(ctx, String(payload.email));
}
