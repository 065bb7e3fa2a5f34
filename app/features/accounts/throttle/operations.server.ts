import { type AttemptKey, checkThrottle, countFailure } from "#app/features/accounts/throttle/rules.ts";
import * as store from "#app/features/accounts/throttle/store.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Counts a try before it is looked at, so that a thousand at once are a thousand tries. Refuses `accounts.throttled` while one
 * of the keys is paused; a pause that begins leaves an audit entry, under the key's fingerprint since it may hold an address
 * nobody has. `now` in UTC ms of the real clock.
 */
export function countTry(ctx: Ctx, keys: readonly AttemptKey[], now: number): void {
  inTransaction(ctx, () => {
    for (const key of keys) {
      const before = store.findAttempts(ctx, key.key);
      checkThrottle(before, now);
      const after = countFailure(before, now, key);
      store.saveAttempts(ctx, key.key, after);
      if (after.blockedUntil !== null) recordPause(ctx, key, { failures: after.failures, pause: after.blockedUntil - now });
    }
  });
}

function recordPause(ctx: Ctx, { key }: AttemptKey, data: { failures: number; pause: number }): void {
  const subject = { kind: "attempts", id: store.kept(key).slice(-16) };
  recordAudit(ctx, { action: "accounts.throttle", subject, data: { ...data, scope: key.split(":", 1)[0] ?? "" } });
}

/** Forgets the tries of the first key, which is the person's own, and takes the one that went well back from the others. */
export function forgetTries(ctx: Ctx, [own, ...shared]: readonly AttemptKey[]): void {
  inTransaction(ctx, () => {
    if (own) store.clearAttempts(ctx, own.key);
    for (const { key } of shared) store.takeBackAttempt(ctx, key);
  });
}
