import { foldedWords } from "#app/features/screening/similarity/text/rules.ts";

/** A title that more entries than this share says nothing ("Inovasi Pelayanan Publik"). */
export const commonestTitle = 30;

/** A title without case, accents, signs and blanks; "" when nothing is left, which equals no other. */
export const titleKey = (title: string): string => foldedWords(title).join("");

export const hasSameTitle = (a: string, b: string): boolean => a !== "" && a === b;
