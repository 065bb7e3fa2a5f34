import { eq } from "drizzle-orm";
import { mayWriteTemplates } from "#app/features/notifications/policy.ts";
import { isEditable, type Place, placesOf } from "#app/features/notifications/templates/rules.ts";
import { findTemplate, type TemplateKey } from "#app/features/notifications/templates/store.server.ts";
import type { LetterWords } from "#app/features/notifications/types.ts";
import { dictionaries } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { letterTemplates } from "#db/schema/notifications.ts";

/** The product's own words of a letter, with their places; refuses `notifications.templateUnknown` where an edition has none to change. */
export function standardWords(template: string, locale: "id" | "en"): LetterWords {
  const mails: Record<string, LetterWords> = dictionaries[locale].notifications.mails;
  const words = Object.hasOwn(mails, template) && isEditable(template) ? mails[template] : undefined;
  if (!words) throw notFound("notifications.templateUnknown");
  return words;
}

export type TemplateLine = { template: string; own: ("id" | "en")[] };

/** Every letter whose words the edition may change, and in which languages it has; for its organiser (404 for others). */
export function listTemplates(ctx: Ctx, editionId: Id<"edition">): TemplateLine[] {
  if (!mayWriteTemplates(ctx.actor, editionId)) throw notFound("notifications.templateUnknown");
  const { template, locale } = letterTemplates;
  const rows = ctx.db.select({ template, locale }).from(letterTemplates).where(eq(letterTemplates.editionId, editionId)).all();
  return Object.keys(dictionaries.id.notifications.mails)
    .filter(isEditable)
    .map((key) => ({ template: key, own: (["id", "en"] as const).filter((one) => rows.some((row) => row.template === key && row.locale === one)) }));
}

export type TemplatePage = TemplateKey & {
  standard: LetterWords;
  words: LetterWords;
  places: Place[];
  changed: { at: number; by: Id<"user"> } | null;
};

/** One letter's words in one language, beside the standard ones; for the organiser of the edition (404 for others). */
export function getTemplatePage(ctx: Ctx, key: TemplateKey): TemplatePage {
  if (!mayWriteTemplates(ctx.actor, key.editionId)) throw notFound("notifications.templateUnknown");
  const standard = standardWords(key.template, key.locale);
  const own = findTemplate(ctx, key);
  return {
    ...key,
    standard,
    words: own ? { subject: own.subject, body: own.body } : standard,
    places: placesOf(standard),
    changed: own ? { at: own.updatedAt, by: own.updatedBy } : null,
  };
}
