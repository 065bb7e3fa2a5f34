import { and, asc, count, desc, eq, lte } from "drizzle-orm";
import { composeLetter } from "#app/features/notifications/rules.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { notices, outbox } from "#db/schema/notifications.ts";

export type MailView = {
  id: Id<"mail">;
  recipient: string;
  subject: string;
  body: string;
  status: "queued" | "sent" | "failed";
  createdAt: number;
};

/** The latest letters in the words they carry, for the mailbox page of a demo. */
export function listMails(ctx: Ctx, translators: Record<"id" | "en", Translate>, limit: number): MailView[] {
  return ctx.db
    .select()
    .from(outbox)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
    .all()
    .map(({ id, recipient, status, createdAt, ...mail }) => ({
      id,
      recipient,
      status,
      createdAt,
      ...composeLetter(translators[mail.locale], mail.template, mail.params),
    }));
}

export type DueLetter = Pick<
  typeof outbox.$inferSelect,
  "id" | "recipient" | "locale" | "template" | "params" | "attempts"
>;

/** Letters whose time has come, oldest first, for the worker. */
export function listDueLetters(ctx: Pick<Ctx, "db" | "now">, limit: number): DueLetter[] {
  const columns = {
    id: outbox.id,
    recipient: outbox.recipient,
    locale: outbox.locale,
    template: outbox.template,
    params: outbox.params,
    attempts: outbox.attempts,
  };
  return ctx.db
    .select(columns)
    .from(outbox)
    .where(and(eq(outbox.status, "queued"), lte(outbox.nextAttemptAt, ctx.now)))
    .orderBy(asc(outbox.nextAttemptAt), asc(outbox.id))
    .limit(limit)
    .all();
}

/** How many letters wait, were sent, or failed for good. */
export function countMails(ctx: Pick<Ctx, "db">): Record<string, number> {
  const rows = ctx.db.select({ status: outbox.status, n: count() }).from(outbox).groupBy(outbox.status).all();
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}

export type NoticeView = {
  id: Id<"notice">;
  kind: string;
  params: Record<string, string | number>;
  url: string | null;
  createdAt: number;
  readAt: number | null;
};

/** A person's own notices, newest first. */
export function listNotices(ctx: Ctx, userId: Id<"user">, limit: number): NoticeView[] {
  return ctx.db
    .select()
    .from(notices)
    .where(eq(notices.userId, userId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(limit)
    .all()
    .map(({ userId: _userId, ...notice }) => notice);
}
