import type { Id } from "#app/lib/ids.ts";
import type { mailKinds, mailStatuses } from "#db/schema/notifications.ts";

export type Params = Record<string, string | number>;

export type MailId = Id<"mail">;
export type MailStatus = (typeof mailStatuses)[number];
/** official letters are always sent; reminders and announcements can be turned off by whoever gets them. */
export type MailKind = (typeof mailKinds)[number];

/**
 * The right by which a letter reaches its recipient: a seat in an edition, or membership of an agency, there perhaps for the
 * proposals of one unit (`part`). Who has lost it is not sent what was written while he had it.
 */
export type Standing = { userId: Id<"user">; scope: "agency" | "edition"; scopeId: string; part?: string };

/**
 * A letter: `template` is a key below `notifications.mails`. The same `dedupeKey` is sent once. `params.editionId` says whose
 * secretariat sees it in its outbox and whose words it is written in. `subjectId` is what it belongs to, such as an announcement.
 * `standing` is left out where a letter is due to the recipient whatever becomes of his rights, such as one about his account.
 */
export type Letter = {
  dedupeKey: string;
  recipient: string;
  locale: "id" | "en";
  template: string;
  params: Params;
  kind?: MailKind;
  subjectId?: string;
  standing?: Standing;
};

/** What a notice says, printed when it is read, in the reader's language: words in both, an instant (UTC ms) in a zone. */
export type NoticeFact = string | number | { id: string; en: string } | { at: number; zone: string; as: "instant" | "deadline" };
export type NoticeFacts = Record<string, NoticeFact>;

/**
 * A notice inside the product: `kind` is a key below `notifications.notices`; `url` is where it leads. What shares a
 * `subjectId` is taken back together.
 */
export type NewNotice = { userId: Id<"user">; kind: string; params: NoticeFacts; url: string | null; subjectId?: string };

/** Words of a letter before or after they are filled. */
export type LetterWords = { subject: string; body: string };
