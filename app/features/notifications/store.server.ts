import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { addressKey } from "#app/features/notifications/delivery/rules.ts";
import type { Letter, MailId, MailStatus, NewNotice } from "#app/features/notifications/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { notices, outbox, undeliverableAddresses } from "#db/schema/notifications.ts";

export type MailRow = typeof outbox.$inferSelect;

/** A letter to an address that was refused for good does not leave again: it is written down as bounced. */
export function insertMail(ctx: Ctx, { kind, subjectId, ...letter }: Letter, more: Partial<MailRow> = {}): MailId {
  const dead = findUndeliverable(ctx, letter.recipient);
  const id = ctx.newId("mail");
  const { editionId } = letter.params;
  ctx.db
    .insert(outbox)
    .values({
      ...{ id, ...letter, kind: kind ?? "official", subjectId: subjectId ?? null },
      editionId: typeof editionId === "string" ? (editionId as Id<"edition">) : null,
      ...{ status: dead ? "bounced" : "queued", attempts: 0, lastError: dead?.reason ?? null },
      ...{ nextAttemptAt: ctx.now, createdAt: ctx.now },
      ...more,
    })
    .onConflictDoNothing({ target: outbox.dedupeKey })
    .run();
  return id;
}

export function insertNotice(ctx: Ctx, { subjectId, ...notice }: NewNotice): void {
  ctx.db
    .insert(notices)
    .values({ id: ctx.newId("notice"), ...notice, subjectId: subjectId ?? null, createdAt: ctx.now })
    .run();
}

export const findMail = (ctx: Pick<Ctx, "db">, id: MailId): MailRow | undefined =>
  ctx.db.select().from(outbox).where(eq(outbox.id, id)).get();

export function updateMail(ctx: Ctx, id: MailId, change: Partial<MailRow>): void {
  ctx.db.update(outbox).set(change).where(eq(outbox.id, id)).run();
}

/** Changes a letter only while it has the status it was seen with; false when it no longer has. */
export const moveMail = (ctx: Ctx, id: MailId, from: MailStatus, change: Partial<MailRow>): boolean =>
  ctx.db.update(outbox).set(change).where(and(eq(outbox.id, id), eq(outbox.status, from))).run().changes === 1;

/** Takes back every letter of a subject that still waits; returns how many. */
export const cancelSubjectMails = (ctx: Ctx, subjectId: string): number =>
  ctx.db.update(outbox).set({ status: "cancelled" }).where(and(eq(outbox.subjectId, subjectId), eq(outbox.status, "queued"))).run().changes;

export const retractSubjectNotices = (ctx: Ctx, { subjectId, kind, reason }: { subjectId: string; kind: string; reason: string }): number =>
  ctx.db
    .update(notices)
    .set({ kind, params: sql`json_set(${notices.params}, '$.reason', ${reason})`, readAt: null, retractedAt: ctx.now })
    .where(and(eq(notices.subjectId, subjectId), isNull(notices.retractedAt)))
    .run().changes;

/** Whether what a letter told of was taken back: its notices say so. */
export const isRetracted = (ctx: Pick<Ctx, "db">, subjectId: string): boolean =>
  ctx.db.select({ id: notices.id }).from(notices).where(and(eq(notices.subjectId, subjectId), isNotNull(notices.retractedAt))).limit(1).get() !== undefined;

/** The repeat of a letter that has not left yet. */
export const findWaitingRepeat = (ctx: Pick<Ctx, "db">, id: MailId): MailId | undefined =>
  ctx.db.select({ id: outbox.id }).from(outbox).where(and(eq(outbox.resentOf, id), isNotNull(outbox.resentOf), eq(outbox.status, "queued"))).limit(1).get()?.id;

export const findUndeliverable = (ctx: Pick<Ctx, "db">, address: string) =>
  ctx.db.select().from(undeliverableAddresses).where(eq(undeliverableAddresses.address, addressKey(address))).get();

export function insertUndeliverable(ctx: Ctx, refused: { address: string; reason: string; mailId: MailId }): void {
  ctx.db
    .insert(undeliverableAddresses)
    .values({ ...refused, address: addressKey(refused.address), at: ctx.now })
    .onConflictDoNothing()
    .run();
}

export const deleteUndeliverable = (ctx: Ctx, address: string): boolean =>
  ctx.db.delete(undeliverableAddresses).where(eq(undeliverableAddresses.address, addressKey(address))).run().changes === 1;

/** All of a person's unread notices, or the named one. */
export function markNoticesRead(ctx: Ctx, userId: Id<"user">, id?: Id<"notice">): void {
  ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(and(eq(notices.userId, userId), isNull(notices.readAt), id ? eq(notices.id, id) : undefined))
    .run();
}
