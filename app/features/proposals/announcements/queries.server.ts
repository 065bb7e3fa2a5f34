import { and, asc, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { hasSeat, mayOrganise } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition, SeatRole } from "#app/features/competitions/types.ts";
import { isPublic } from "#app/features/proposals/announcements/rules.ts";
import { announcementOf, findAnnouncement, isRecipient } from "#app/features/proposals/announcements/store.server.ts";
import type { Announcement, AnnouncementId, Audience } from "#app/features/proposals/announcements/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyKinds, agencyMembers } from "#db/schema/agencies.ts";
import { announcements } from "#db/schema/communications.ts";
import { seats } from "#db/schema/competitions.ts";
import { proposals } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;
type Person = Id<"user">;

const seatsFor: Partial<Record<Audience["to"], SeatRole[]>> = { screeners: ["screener"], assessors: ["evaluator", "juror", "chair"] };

/** The people an audience means now, each once, in the order of their ids. The caller has authorised. */
export function resolveAudience(ctx: Base, edition: Pick<Edition, "id" | "definition">, audience: Audience): Person[] {
  const roles = seatsFor[audience.to];
  if (roles) return seated(ctx, edition.id, roles);
  const where = ofAgencies(edition, audience);
  if (audience.to === "agencies") return members(ctx, where);
  if (audience.to === "admins") return members(ctx, and(where, eq(agencyMembers.role, "admin")));
  return proposers(ctx, edition.id, { audience, where });
}

const each = (rows: readonly { userId: Person }[]): Person[] => [...new Set(rows.map(({ userId }) => userId))].toSorted();

const seated = (ctx: Base, editionId: Id<"edition">, roles: SeatRole[]): Person[] =>
  each(
    ctx.db
      .select({ userId: seats.userId })
      .from(seats)
      .where(and(eq(seats.editionId, editionId), inArray(seats.role, roles), isNull(seats.removedAt)))
      .all(),
  );

/** Agencies the edition invites, narrowed by what was chosen. */
function ofAgencies({ definition }: Pick<Edition, "definition">, { kinds, provinces }: Audience): SQL | undefined {
  const wanted = kinds.length > 0 ? kinds : definition.agencyKinds;
  const known = agencyKinds.filter((kind) => wanted.includes(kind));
  return and(
    wanted.length > 0 ? inArray(agencies.kind, known) : undefined,
    provinces.length > 0 ? inArray(agencies.provinceCode, provinces) : undefined,
  );
}

const members = (ctx: Base, where: SQL | undefined): Person[] =>
  each(
    ctx.db
      .select({ userId: agencyMembers.userId })
      .from(agencyMembers)
      .innerJoin(agencies, eq(agencies.id, agencyMembers.agencyId))
      .where(and(isNull(agencyMembers.removedAt), where))
      .all(),
  );

/** A writer confined to a unit is none of another unit's proposers. */
const reachesProposal = or(isNull(agencyMembers.unitId), eq(agencyMembers.unitId, proposals.unitId));

/** writers: whoever began a draft that is not submitted; entrants: writers and admins of entries in the chosen states. */
function proposers(ctx: Base, editionId: Id<"edition">, { audience, where }: { audience: Audience; where: SQL | undefined }): Person[] {
  const entrants = audience.to === "entrants";
  const reach = entrants ? (audience.reaches.length > 0 ? inArray(proposals.reach, audience.reaches) : ne(proposals.reach, "draft")) : eq(proposals.reach, "draft");
  const rows = ctx.db
    .select({ createdBy: proposals.createdBy, agencyId: proposals.agencyId, userId: agencyMembers.userId, role: agencyMembers.role })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .innerJoin(agencyMembers, and(eq(agencyMembers.agencyId, proposals.agencyId), isNull(agencyMembers.removedAt), reachesProposal))
    .where(and(eq(proposals.editionId, editionId), ne(proposals.status, "withdrawn"), reach, where))
    .all();
  return each(rows.filter(({ createdBy, userId, role }) => userId === createdBy || (entrants && role === "admin")));
}

/** Every announcement of an edition, the last first, for its organiser (404 for others). */
export function listAnnouncements(ctx: Ctx, editionId: Id<"edition">): Announcement[] {
  if (!mayOrganise(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return ctx.db
    .select()
    .from(announcements)
    .where(eq(announcements.editionId, editionId))
    .orderBy(desc(announcements.createdAt), desc(announcements.id))
    .all()
    .map(announcementOf);
}

/** One announcement with how many people it means now, for the organiser of its edition (404 for others). */
export function getAnnouncementPage(ctx: Ctx, at: { editionId: Id<"edition">; id: AnnouncementId }) {
  const announcement = findAnnouncement(ctx, at.id);
  if (!announcement || announcement.editionId !== at.editionId || !mayOrganise(ctx.actor, at.editionId)) {
    throw notFound("proposals.announcementUnknown");
  }
  const edition = getEdition(ctx, at.editionId);
  return { announcement, recipients: resolveAudience(ctx, edition, announcement.audience).length };
}

export type PublicAnnouncement = Pick<Announcement, "id" | "title" | "body" | "dueAt">;

/** What stands on an edition's public page now, the latest first. The caller may see the edition. */
export const listPublicAnnouncements = (ctx: Pick<Ctx, "db" | "now">, editionId: Id<"edition">): PublicAnnouncement[] =>
  ctx.db
    .select()
    .from(announcements)
    .where(and(eq(announcements.editionId, editionId), eq(announcements.published, true)))
    .orderBy(desc(announcements.dueAt), desc(announcements.id))
    .all()
    .filter((row) => isPublic(row, ctx.now))
    .map(announcementOf)
    .map(({ id, title, body, dueAt }) => ({ id, title, body, dueAt }));

export type ReadAnnouncement = PublicAnnouncement & { retractedAt: number | null; retractReason: string | null; edition: { name: Edition["definition"]["name"]; zone: string } };

/** An announcement for whoever was told it, for everybody where it is public, and for its organiser; 404 for others. */
export function readAnnouncement(ctx: Ctx, id: AnnouncementId): ReadAnnouncement {
  const found = findAnnouncement(ctx, id);
  if (!found || !mayRead(ctx, found)) throw notFound("proposals.announcementUnknown");
  const { name, zone } = getEdition(ctx, found.editionId).definition;
  const { title, body, dueAt, retractedAt, retractReason } = found;
  return { id, title, body, dueAt, retractedAt, retractReason, edition: { name, zone } };
}

const mayRead = (ctx: Ctx, one: Announcement): boolean =>
  isPublic(one, ctx.now) ||
  hasSeat(ctx.actor, one.editionId, "organiser") ||
  (ctx.actor !== null && one.sentAt !== null && isRecipient(ctx, one.id, ctx.actor.userId));

/** Provinces by name, to choose from. */
export const listProvinces = (ctx: Base): { code: string; name: string }[] =>
  ctx.db
    .select({ code: agencies.provinceCode, name: agencies.name })
    .from(agencies)
    .where(eq(agencies.kind, "provinsi"))
    .orderBy(asc(agencies.name))
    .all()
    .flatMap(({ code, name }) => (code === null ? [] : [{ code, name }]));
