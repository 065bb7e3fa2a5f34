import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getLetter } from "#app/features/notifications/outbox/queries.server.ts";
import { mayKeepLetters } from "#app/features/notifications/policy.ts";
import { hasLostSecret } from "#app/features/notifications/rules.ts";
import { deleteUndeliverable, findMail, findWaitingRepeat, insertMail, isRetracted, type MailRow, moveMail } from "#app/features/notifications/store.server.ts";
import type { MailId } from "#app/features/notifications/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type Asked = { mailId: MailId; reason: string };

/**
 * Queues a letter once more, in the words it would have now. An address that was refused is tried again: whoever repeats a
 * letter says in the reason why it should work now. A repeat that still waits is the answer to a second asking: one letter leaves.
 * Refuses one that still waits (`notifications.letterWaits`, 409), one whose link was secret and is gone
 * (`notifications.letterSecret`, 409), which is asked for anew where it began, and one of an announcement that was retracted
 * (`notifications.letterRetracted`, 409).
 */
export function resendLetter(ctx: Ctx, input: Asked): MailId {
  return inTransaction(ctx, () => {
    const mail = keptLetter(ctx, input.mailId);
    if (mail.status === "queued") throw new DomainError("notifications.letterWaits", { kind: "conflict" });
    if (hasLostSecret(mail.params)) throw new DomainError("notifications.letterSecret", { kind: "conflict" });
    if (mail.subjectId && isRetracted(ctx, mail.subjectId)) throw new DomainError("notifications.letterRetracted", { kind: "conflict" });
    const waiting = findWaitingRepeat(ctx, mail.id);
    if (waiting) return waiting;
    const cleared = deleteUndeliverable(ctx, mail.recipient);
    const { recipient, locale, template, params, kind, subjectId, standing } = mail;
    const letter = { recipient, locale, template, params, kind, ...(subjectId ? { subjectId } : {}), ...(standing ? { standing } : {}) };
    const dedupeKey = `resent:${mail.id}:${ctx.newId("mail")}`;
    const id = insertMail(ctx, { ...letter, dedupeKey }, { resentOf: mail.id });
    record(ctx, mail, "notifications.resendLetter", { reason: input.reason, letter: id, cleared: cleared ? 1 : 0 });
    return id;
  });
}

/** Takes back a letter that still waits. Refuses `notifications.letterLeft` (409) once it has left or was given up. */
export function cancelLetter(ctx: Ctx, input: Asked): void {
  inTransaction(ctx, () => {
    const mail = keptLetter(ctx, input.mailId);
    if (!moveMail(ctx, mail.id, "queued", { status: "cancelled" })) throw new DomainError("notifications.letterLeft", { kind: "conflict" });
    record(ctx, mail, "notifications.cancelLetter", { reason: input.reason });
  });
}

/** What its page does not show is not there for an act either. */
function keptLetter(ctx: Ctx, id: MailId): MailRow {
  const mail = findMail(ctx, id);
  if (!mail || !mayKeepLetters(ctx.actor, mail.editionId)) throw notFound("notifications.letterUnknown");
  getLetter(ctx, id, mail.editionId);
  return mail;
}

function record(ctx: Ctx, mail: MailRow, action: string, data: Record<string, string | number>): void {
  recordAudit(ctx, {
    ...{ action, subject: { kind: "mail", id: mail.id }, data: { ...data, template: mail.template } },
    ...(mail.editionId ? { editionId: mail.editionId } : {}),
  });
}
