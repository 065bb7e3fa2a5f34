/** Tries of one job before it is given up. */
export const jobAttemptLimit = 8;
const minute = 60_000;

/** What becomes of a job whose `attempts`-th try failed at `now` (UTC ms): again after 1, 2, 4 … minutes, then given up. */
export function jobAfterFailure(attempts: number, now: number): { status: "queued" | "failed"; runAt: number } {
  if (attempts >= jobAttemptLimit) return { status: "failed", runAt: now };
  return { status: "queued", runAt: now + minute * 2 ** (attempts - 1) };
}
