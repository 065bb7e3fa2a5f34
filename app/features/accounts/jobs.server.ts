import { endExpiredSessions } from "#app/features/accounts/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Deletes sessions that have run out. `payload.realNow` is the real clock: sessions do not move with a demo's clock. */
export function sweepSessions(ctx: Ctx, payload: Record<string, string | number>): void {
  endExpiredSessions(ctx, Number(payload.realNow));
}
