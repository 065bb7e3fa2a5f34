import { letterHtml } from "#app/features/notifications/components/letter-html.ts";
import { type MailAnswer, readAnswer } from "#app/features/notifications/delivery/rules.ts";
import { recordDelivery, recordFailedDelivery, refuseDelivery, withdrawLetter } from "#app/features/notifications/operations.server.ts";
import { type DueLetter, listDueLetters } from "#app/features/notifications/queries.server.ts";
import { composeLetter, isReservedAddress } from "#app/features/notifications/rules.ts";
import type { LetterWords } from "#app/features/notifications/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Page where letters of this kind are turned off; null for official ones, which cannot be. */
  unsubscribe: string | null;
};

/** Hands one letter to a mail server; rejects with `code` and `command` of the answer when it was not taken. */
export type SendMail = (mail: OutgoingMail) => Promise<void>;

type Post = {
  /** A fresh context for each letter: a slow mail server must not date the letters after it. */
  clock: () => Ctx;
  send: SendMail;
  /** Whether the recipient still has the right to the letter, asked when it is about to leave. */
  mayReceive: (ctx: Ctx, letter: DueLetter) => boolean;
};

/**
 * Sends the letters whose time has come, at most `limit`, and returns how many it looked at. A letter that was sent while the
 * process died is sent again with the same message id; one whose recipient lost the right to it is withdrawn.
 */
export async function sendDueLetters(post: Post, limit: number): Promise<number> {
  const due = limit > 0 ? listDueLetters(post.clock(), limit) : [];
  for (const letter of due) await deliver(post, letter);
  return due.length;
}

async function deliver({ clock, send, mayReceive }: Post, letter: DueLetter): Promise<void> {
  if (!mayReceive(clock(), letter)) {
    withdrawLetter(clock(), letter);
    return;
  }
  if (isReservedAddress(letter.recipient)) {
    refuseDelivery(clock(), { ...letter, reason: "reserved address (RFC 2606)" });
    return;
  }
  try {
    const words = composeLetter(translators[letter.locale], letter.template, letter.params, letter.own);
    await send(envelope(letter, words, clock().baseUrl));
    recordDelivery(clock(), { ...letter, ...words });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    recordFailedDelivery(clock(), { ...letter, reason, refusal: readAnswer(answerIn(error)) });
  }
}

function envelope({ id, recipient, locale, kind }: DueLetter, words: LetterWords, baseUrl: string): OutgoingMail {
  const t = translators[locale];
  const settings = `${baseUrl}/notices/preferences`;
  const official = kind === "official";
  const foot = official ? t("communications.letter.foot") : t("communications.letter.footOptional", { link: settings });
  return {
    ...{ to: recipient, subject: words.subject, messageId: id, unsubscribe: official ? null : settings },
    text: `${words.body}\n\n-- \n${foot}\n`,
    html: letterHtml({ ...words, locale, baseUrl, foot }),
  };
}

const answerIn = (error: unknown): MailAnswer => {
  const { responseCode, command } = (error ?? {}) as { responseCode?: unknown; command?: unknown };
  return {
    code: typeof responseCode === "number" ? responseCode : undefined,
    command: typeof command === "string" ? command : undefined,
  };
};
