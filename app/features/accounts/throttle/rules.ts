import type { Attempts } from "#app/features/accounts/types.ts";
import { DomainError } from "#app/lib/errors.ts";

const minute = 60_000;
const hour = 60 * minute;

/** What a try is counted under: `limit` tries inside `window` pause it, twice as long with every further one up to `longest` (ms). */
export type AttemptKey = { key: string; limit: number; window: number; longest: number };

/** The pause of the first try too many; each further one doubles it. */
export const firstPause = minute;

/**
 * The keys of one try to sign in. Ten for one account from one network, forgotten after a day; two hundred for a network, since
 * a whole office may share one; a thousand for an account from everywhere, so that a stranger cannot lock its owner out on the
 * last night (NIST SP 800-63B-4 section 3.2.2 asks for throttling). Unknown addresses are counted like known ones.
 */
export const attemptKeys = (email: string, network: string): AttemptKey[] => [
  { key: `pair:${email} ${network}`, limit: 10, window: 24 * hour, longest: hour },
  { key: `network:${network}`, limit: 200, window: hour, longest: 15 * minute },
  { key: `email:${email}`, limit: 1_000, window: hour, longest: 15 * minute },
];

/** Tries of a person who is known: a code, or the password once more. `purpose` keeps them apart. */
export const personKey = (purpose: "code" | "proof" | "change", userId: string): AttemptKey[] => [
  { key: `${purpose}:${userId}`, limit: 5, window: 24 * hour, longest: hour },
];

/** Letters one network may ask for, whoever they are for. */
export const letterKeys = (network: string): AttemptKey[] => [
  { key: `letters:${network}`, limit: 60, window: hour, longest: 15 * minute },
];

/** Refuses `accounts.throttled` (429) while a key is paused. `now` in UTC ms of the real clock. */
export function checkThrottle(attempts: Attempts | undefined, now: number): void {
  if (attempts?.blockedUntil && now < attempts.blockedUntil) {
    const minutes = Math.ceil((attempts.blockedUntil - now) / minute);
    throw new DomainError("accounts.throttled", { kind: "tooMany", params: { minutes } });
  }
}

/** Counts one more try; a window that has passed starts anew. */
export function countFailure(attempts: Attempts | undefined, now: number, key: Omit<AttemptKey, "key">): Attempts {
  const fresh = !attempts || now - attempts.firstAt >= key.window;
  const failures = fresh ? 1 : attempts.failures + 1;
  const firstAt = fresh ? now : attempts.firstAt;
  return { failures, firstAt, blockedUntil: failures < key.limit ? null : now + pauseAfter(failures, key) };
}

/** 1, 2, 4 … minutes, at most `longest`. */
export const pauseAfter = (failures: number, { limit, longest }: Pick<AttemptKey, "limit" | "longest">): number =>
  Math.min(longest, firstPause * 2 ** Math.min(failures - limit, 20));
