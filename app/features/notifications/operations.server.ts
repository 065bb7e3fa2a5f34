import { afterFailure, type Refusal } from "#app/features/notifications/delivery/rules.ts";
import { paramsWithoutSecrets, withoutSecrets } from "#app/features/notifications/rules.ts";
import {
  cancelSubjectMails,
  insertMail,
  insertNotice,
  insertUndeliverable,
  type MailRow,
  moveMail,
  retractSubjectNotices,
  updateMail,
} from "#app/features/notifications/store.server.ts";
import type { Letter, LetterWords, NewNotice, Params } from "#app/features/notifications/types.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Writes a letter to the outbox in the caller's transaction; the worker sends it. A known dedupeKey is not written twice. */
export function queueMail(ctx: Ctx, letter: Letter): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a letter belongs to the transaction of its act");
  insertMail(ctx, letter);
}

/** Leaves a notice for a person, in the caller's transaction. */
export function leaveNotice(ctx: Ctx, notice: NewNotice): void {
  if (!ctx.db.$client.inTransaction) throw new Error("a notice belongs to the transaction of its act");
  insertNotice(ctx, notice);
}

/**
 * Takes back what was said about a subject, in the caller's transaction, who has authorised it: its notices become one of `kind`
 * with the reason, unread again; letters that still wait are cancelled; letters that have left cannot be called back. Says how
 * many of each.
 */
export function withdrawWords(
  ctx: Ctx,
  { subjectId, kind, reason }: { subjectId: string; kind: string; reason: string },
): { notices: number; letters: number } {
  if (!ctx.db.$client.inTransaction) throw new Error("what is taken back belongs to the transaction of its act");
  return { notices: retractSubjectNotices(ctx, { subjectId, kind, reason }), letters: cancelSubjectMails(ctx, subjectId) };
}

type Tried = { id: Id<"mail">; attempts: number; params: Params };

/** Notes that a letter was handed to the mail server, in the words it carried. Only the system does. */
export function recordDelivery(ctx: Ctx, letter: Tried & LetterWords): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    updateMail(ctx, letter.id, {
      ...{ status: "sent", sentAt: ctx.now, lastTriedAt: ctx.now, attempts: letter.attempts + 1, lastError: null },
      ...{ sentSubject: withoutSecrets(letter.subject), sentBody: withoutSecrets(letter.body) },
      params: paramsWithoutSecrets(letter.params),
    });
  });
}

/**
 * Notes that a try failed. `later`: the letter waits longer each time and fails for good at the eighth try. `letter` and
 * `address`: bounced at once, and such an address is not written to again. Only the system does.
 */
export function recordFailedDelivery(
  ctx: Ctx,
  letter: Tried & { recipient: string; reason: string; refusal: Refusal },
): void {
  const { refusal, attempts } = letter;
  const reason = letter.reason.slice(0, 500);
  const next = refusal === "later" ? afterFailure(attempts + 1, { now: ctx.now, chance: ctx.random() }) : { status: "bounced" as const };
  inTransaction(ctx, () => {
    settle(ctx, letter, { ...next, lastError: reason });
    if (refusal === "address") insertUndeliverable(ctx, { address: letter.recipient, reason, mailId: letter.id });
  });
}

/** Puts a letter aside that no mail server could deliver. Only the system does. */
export function refuseDelivery(ctx: Ctx, letter: { id: Id<"mail">; params: Params; reason: string }): void {
  settle(ctx, { ...letter, attempts: -1 }, { status: "failed", lastError: letter.reason });
}

/** Notes that a letter does not leave because its recipient has lost the right to it. Only the system does. */
export function withdrawLetter(ctx: Ctx, letter: { id: Id<"mail">; params: Params; attempts: number }): void {
  settle(ctx, { ...letter, attempts: letter.attempts - 1 }, { status: "withdrawn" });
}

/** Secrets leave the log with the last try. A letter cancelled while it was being refused stays cancelled. */
function settle(ctx: Ctx, { id, attempts, params }: Tried, change: Partial<MailRow>): void {
  const over = change.status === "queued" ? {} : { params: paramsWithoutSecrets(params) };
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    moveMail(ctx, id, "queued", { ...change, ...over, attempts: attempts + 1, lastTriedAt: ctx.now });
  });
}
