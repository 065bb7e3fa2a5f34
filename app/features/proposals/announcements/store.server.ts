import { and, count, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Announcement, AnnouncementId, AnnouncementText } from "#app/features/proposals/announcements/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { announcementRecipients, announcements } from "#db/schema/communications.ts";

type Row = typeof announcements.$inferSelect;

export const announcementOf = ({ titleId, titleEn, bodyId, bodyEn, audience, ...row }: Row): Announcement => ({
  ...row,
  title: { id: titleId, en: titleEn },
  body: { id: bodyId, en: bodyEn },
  audience: audience as Announcement["audience"],
});

const columnsOf = ({ title, body, ...rest }: AnnouncementText) => ({
  ...{ titleId: title.id, titleEn: title.en, bodyId: body.id, bodyEn: body.en },
  ...rest,
});

export function insertAnnouncement(ctx: Ctx, at: { editionId: Id<"edition">; createdBy: Id<"user"> }, text: AnnouncementText): AnnouncementId {
  const id = ctx.newId("announcement");
  const counts = { total: 0, told: 0, dueAt: 0 };
  ctx.db.insert(announcements).values({ id, ...at, ...columnsOf(text), ...counts, status: "draft", createdAt: ctx.now }).run();
  return id;
}

export function findAnnouncement(ctx: Pick<Ctx, "db">, id: AnnouncementId): Announcement | undefined {
  const row = ctx.db.select().from(announcements).where(eq(announcements.id, id)).get();
  return row && announcementOf(row);
}

export function saveText(ctx: Ctx, id: AnnouncementId, text: AnnouncementText): void {
  ctx.db.update(announcements).set(columnsOf(text)).where(eq(announcements.id, id)).run();
}

export function updateAnnouncement(ctx: Ctx, id: AnnouncementId, change: Partial<Row>): void {
  ctx.db.update(announcements).set(change).where(eq(announcements.id, id)).run();
}

export function findDue(ctx: Pick<Ctx, "db" | "now">): Announcement | undefined {
  const due = and(inArray(announcements.status, ["scheduled", "sending"]), lte(announcements.dueAt, ctx.now));
  const row = ctx.db.select().from(announcements).where(due).orderBy(announcements.dueAt, announcements.id).limit(1).get();
  return row && announcementOf(row);
}

/** At most a few hundred rows a statement: sqlite counts its parameters. */
export function insertRecipients(ctx: Ctx, id: AnnouncementId, people: readonly Id<"user">[]): void {
  for (let from = 0; from < people.length; from += 500) {
    const rows = people.slice(from, from + 500).map((userId) => ({ announcementId: id, userId }));
    ctx.db.insert(announcementRecipients).values(rows).onConflictDoNothing().run();
  }
}

export const findUntold = (ctx: Ctx, id: AnnouncementId, limit: number): Id<"user">[] =>
  ctx.db
    .select({ userId: announcementRecipients.userId })
    .from(announcementRecipients)
    .where(and(eq(announcementRecipients.announcementId, id), isNull(announcementRecipients.toldAt)))
    .orderBy(announcementRecipients.userId)
    .limit(limit)
    .all()
    .map(({ userId }) => userId);

export function noteTold(ctx: Ctx, id: AnnouncementId, people: readonly Id<"user">[]): void {
  const these = and(eq(announcementRecipients.announcementId, id), inArray(announcementRecipients.userId, [...people]));
  ctx.db.update(announcementRecipients).set({ toldAt: ctx.now }).where(these).run();
  ctx.db.update(announcements).set({ told: sql`${announcements.told} + ${people.length}` }).where(eq(announcements.id, id)).run();
}

export const isRecipient = (ctx: Pick<Ctx, "db">, id: AnnouncementId, userId: Id<"user">): boolean =>
  (ctx.db
    .select({ n: count() })
    .from(announcementRecipients)
    .where(and(eq(announcementRecipients.announcementId, id), eq(announcementRecipients.userId, userId)))
    .get()?.n ?? 0) > 0;
