import type { Locale } from "#app/lib/ctx.ts";

/** A text in both languages of the product. */
export type WordsOf = { id: string; en: string };

/** A text of an edition in the reader's language, Indonesian where the English is empty. */
export const inLocale = (locale: Locale, words: WordsOf): string =>
  locale === "en" && words.en !== "" ? words.en : words.id;

/**
 * Number of words: runs of letters and digits, joined by hyphens, apostrophes, points or commas inside a number or a word.
 * The counter in the browser and the limit on the server are this one function.
 */
export function countWords(text: string): number {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+(?:[-'’.,/][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
