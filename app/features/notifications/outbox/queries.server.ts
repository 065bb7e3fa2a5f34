import { and, asc, count, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { mayKeepLetters } from "#app/features/notifications/policy.ts";
import { composeLetter, hasLostSecret, withoutSecrets } from "#app/features/notifications/rules.ts";
import type { LetterWords, MailId, MailKind, MailStatus } from "#app/features/notifications/types.ts";
import { undeliverableOf } from "#app/features/notifications/queries.server.ts";
import { addressKey } from "#app/features/notifications/delivery/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { type Ctx, withheldOf } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { saysNothingOf } from "#app/lib/silence.server.ts";
import { letterTemplates, outbox } from "#db/schema/notifications.ts";

type EditionId = Id<"edition">;

export type OutboxFilter = {
  search: string;
  status: MailStatus | null;
  template: string;
  sort: "created" | "recipient" | "status";
  dir: "asc" | "desc";
  page: number;
};

export type OutboxRow = {
  id: MailId;
  recipient: string;
  subject: string;
  status: MailStatus;
  kind: MailKind;
  attempts: number;
  createdAt: number;
  sentAt: number | null;
  nextAttemptAt: number;
};

export type OutboxPage = {
  rows: OutboxRow[];
  total: number;
  page: number;
  pages: number;
  pageSize: number;
  counts: Record<MailStatus, number>;
  templates: string[];
};

export const outboxPageSize = 50;

const ownWords = and(
  eq(letterTemplates.editionId, outbox.editionId),
  eq(letterTemplates.template, outbox.template),
  eq(letterTemplates.locale, outbox.locale),
);

/**
 * Letters of an edition, or of everything where `editionId` is null, filtered, sorted and paged; 404 for whoever may not see
 * them. Secrets in links are left out.
 */
export function listOutbox(ctx: Ctx, editionId: EditionId | null, filter: OutboxFilter): OutboxPage {
  if (!mayKeepLetters(ctx.actor, editionId)) throw notFound("notifications.letterUnknown");
  const scope = and(editionId ? eq(outbox.editionId, editionId) : undefined, shownLetters(ctx.actor, editionId));
  const where = and(scope, matching(filter));
  const total = ctx.db.select({ n: count() }).from(outbox).where(where).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / outboxPageSize));
  const page = Math.min(filter.page, pages);
  const rows = ctx.db
    .select({ mail: outbox, own: letterTemplates })
    .from(outbox)
    .leftJoin(letterTemplates, ownWords)
    .where(where)
    .orderBy(...orderOf(filter))
    .limit(outboxPageSize)
    .offset((page - 1) * outboxPageSize)
    .all();
  return {
    rows: rows.map(({ mail, own }) => ({ ...rowOf(mail), subject: wordsOf(mail, own).subject })),
    ...{ total, page, pages, pageSize: outboxPageSize },
    counts: countStatuses(ctx, scope),
    templates: listTemplates(ctx, scope),
  };
}

/** Letters that say nothing of what is withheld from the person, in an edition or in all. */
export const shownLetters = (actor: Ctx["actor"], editionId: EditionId | null): SQL | undefined =>
  saysNothingOf(sql`${outbox.params} || coalesce(${outbox.sentSubject}, '') || coalesce(${outbox.sentBody}, '')`, withheldOf(actor, editionId).words());

type Mail = typeof outbox.$inferSelect;

const rowOf = ({ id, recipient, status, kind, attempts, createdAt, sentAt, nextAttemptAt }: Mail) => ({
  ...{ id, recipient, status, kind, attempts, createdAt, sentAt, nextAttemptAt },
});

/** As it left, or as it would leave now. */
function wordsOf(mail: Mail, own: LetterWords | null): LetterWords {
  const { subject, body } = composeLetter(translators[mail.locale], mail.template, mail.params, own);
  return { subject: withoutSecrets(mail.sentSubject ?? subject), body: withoutSecrets(mail.sentBody ?? body) };
}

function matching({ search, status, template }: OutboxFilter): SQL | undefined {
  const text = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const byRecipient = sql`${outbox.recipient} like ${text} escape '\\'`;
  const byParams = sql`${outbox.params} like ${text} escape '\\'`;
  return and(
    search ? or(byRecipient, byParams) : undefined,
    status ? eq(outbox.status, status) : undefined,
    template ? eq(outbox.template, template) : undefined,
  );
}

function orderOf({ sort, dir }: OutboxFilter): SQL[] {
  const way = dir === "asc" ? asc : desc;
  const column = { created: outbox.createdAt, recipient: outbox.recipient, status: outbox.status }[sort];
  return [way(column), way(outbox.id)];
}

function countStatuses(ctx: Ctx, scope: SQL | undefined): Record<MailStatus, number> {
  const counts: Record<MailStatus, number> = { queued: 0, sent: 0, failed: 0, bounced: 0, cancelled: 0, withdrawn: 0 };
  const rows = ctx.db.select({ status: outbox.status, n: count() }).from(outbox).where(scope).groupBy(outbox.status).all();
  for (const { status, n } of rows) counts[status] = n;
  return counts;
}

const listTemplates = (ctx: Ctx, scope: SQL | undefined): string[] =>
  ctx.db
    .selectDistinct({ template: outbox.template })
    .from(outbox)
    .where(scope)
    .orderBy(asc(outbox.template))
    .all()
    .map(({ template }) => template);

export type LetterPage = OutboxRow &
  LetterWords & {
    locale: "id" | "en";
    template: string;
    lastError: string | null;
    lastTriedAt: number | null;
    resentOf: MailId | null;
    repeats: { id: MailId; createdAt: number; status: MailStatus }[];
    /** The address was refused for good. */
    undeliverable: { reason: string; at: number } | null;
    mayResend: boolean;
    mayCancel: boolean;
  };

/** One letter with its exact words and what became of it; 404 for whoever may not see it. */
export function getLetter(ctx: Ctx, id: MailId, editionId: EditionId | null): LetterPage {
  const those = and(eq(outbox.id, id), shownLetters(ctx.actor, editionId));
  const found = ctx.db.select({ mail: outbox, own: letterTemplates }).from(outbox).leftJoin(letterTemplates, ownWords).where(those).get();
  if (!found || !mayKeepLetters(ctx.actor, editionId) || (editionId !== null && found.mail.editionId !== editionId)) {
    throw notFound("notifications.letterUnknown");
  }
  const { mail, own } = found;
  const repeats = ctx.db
    .select({ id: outbox.id, createdAt: outbox.createdAt, status: outbox.status })
    .from(outbox)
    .where(and(isNotNull(outbox.resentOf), eq(outbox.resentOf, id)))
    .orderBy(desc(outbox.createdAt))
    .all();
  const { locale, template, lastError, lastTriedAt, resentOf } = mail;
  return {
    ...rowOf(mail),
    ...wordsOf(mail, own),
    ...{ locale, template, lastError, lastTriedAt, resentOf, repeats },
    undeliverable: undeliverableOf(ctx, [mail.recipient]).get(addressKey(mail.recipient)) ?? null,
    mayResend: mail.status !== "queued" && !hasLostSecret(mail.params),
    mayCancel: mail.status === "queued",
  };
}
