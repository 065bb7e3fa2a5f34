import { and, asc, count, desc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { addressKey } from "#app/features/notifications/delivery/rules.ts";
import { composeLetter } from "#app/features/notifications/rules.ts";
import type { LetterWords, MailStatus, NoticeFacts } from "#app/features/notifications/types.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { type Ctx, withheldOf } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { saysNothingOf } from "#app/lib/silence.server.ts";
import { letterTemplates, mailPreferences, notices, outbox, undeliverableAddresses } from "#db/schema/notifications.ts";

type Base = Pick<Ctx, "db">;

export type MailView = LetterWords & { id: Id<"mail">; recipient: string; status: MailStatus; createdAt: number };

/** Words of an edition for one letter in one language. */
const ownWords = and(
  eq(letterTemplates.editionId, outbox.editionId),
  eq(letterTemplates.template, outbox.template),
  eq(letterTemplates.locale, outbox.locale),
);

/** The latest letters in the words they carry, for the mailbox page of a demo. */
export function listMails(ctx: Ctx, translators: Record<"id" | "en", Translate>, limit: number): MailView[] {
  return ctx.db
    .select({ mail: outbox, own: letterTemplates })
    .from(outbox)
    .leftJoin(letterTemplates, ownWords)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
    .all()
    .map(({ mail, own }) => ({
      ...{ id: mail.id, recipient: mail.recipient, status: mail.status, createdAt: mail.createdAt },
      ...composeLetter(translators[mail.locale], mail.template, mail.params, own),
    }));
}

export type DueLetter = Pick<
  typeof outbox.$inferSelect,
  "id" | "recipient" | "locale" | "template" | "params" | "attempts" | "kind" | "standing"
> & { own: LetterWords | null };

/** Letters whose time has come, oldest first, for the worker. */
export function listDueLetters(ctx: Pick<Ctx, "db" | "now">, limit: number): DueLetter[] {
  const columns = {
    id: outbox.id,
    recipient: outbox.recipient,
    locale: outbox.locale,
    template: outbox.template,
    params: outbox.params,
    attempts: outbox.attempts,
    kind: outbox.kind,
    standing: outbox.standing,
    own: { subject: letterTemplates.subject, body: letterTemplates.body },
  };
  return ctx.db
    .select(columns)
    .from(outbox)
    .leftJoin(letterTemplates, ownWords)
    .where(and(eq(outbox.status, "queued"), lte(outbox.nextAttemptAt, ctx.now)))
    .orderBy(asc(outbox.nextAttemptAt), asc(outbox.id))
    .limit(limit)
    .all();
}

/** How many letters wait, were sent, or failed for good. */
export function countMails(ctx: Base): Record<string, number> {
  const rows = ctx.db.select({ status: outbox.status, n: count() }).from(outbox).groupBy(outbox.status).all();
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}

export type NoticeView = {
  id: Id<"notice">;
  kind: string;
  params: NoticeFacts;
  url: string | null;
  createdAt: number;
  readAt: number | null;
};

/** A person's notices without those on an entry that has been withheld since. */
const ownNotices = ({ actor }: Pick<Ctx, "actor">, userId: Id<"user">): SQL | undefined =>
  and(
    eq(notices.userId, userId),
    saysNothingOf(sql`${notices.params} || coalesce(${notices.url}, '') || coalesce(${notices.subjectId}, '')`, withheldOf(actor, null).words()),
  );

/** A person's own notices, newest first. */
export function listNotices(ctx: Ctx, userId: Id<"user">, limit: number, offset = 0): NoticeView[] {
  const { id, kind, params, url, createdAt, readAt } = notices;
  return ctx.db
    .select({ id, kind, params, url, createdAt, readAt })
    .from(notices)
    .where(ownNotices(ctx, userId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(limit)
    .offset(offset)
    .all();
}

const countThose = (ctx: Base, where: SQL | undefined): number => ctx.db.select({ n: count() }).from(notices).where(where).get()?.n ?? 0;

export const countUnread = (ctx: Pick<Ctx, "db" | "actor">, userId: Id<"user">): number =>
  countThose(ctx, and(ownNotices(ctx, userId), isNull(notices.readAt)));

/** How many notices a person has, and how many are unread. */
export const countNotices = (ctx: Pick<Ctx, "db" | "actor">, userId: Id<"user">): { total: number; unread: number } => ({
  total: countThose(ctx, ownNotices(ctx, userId)),
  unread: countUnread(ctx, userId),
});

export type MailPreferences = { reminders: boolean; announcements: boolean };

/** What a person wants by e-mail; everything while nothing was chosen. Official letters are no question of taste. */
export const preferencesOf = (ctx: Base, userId: Id<"user">): MailPreferences =>
  ctx.db
    .select({ reminders: mailPreferences.reminders, announcements: mailPreferences.announcements })
    .from(mailPreferences)
    .where(eq(mailPreferences.userId, userId))
    .get() ?? { reminders: true, announcements: true };

export type Undeliverable = { address: string; reason: string; at: number };

/** Which of the addresses a mail server refused for good, by the address in lower case. The caller may see them. */
export function undeliverableOf(ctx: Base, addresses: readonly string[]): Map<string, Undeliverable> {
  const keys = [...new Set(addresses.map(addressKey))];
  const { address, reason, at } = undeliverableAddresses;
  const rows = keys.length === 0 ? [] : ctx.db.select({ address, reason, at }).from(undeliverableAddresses).where(inArray(address, keys)).all();
  return new Map(rows.map((row) => [row.address, row]));
}

/** One of a person's own notices. */
export const findOwnNotice = (ctx: Pick<Ctx, "db" | "actor">, userId: Id<"user">, id: Id<"notice">): { id: Id<"notice">; url: string | null } | undefined =>
  ctx.db
    .select({ id: notices.id, url: notices.url })
    .from(notices)
    .where(and(eq(notices.id, id), ownNotices(ctx, userId)))
    .get();

/** Whether a person was told of a subject before. Only the system asks. */
export const hasNoticeOf = (ctx: Base, userId: Id<"user">, subjectId: string): boolean =>
  countThose(ctx, and(eq(notices.subjectId, subjectId), eq(notices.userId, userId))) > 0;
