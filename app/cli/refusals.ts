import { dictionaries, translators } from "#app/i18n/dictionaries.ts";
import { findMessage, type MessageKey, type MessageParams } from "#app/i18n/translator.ts";
import type { Locale } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";

/** The command was called wrongly: exit 2. */
export class UsageError extends Error {
  readonly key: MessageKey;
  readonly params: MessageParams;

  constructor(key: MessageKey, params: MessageParams = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

/** The command was understood and refused: exit 1. */
export class Refused extends UsageError {}

/** One sentence for a person, of a refusal by the command line, by a rule of the product, or by the machine. */
export function sentenceOf(error: unknown, locale: Locale): string {
  const t = translators[locale];
  if (error instanceof UsageError) return t(error.key, error.params);
  if (error instanceof DomainError && findMessage(dictionaries[locale], `errors.${error.code}`) !== undefined) {
    return t(`errors.${error.code}` as MessageKey, error.params);
  }
  return t("cli.errors.failed", { reason: error instanceof Error ? error.message : String(error) });
}
