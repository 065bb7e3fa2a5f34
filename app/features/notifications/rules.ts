import type { LetterWords, MailKind, NoticeFact, NoticeFacts, Params, Standing } from "#app/features/notifications/types.ts";
import { formatDeadline, formatInstant, formatNumber } from "#app/i18n/format.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import type { Grant } from "#app/lib/ctx.ts";

/** What a rehearsal does is marked wherever it is read: nobody shall take it for an award. The mark is the same in both languages. */
const marked = (words: string, params: Params): string => (params.rehearsal === 1 ? `[LATIHAN] ${words}` : words);

/**
 * Words of a letter: those of the edition (`own`) where it has its own, else `notifications.mails.<template>`, filled with its
 * parameters. The subject of one from a rehearsal (`rehearsal` is 1) says so first.
 */
export function composeLetter(t: Translate, template: string, params: Params, own?: LetterWords | null): LetterWords {
  const say = (part: "subject" | "body"): string =>
    own ? fillWords(own[part], params, t.locale) : t(`notifications.mails.${template}.${part}` as MessageKey, params);
  return { subject: marked(oneLine(say("subject")), params), body: say("body") };
}

/** `{name}` replaced by its value; a place without a value stays as it is written. */
export const fillWords = (text: string, params: Params, locale: "id" | "en"): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === "number" ? formatNumber(locale, value) : (value ?? whole);
  });

/** A subject is one line: what a person typed into a title must not become a header of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Words of a notice: `notifications.notices.<kind>`, marked like a letter where it comes from a rehearsal. */
export function composeNotice(t: Translate, kind: string, facts: NoticeFacts): string {
  const params = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, printed(t.locale, fact)]));
  return marked(t(`notifications.notices.${kind}` as MessageKey, params), params);
}

function printed(locale: "id" | "en", fact: NoticeFact): string | number {
  if (typeof fact !== "object") return fact;
  if (!("at" in fact)) return fact[locale];
  return fact.as === "deadline" ? formatDeadline(locale, fact.at, fact.zone) : formatInstant(locale, fact.at, fact.zone);
}

type Leaving = { standing: Standing | null; kind: MailKind; params: Params };

/**
 * Whether a letter may still leave: its recipient still holds the right it rests on, and it says nothing of what is withheld from
 * him by now (`hidden`: ids, numbers and titles). Whoever is confined to a unit is sent what is of that unit alone; the heir of a
 * merged agency its official letters, and no reminder of what it has to do.
 */
export function isEntitled({ standing, kind, params }: Leaving, grants: readonly Grant[], hidden: readonly string[]): boolean {
  if (!standing) return true;
  const holds = grants.some(
    ({ scope, scopeId, role, part }) =>
      scope === standing.scope && scopeId === standing.scopeId && (part === undefined || part === standing.part) && (role !== "heir" || kind === "official"),
  );
  const said = Object.values(params).join("\n");
  return holds && !hidden.some((word) => said.includes(word));
}

/** Whether an address lies in a domain that never leads anywhere (RFC 2606): invented people of a rehearsal get no mail. */
export const isReservedAddress = (address: string): boolean => /\.(?:invalid|example|test|localhost)$/i.test(address);

/** What stands in the place of a secret. */
export const secretMark = "••••••";

/** A part of an address that opens a door by itself: a token of 32 characters or more with a capital, or of 40 hexadecimal ones. */
const secretPart = /(https?:\/\/[^\s/]+(?:\/[^\s/?#]+)*\/|[?&]\w+=)(?:(?=[\w-]*[A-Z])[\w-]{32,}|[0-9a-f]{40,}(?![\w-]))/g;

/** A text without the tokens in its links: the log of letters opens no account. */
export const withoutSecrets = (text: string): string => text.replaceAll(secretPart, `$1${secretMark}`);

/** Parameters as they may be kept once a letter has left or been given up. */
export const paramsWithoutSecrets = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? withoutSecrets(value) : value]));

/** Whether a letter lost its link when it left: it cannot be repeated, only asked for anew. */
export const hasLostSecret = (params: Params): boolean =>
  Object.values(params).some((value) => typeof value === "string" && value.includes(secretMark));
