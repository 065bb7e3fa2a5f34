import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import type { Params } from "#app/features/notifications/types.ts";

/** What a rehearsal does is marked wherever it is read: nobody shall take it for an award. The mark is the same in both languages. */
const marked = (words: string, params: Params): string => (params.rehearsal === 1 ? `[LATIHAN] ${words}` : words);

/**
 * Words of a letter: `notifications.mails.<template>.subject` and `.body`, filled with its parameters. The subject of one from a
 * rehearsal (`rehearsal` is 1) says so first.
 */
export function composeLetter(t: Translate, template: string, params: Params): { subject: string; body: string } {
  const say = (part: "subject" | "body"): string => t(`notifications.mails.${template}.${part}` as MessageKey, params);
  return { subject: marked(say("subject"), params), body: say("body") };
}

/** Words of a notice: `notifications.notices.<kind>`, marked like a letter where it comes from a rehearsal. */
export const composeNotice = (t: Translate, kind: string, params: Params): string =>
  marked(t(`notifications.notices.${kind}` as MessageKey, params), params);

/** Tries of one letter before it counts as failed. */
export const deliveryLimit = 8;
const minute = 60_000;

/**
 * What becomes of a letter whose `attempts`-th try failed at `now` (UTC ms): another try after 1, 2, 4 … 64 minutes, or
 * failed for good at the eighth.
 */
export function afterFailure(attempts: number, now: number): { status: "queued" | "failed"; nextAttemptAt: number } {
  if (attempts >= deliveryLimit) return { status: "failed", nextAttemptAt: now };
  return { status: "queued", nextAttemptAt: now + minute * 2 ** (attempts - 1) };
}

/** Whether an address lies in a domain that never leads anywhere (RFC 2606): invented people of a rehearsal get no mail. */
export const isReservedAddress = (address: string): boolean => /\.(?:invalid|example|test|localhost)$/i.test(address);
