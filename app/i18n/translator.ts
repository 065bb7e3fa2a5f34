import type { Dictionary } from "#app/i18n/id/dictionary.ts";
import type { KeysOf, Words } from "#app/i18n/shape.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import type { Locale } from "#app/lib/ctx.ts";
import type { ErrorParam } from "#app/lib/errors.ts";
import { inLocale } from "#app/lib/words.ts";

export type MessageKey = KeysOf<Dictionary>;
export type MessageParams = Record<string, ErrorParam>;

/**
 * Says a message of the reader's language; `{name}` is replaced, numbers are printed as the language prints them, and
 * `{count:day|days}` is the first word where count is one and the second elsewhere, as English wants it.
 */
export type Translate = {
  (key: MessageKey, params?: MessageParams): string;
  locale: Locale;
};

export function makeTranslate(locale: Locale, dictionary: Words<Dictionary>): Translate {
  const translate = (key: MessageKey, params: MessageParams = {}): string =>
    fill(findMessage(dictionary, key) ?? key, params, locale);
  return Object.assign(translate, { locale });
}

/** The text behind a dotted key, or undefined. For keys that come as data (error codes, statuses). */
export function findMessage(dictionary: Words<Dictionary>, key: string): string | undefined {
  let at: unknown = dictionary;
  for (const part of key.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return typeof at === "string" ? at : undefined;
}

function fill(text: string, params: MessageParams, locale: Locale): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, more?: string) => {
    const value = params[name];
    if (value === undefined) return more ?? whole;
    if (more === undefined) return print(value, locale);
    return value === 1 || value === "1" ? String(one) : more;
  });
}

function print(value: ErrorParam, locale: Locale): string {
  if (typeof value === "number") return formatNumber(locale, value);
  if (typeof value === "string") return value;
  return "at" in value ? formatInstant(locale, value.at, value.zone) : inLocale(locale, value);
}
