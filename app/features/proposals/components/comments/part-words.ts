import type { Words } from "#app/features/competitions/definition/types.ts";
import { identitySection } from "#app/features/proposals/form/rules.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

/** What a comment is about, by its name; a question the form no longer has by its key. */
export function partWords(t: Translate, { key, label }: { key: string; label: Words | null }): string {
  if (label) return inLocale(t.locale, label);
  if (key === "") return t("flow.comments.parts.whole");
  return key === identitySection ? t("flow.comments.parts.identity") : key;
}
