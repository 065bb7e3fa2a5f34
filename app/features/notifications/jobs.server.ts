import { recordDelivery, recordFailedDelivery, refuseDelivery } from "#app/features/notifications/operations.server.ts";
import { type DueLetter, listDueLetters } from "#app/features/notifications/queries.server.ts";
import { composeLetter, isReservedAddress } from "#app/features/notifications/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Hands one letter to a mail server; rejects when it was not taken. */
export type SendMail = (mail: { to: string; subject: string; text: string; messageId: string }) => Promise<void>;

/**
 * Sends the letters whose time has come, at most `limit`, and returns how many it looked at. `clock` gives a fresh context
 * for each: a slow mail server must not date the letters after it. A letter that was sent while the process died is sent
 * again with the same message id.
 */
export async function sendDueLetters(clock: () => Ctx, send: SendMail, limit: number): Promise<number> {
  const due = listDueLetters(clock(), limit);
  for (const letter of due) await deliver(clock, send, letter);
  return due.length;
}

async function deliver(clock: () => Ctx, send: SendMail, letter: DueLetter): Promise<void> {
  if (isReservedAddress(letter.recipient)) {
    refuseDelivery(clock(), { id: letter.id, reason: "reserved address (RFC 2606)" });
    return;
  }
  try {
    const { subject, body } = composeLetter(translators[letter.locale], letter.template, letter.params);
    await send({ to: letter.recipient, subject, text: body, messageId: letter.id });
    recordDelivery(clock(), letter);
  } catch (error) {
    recordFailedDelivery(clock(), { ...letter, reason: error instanceof Error ? error.message : String(error) });
  }
}
