/** Tries of one letter before it counts as failed. */
export const deliveryLimit = 8;
const minute = 60_000;
/** Share of a pause that chance adds, so that a thousand letters refused together do not come back together. */
const jitter = 0.2;

/**
 * What becomes of a letter whose `attempts`-th try failed at `now` (UTC ms): another try after 1, 2, 4 … 64 minutes and up to a
 * fifth more by `chance` (0 to 1), or failed for good at the eighth.
 */
export function afterFailure(
  attempts: number,
  { now, chance }: { now: number; chance: number },
): { status: "queued" | "failed"; nextAttemptAt: number } {
  if (attempts >= deliveryLimit) return { status: "failed", nextAttemptAt: now };
  return { status: "queued", nextAttemptAt: now + Math.round(minute * 2 ** (attempts - 1) * (1 + jitter * chance)) };
}

/** How a try ended: the server may change its mind; this letter is refused for good; or the address itself is. */
export type Refusal = "later" | "letter" | "address";

/** What a mail server answered: its code and the command it answered to. Absent where none was reached. */
export type MailAnswer = { code?: number | undefined; command?: string | undefined };

/**
 * Reads the answer of a mail server (RFC 5321 4.2.1). 4xx and no answer at all: later. 5xx to the recipient (RCPT TO): the
 * address is refused; to the content (DATA): this letter is. 5xx to sign-in or sender is a fault of our own settings: later,
 * so that no letter is lost by a wrong password.
 */
export function readAnswer({ code = 0, command = "" }: MailAnswer): Refusal {
  if (code < 500 || code > 599) return "later";
  if (/^RCPT/i.test(command)) return code === 552 ? "later" : "address";
  return /^DATA|^\.$/i.test(command) ? "letter" : "later";
}

/** How many letters may leave in this minute, given when the earlier ones left (UTC ms of the real clock). */
export const allowance = (sentAt: readonly number[], perMinute: number, now: number): number =>
  Math.max(0, perMinute - sentAt.filter((at) => at > now - minute).length);

/** Addresses are compared without case. */
export const addressKey = (address: string): string => address.trim().toLowerCase();
