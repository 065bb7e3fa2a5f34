import { dictionary as english } from "#app/i18n/en/dictionary.ts";
import { dictionary as indonesian } from "#app/i18n/id/dictionary.ts";
import { makeTranslate, type Translate } from "#app/i18n/translator.ts";
import type { Locale } from "#app/lib/ctx.ts";

/** Both languages, for the server and the command line. The browser loads only the one it shows. */
export const translators: Record<Locale, Translate> = {
  id: makeTranslate("id", indonesian),
  en: makeTranslate("en", english),
};

export const dictionaries = { id: indonesian, en: english };
