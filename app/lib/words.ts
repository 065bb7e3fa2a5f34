import { cleanText } from "#app/lib/clean-text.ts";
import type { Locale } from "#app/lib/ctx.ts";

/** A text in both languages of the product. */
export type WordsOf = { id: string; en: string };

/** A text of an edition in the reader's language, Indonesian where the English is empty. */
export const inLocale = (locale: Locale, words: WordsOf): string =>
  locale === "en" && words.en !== "" ? words.en : words.id;

/**
 * Number of words as a reader sees them: runs of letters (with their marks) and digits, joined by hyphens, apostrophes, points
 * or slashes inside a word, by commas inside a number. Signs nobody sees neither join nor part words. The counter in the
 * browser and the limit on the server are this one function.
 */
export function countWords(text: string): number {
  return cleanText(text).match(word)?.length ?? 0;
}

const part = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*";
const word = new RegExp(`${part}(?:(?:[-'’./\\u200c\\u200d]|(?<=\\p{N}),(?=\\p{N}))${part})*`, "gu");
