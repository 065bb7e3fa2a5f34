import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { SubmittedContent, SubmittedFile } from "#app/features/proposals/types.ts";
import { readingOf } from "#app/features/screening/reading/rules.ts";

/**
 * UTF-16 units of a file that are compared, about as many as a whole proposal has, and of all files of an entry: more would
 * drown the answers, whose share of the text is what a person wants to know, and make one comparison slow.
 */
export const fileCharacters = 20_000;
export const entryCharacters = 40_000;
/** A beginning shorter than this is too little to tell anything. */
const fewestCharacters = 500;

/**
 * Files of a version whose words are compared: PDFs in the order of the form, the same content once. Letters signed on the
 * organiser's template are left out, as they say the same by order.
 */
export function comparedFiles(definition: Definition, content: SubmittedContent): SubmittedFile[] {
  const places = readingOf(definition, content).filter(({ kind }) => kind !== "statement").map(({ key }) => key);
  const files = places.flatMap((key) => content.attachments.filter(({ fieldKey }) => fieldKey === key));
  const seen = new Set<string>();
  return files.filter(({ fileName, sha256 }) => fileName.toLowerCase().endsWith(".pdf") && !seen.has(sha256) && seen.add(sha256));
}

/** A text cut at a blank, so that no word is halved. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const blank = text.lastIndexOf(" ", most);
  return text.slice(0, blank > most / 2 ? blank : most);
}

/** A stretch of what is compared: the answers of an entry, or one of its files. */
export type ComparedPart = { text: string; file: string | null };

/** What is compared of an entry: its answers, then as much of its files as there is room for. */
export function comparedParts(answers: string, files: readonly { fileName: string; text: string }[]): ComparedPart[] {
  let room = entryCharacters;
  const parts = files.flatMap(({ fileName, text }): ComparedPart[] => {
    const cut = cutAtWord(text, Math.min(room, fileCharacters));
    if (cut.trim() === "" || (cut.length < text.length && cut.length < fewestCharacters)) return [];
    room -= cut.length;
    return [{ text: cut, file: fileName }];
  });
  return [{ text: answers, file: null }, ...parts];
}

const gap = "\n\n";

export const joinedParts = (parts: readonly ComparedPart[]): string => parts.map(({ text }) => text).join(gap);

/** The name of the file in which a place of the joined text stands; null for the answers. */
export function fileAt(parts: readonly ComparedPart[], place: number): string | null {
  let end = 0;
  for (const { text, file } of parts) {
    end += text.length + gap.length;
    if (place < end) return file;
  }
  return null;
}
