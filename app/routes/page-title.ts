import type { MetaDescriptor } from "@remix-run/node";
import type { MessageKey } from "#app/i18n/translator.ts";
import type { RootData } from "#app/root.tsx";

type Matches = readonly { id: string; data: unknown }[];

/**
 * The title of a page: `Masuk | Anugerah`. Root hands the words of every page's title to the browser, so that a title needs no
 * dictionary of its own.
 */
export function pageTitle(matches: Matches, key: MessageKey, subject?: string): MetaDescriptor[] {
  const root = matches.find((match) => match.id === "root")?.data as RootData | undefined;
  const words = root ? titleOf(root, key) : "";
  return [{ title: [subject, words, "Anugerah"].filter(Boolean).join(" | ") }];
}

let lookUp: (locale: RootData["locale"], key: MessageKey) => string = () => "";

/** Given by whoever holds the dictionaries: the server both, the browser the one it shows. */
export function provideTitles(words: typeof lookUp): void {
  lookUp = words;
}

const titleOf = (root: RootData, key: MessageKey): string => lookUp(root.locale, key);
