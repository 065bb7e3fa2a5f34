import type { Params } from "#app/features/notifications/types.ts";
import type { Place } from "#app/features/notifications/templates/rules.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

const explained = [
  "name", "edition", "number", "title", "version", "time", "editionTime", "until", "fingerprint", "link", "note", "reason",
  "list", "decree", "decision", "serial", "stage", "count", "place", "agency", "text",
];

/** What a place becomes, in words; a place of a newer letter is explained in general. */
export const meaningOf = (t: Translate, name: string): string =>
  t(`communications.templates.variables.${explained.includes(name) ? name : "other"}` as MessageKey);

type Facts = { edition: string; link: string };

/** A value somebody could really get in each place, in the letter's language. */
export function samplesOf(t: Translate, places: readonly Place[], { edition, link }: Facts): Params {
  const sampled = (name: string): string => {
    if (name === "edition") return edition;
    if (name === "link") return link;
    return t(`communications.templates.samples.${explained.includes(name) ? name : "other"}` as MessageKey);
  };
  return Object.fromEntries(places.map(({ name }) => [name, sampled(name)]));
}
