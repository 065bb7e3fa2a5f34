import { DomainError } from "#app/lib/errors.ts";
import type { Attempts } from "#app/features/accounts/types.ts";

const minute = 60_000;
/** Failures are counted for a quarter of an hour; reaching a limit pauses for as long (NIST SP 800-63B-4 asks for throttling). */
export const attemptWindow = 15 * minute;

export type AttemptKey = { key: string; limit: number };

/**
 * What a try is counted under. Ten for one account from one network; two hundred for a network, since a whole office may share
 * one; a thousand for an account from everywhere, so that a stranger cannot lock its owner out on the last night.
 */
export const attemptKeys = (email: string, network: string): AttemptKey[] => [
  { key: `pair:${email} ${network}`, limit: 10 },
  { key: `network:${network}`, limit: 200 },
  { key: `email:${email}`, limit: 1_000 },
];
/** Days an invitation can be accepted, and hours a password reset can be used. */
export const invitationLifetime = 14 * 24 * 60 * minute;
export const resetLifetime = 2 * 60 * minute;
/** Links a person can ask for inside the pause. */
export const resetLimit = 3;
export const resetPause = 60 * minute;
/** NIST SP 800-63B-4 section 3.1.1.2: length instead of composition rules. */
export const passwordMinimum = 12;

/** An e-mail address as it is compared and kept. */
export const normalizeEmail = (text: string): string => text.trim().toLowerCase();

/** Refuses `accounts.throttled` (429) while the address is paused. `now` in UTC ms. */
export function checkThrottle(attempts: Attempts | undefined, now: number): void {
  if (attempts?.blockedUntil && now < attempts.blockedUntil) {
    const minutes = Math.ceil((attempts.blockedUntil - now) / minute);
    throw new DomainError("accounts.throttled", { kind: "tooMany", params: { minutes } });
  }
}

/** Counts one more try; a window that has passed starts anew. `limit` tries pause the key. */
export function countFailure(attempts: Attempts | undefined, now: number, limit: number): Attempts {
  const fresh = !attempts || now - attempts.firstAt >= attemptWindow;
  const failures = fresh ? 1 : attempts.failures + 1;
  return {
    failures,
    firstAt: fresh ? now : attempts.firstAt,
    blockedUntil: failures >= limit ? now + attemptWindow : null,
  };
}

/** Refuses an invitation that was used (`accounts.invitationUsed`) or is too old (`accounts.invitationExpired`). */
export function checkInvitation(invitation: { expiresAt: number; acceptedAt: number | null }, now: number): void {
  if (invitation.acceptedAt !== null) throw new DomainError("accounts.invitationUsed", { kind: "conflict" });
  if (now >= invitation.expiresAt) throw new DomainError("accounts.invitationExpired", { kind: "conflict" });
}
