import { addressOf } from "#app/features/accounts/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition, getOrganised } from "#app/features/competitions/queries.server.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice, queueMail, withdrawWords } from "#app/features/notifications/operations.server.ts";
import { preferencesOf } from "#app/features/notifications/queries.server.ts";
import { resolveAudience } from "#app/features/proposals/announcements/queries.server.ts";
import { type AnnouncementStep, afterStep } from "#app/features/proposals/announcements/rules.ts";
import * as store from "#app/features/proposals/announcements/store.server.ts";
import type { Announcement, AnnouncementId, AnnouncementText } from "#app/features/proposals/announcements/types.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { type Actor, type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/** Kind of the job that sends what is due. */
export const announcementJob = "proposals.announcements";

/** Writes an announcement down as a draft; nobody is told yet. Only the organiser. */
export function draftAnnouncement(ctx: Ctx, input: AnnouncementText & { editionId: Id<"edition"> }): AnnouncementId {
  return inTransaction(ctx, () => {
    const { editionId, ...text } = input;
    const edition = getOrganised(ctx, editionId);
    const id = store.insertAnnouncement(ctx, { editionId, createdBy: (ctx.actor as Actor).userId }, text);
    record(ctx, edition, { id, verb: "draftAnnouncement", data: { title: text.title.id } });
    return id;
  });
}

/** Changes a draft. Refuses what was released already (`proposals.announcementStep`, 409). */
export function rewriteAnnouncement(ctx: Ctx, input: AnnouncementText & { announcementId: AnnouncementId }): void {
  inTransaction(ctx, () => {
    const { announcementId, ...text } = input;
    const { edition } = stepOf(ctx, announcementId, "rewrite");
    store.saveText(ctx, announcementId, text);
    record(ctx, edition, { id: announcementId, verb: "rewriteAnnouncement", data: { title: text.title.id } });
  });
}

/**
 * Releases a draft for `dueAt` (UTC ms; null or past = now). From then on its words are fixed. Refuses an audience of nobody where
 * it is not public either (`proposals.audienceEmpty`, 422), and an edition that is still a draft (`competitions.notOpen`, 409).
 */
export function releaseAnnouncement(ctx: Ctx, input: { announcementId: AnnouncementId; dueAt: number | null }): void {
  inTransaction(ctx, () => {
    const { edition, announcement, status } = stepOf(ctx, input.announcementId, "release");
    if (edition.status === "draft") throw new DomainError("competitions.notOpen", { kind: "conflict" });
    const nobody = resolveAudience(ctx, edition, announcement.audience).length === 0;
    if (nobody && !announcement.published) throw new DomainError("proposals.audienceEmpty");
    const dueAt = Math.max(ctx.now, input.dueAt ?? 0);
    store.updateAnnouncement(ctx, announcement.id, { status, dueAt });
    record(ctx, edition, { id: announcement.id, verb: "releaseAnnouncement", data: { dueAt, audience: JSON.stringify(announcement.audience) } });
    if (dueAt <= ctx.now) enqueue(ctx, { kind: announcementJob, payload: {}, dedupeKey: announcementJob });
  });
}

/**
 * Takes an announcement back: from the public page, from everybody's notices (where the reason stands in its place), and letters
 * that still wait. Letters that have left cannot be called back. Its text stays with the secretariat.
 */
export function retractAnnouncement(ctx: Ctx, input: { announcementId: AnnouncementId; reason: string }): void {
  inTransaction(ctx, () => {
    const { edition, announcement, status } = stepOf(ctx, input.announcementId, "retract");
    const by = { retractedBy: (ctx.actor as Actor).userId, retractedAt: ctx.now, retractReason: input.reason };
    store.updateAnnouncement(ctx, announcement.id, { status, ...by });
    const { notices, letters } = withdrawWords(ctx, { subjectId: announcement.id, kind: "announcementRetracted", reason: input.reason });
    record(ctx, edition, { id: announcement.id, verb: "retractAnnouncement", data: { reason: input.reason, notices, letters } });
  });
}

function stepOf(ctx: Ctx, id: AnnouncementId, step: AnnouncementStep) {
  const announcement = store.findAnnouncement(ctx, id);
  if (!announcement) throw notFound("proposals.announcementUnknown");
  const edition = getOrganised(ctx, announcement.editionId);
  return { announcement, edition, status: afterStep(announcement.status, step) };
}

type Recorded = { id: AnnouncementId; verb: string; data: Record<string, string | number> };

function record(ctx: Ctx, edition: Edition, { id, verb, data }: Recorded): void {
  recordAudit(ctx, { action: "proposals.".concat(verb), subject: { kind: "announcement", id }, editionId: edition.id, data });
}

/** People told in one transaction: about 10 ms. */
const batch = 40;

/**
 * Tells the next few people of the announcement that is due first; false when nothing is due. Who is meant is fixed when it
 * begins; each is told once, however often it is stopped and begun again. Only the system.
 */
export function tellNextPeople(ctx: Ctx): boolean {
  return inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    const announcement = store.findDue(ctx);
    if (!announcement) return false;
    const edition = getEdition(ctx, announcement.editionId);
    if (announcement.status === "scheduled") begin(ctx, edition, announcement);
    const people = store.findUntold(ctx, announcement.id, batch);
    for (const userId of people) tell(ctx, { edition, announcement, userId });
    store.noteTold(ctx, announcement.id, people);
    if (people.length < batch) store.updateAnnouncement(ctx, announcement.id, { status: afterStep("sending", "finish") });
    return true;
  });
}

function begin(ctx: Ctx, edition: Edition, { id, audience, status }: Announcement): void {
  const people = resolveAudience(ctx, edition, audience);
  store.insertRecipients(ctx, id, people);
  store.updateAnnouncement(ctx, id, { status: afterStep(status, "begin"), total: people.length, sentAt: ctx.now });
}

function tell(ctx: Ctx, { edition, announcement, userId }: { edition: Edition; announcement: Announcement; userId: Id<"user"> }): void {
  const address = addressOf(ctx, userId);
  if (!address) return;
  const { id, title, body, byMail } = announcement;
  const params = { ...editionFacts(edition, address.locale), title: title[address.locale] };
  const url = `/notices/announcements/${id}`;
  leaveNotice(ctx, { userId, kind: "announcement", params, url, subjectId: id });
  if (!byMail || !preferencesOf(ctx, userId).announcements) return;
  queueMail(ctx, {
    ...{ dedupeKey: `announcement:${id}:${userId}`, recipient: address.email, locale: address.locale, template: "announcement" },
    params: { ...params, name: address.name, text: body[address.locale], link: `${ctx.baseUrl}${url}` },
    ...{ kind: "announcement", subjectId: id },
  });
}
