import type { LetterWords } from "#app/features/notifications/types.ts";
import type { FieldFault } from "#app/lib/errors.ts";

/** Letters of accounts and tests belong to no edition: their words are the product's. */
const notOfAnEdition = /^(?:invited|invitedAgain|seated|password|email|account|second|signIn|session|system|erasure|recovery|templateTest|appointment)/;

/** Letters whose words an edition may change. */
export const isEditable = (template: string): boolean => !notOfAnEdition.test(template);

/** Places in a text, in their order, each once. */
export const placesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))];

/** What a letter can do without: its greeting and what is only named for comfort. */
const optional: readonly string[] = ["name", "title", "edition", "stage", "list", "count", "agency"];

export type Place = { name: string; needed: boolean };

/** The places a letter knows: those of its standard words, and the edition's name, which every letter of an edition has. */
export function placesOf(standard: LetterWords): Place[] {
  const names = placesIn(`${standard.subject} ${standard.body}`);
  return [...new Set([...names, "edition"])].map((name) => ({ name, needed: !optional.includes(name) }));
}

type Checked = { words: LetterWords; standard: LetterWords; baseUrl: string };

/**
 * What is wrong with an edition's own words: a place the letter does not know (in subject or body), one it needs and neither has, a
 * bracket that stands alone, and a link that leaves the site.
 */
export function templateFaults({ words, standard, baseUrl }: Checked): FieldFault[] {
  const places = placesOf(standard);
  const known = new Set(places.map(({ name }) => name));
  const used = new Set(placesIn(`${words.subject} ${words.body}`));
  const parts = (["subject", "body"] as const).flatMap((path) => [
    ...placesIn(words[path]).filter((name) => !known.has(name)).map((place) => fault(path, "placeUnknown", { place })),
    ...(/[{}]/.test(words[path].replaceAll(/\{\w+\}/g, "")) ? [fault(path, "braceOpen", { example: "name" })] : []),
    ...foreignLinks(words[path], baseUrl).map((link) => fault(path, "linkForeign", { link, host: new URL(baseUrl).host })),
  ]);
  const missing = places.filter(({ name, needed }) => needed && !used.has(name)).map(({ name }) => fault("body", "placeMissing", { place: name }));
  return [...parts, ...missing];
}

const fault = (path: string, code: string, params: FieldFault["params"]): FieldFault => ({ path, code: `errors.notifications.${code}`, params });

/** Addresses in a text that lead away from the site; also `www.` without a scheme, which readers make a link of. */
function foreignLinks(text: string, baseUrl: string): string[] {
  const host = new URL(baseUrl).host;
  const links = [...text.matchAll(/(?:\w+:\/\/|www\.)[^\s{}]+/gi)].map(([link]) => link);
  return links.filter((link) => !URL.canParse(link) || new URL(link).host !== host);
}
