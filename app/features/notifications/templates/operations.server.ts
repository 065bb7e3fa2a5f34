import { recordAudit } from "#app/features/audit/operations.server.ts";
import { mayWriteTemplates } from "#app/features/notifications/policy.ts";
import { fillWords } from "#app/features/notifications/rules.ts";
import { insertMail } from "#app/features/notifications/store.server.ts";
import { standardWords } from "#app/features/notifications/templates/queries.server.ts";
import { templateFaults } from "#app/features/notifications/templates/rules.ts";
import { deleteTemplate, findTemplate, saveTemplateRow, type TemplateKey } from "#app/features/notifications/templates/store.server.ts";
import type { LetterWords, Params } from "#app/features/notifications/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, InvalidInput } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Gives a letter of an edition its own words in one language; every letter that has not left uses them. Only the organiser. Refuses
 * words with unknown, missing or broken places, or with links that leave the site, each fault beside its field.
 */
export function saveTemplate(ctx: Ctx, input: TemplateKey & LetterWords): void {
  inTransaction(ctx, () => {
    const { subject, body, ...key } = input;
    check(ctx, key, { subject, body });
    const before = findTemplate(ctx, key);
    saveTemplateRow(ctx, key, { subject, body, updatedBy: (ctx.actor as Actor).userId });
    record(ctx, key, { verb: "saveTemplate", data: { subject, body, before: before ? `${before.subject}\n\n${before.body}` : "" } });
  });
}

/** Gives a letter the product's own words back. Only the organiser; doing it twice changes nothing. */
export function resetTemplate(ctx: Ctx, key: TemplateKey): void {
  inTransaction(ctx, () => {
    authorize(mayWriteTemplates(ctx.actor, key.editionId));
    const before = findTemplate(ctx, key);
    if (!before || !deleteTemplate(ctx, key)) return;
    record(ctx, key, { verb: "resetTemplate", data: { before: `${before.subject}\n\n${before.body}` } });
  });
}

/** Sends words that need not be saved yet, filled with samples, to oneself and nobody else. Refuses what saving would refuse. */
export function testTemplate(ctx: Ctx, input: TemplateKey & LetterWords & { samples: Params }): void {
  inTransaction(ctx, () => {
    const { subject, body, samples, ...key } = input;
    check(ctx, key, { subject, body });
    const { email } = ctx.actor as Actor;
    const filled = { title: fillWords(subject, samples, key.locale), text: fillWords(body, samples, key.locale) };
    const params = { ...filled, editionId: key.editionId };
    insertMail(ctx, { dedupeKey: `test:${ctx.newId("mail")}`, recipient: email, locale: key.locale, template: "templateTest", params });
    record(ctx, key, { verb: "testTemplate", data: {} });
  });
}

function check(ctx: Ctx, key: TemplateKey, words: LetterWords): void {
  authorize(mayWriteTemplates(ctx.actor, key.editionId));
  const standard = standardWords(key.template, key.locale);
  const faults = templateFaults({ words, standard, baseUrl: ctx.baseUrl });
  if (faults.length > 0) throw new InvalidInput(faults);
}

function record(ctx: Ctx, { editionId, template, locale }: TemplateKey, { verb, data }: { verb: string; data: Record<string, string> }): void {
  const subject = { kind: "edition", id: editionId };
  recordAudit(ctx, { action: "notifications.".concat(verb), subject, editionId, data: { template, locale, ...data } });
}
