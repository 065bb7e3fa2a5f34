import { and, asc, count, eq, isNull, type SQL } from "drizzle-orm";
import { isAgencyMember, reachesUnit } from "#app/features/agencies/policy.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { isShown, judgingWithheldFrom, notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { mayReadSchedule, mayReadSlot } from "#app/features/interviews/policy.ts";
import { confirmUntil } from "#app/features/interviews/rules.ts";
import type { SlotId, SlotView } from "#app/features/interviews/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { withinReach } from "#app/features/proposals/units/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { panelMembers, panels, slots } from "#db/schema/interviews.ts";
import { proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;

const slotColumns = {
  id: slots.id,
  editionId: slots.editionId,
  stage: slots.stage,
  panel: panels.name,
  proposalId: slots.proposalId,
  number: entryColumns.number,
  title: entryColumns.title,
  agencyId: entryColumns.agencyId,
  unitId: proposals.unitId,
  agencyName: agencies.name,
  agencyZone: agencies.zone,
  startsAt: slots.startsAt,
  endsAt: slots.endsAt,
  meetingUrl: slots.meetingUrl,
  confirmedAt: slots.confirmedAt,
  attendance: slots.attendance,
};

type SlotRow = Omit<SlotView, "editionZone" | "confirmUntil">;

const selectSlots = (ctx: Reach, where: SQL | undefined): SlotRow[] =>
  ctx.db
    .select(slotColumns)
    .from(slots)
    .innerJoin(panels, eq(panels.id, slots.panelId))
    .innerJoin(proposals, eq(proposals.id, slots.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .orderBy(asc(slots.startsAt), asc(panels.name))
    .all();

/** Adds what the edition says about time: its zone, and until when a session can be confirmed. */
function withTimes<T extends SlotRow>(ctx: Reach, rows: readonly T[]): (T & Pick<SlotView, "editionZone" | "confirmUntil">)[] {
  const editions = new Map([...new Set(rows.map((row) => row.editionId))].map((id) => [id, getEdition(ctx, id).definition]));
  return rows.map((row) => {
    const definition = editions.get(row.editionId);
    const hours = definition?.interview?.confirmHoursBefore ?? 0;
    return { ...row, editionZone: definition?.zone ?? row.agencyZone, confirmUntil: confirmUntil(row.startsAt, hours) };
  });
}

/** The whole calendar of an edition, by time, without entries withheld from the asking person; 404 for whoever may not read it. */
export function listSlots(ctx: Ctx, input: { editionId: EditionId }): SlotView[] {
  if (!mayReadSchedule(ctx.actor, input.editionId)) throw notFound("competitions.editionUnknown");
  return withTimes(ctx, selectSlots(ctx, and(eq(slots.editionId, input.editionId), notWithheld(withheldFrom(ctx, input.editionId)))));
}

/** Sessions of one agency in every edition, by time; 404 for whoever is no member. */
export function listAgencySlots(ctx: Ctx, agencyId: AgencyId): SlotView[] {
  if (!isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  return withTimes(ctx, selectSlots(ctx, and(eq(proposals.agencyId, agencyId), withinReach(ctx, agencyId))));
}

/** The session of an entry; undefined when there is none, or when the reader may not know of it. */
export function findSlotOf(ctx: Ctx, proposalId: ProposalId): SlotView | undefined {
  return withTimes(ctx, selectSlots(ctx, eq(slots.proposalId, proposalId))).find((slot) => isOpenTo(ctx, slot));
}

/** A session for its agency, and for those who read the calendar unless its entry is withheld from them. */
const isOpenTo = (ctx: Ctx, slot: SlotRow): boolean =>
  reachesUnit(ctx.actor, slot) || (mayReadSlot(ctx.actor, slot) && isShown(withheldFrom(ctx, slot.editionId))(slot));

/** One session for its agency and for those who read the calendar; 404 for everybody else. */
export function getSlotView(ctx: Ctx, slotId: SlotId): SlotView {
  const slot = withTimes(ctx, selectSlots(ctx, eq(slots.id, slotId))).find((one) => isOpenTo(ctx, one));
  if (!slot) throw notFound("interviews.slotUnknown");
  return slot;
}

export type JurorSlot = SlotView & { assignmentId: Id<"assignment"> };

/**
 * Sessions of the reader's own panel while he has its seat, without entries he may not judge, each with the sheet it is marked
 * on.
 */
export function listJurorSlots(ctx: Ctx, editionId: EditionId): JurorSlot[] {
  const { actor } = ctx;
  if (!actor || !hasSeat(actor, editionId, "juror", "chair")) return [];
  const { userId } = actor;
  const rows = ctx.db
    .select({ ...slotColumns, assignmentId: assignments.id })
    .from(slots)
    .innerJoin(panels, eq(panels.id, slots.panelId))
    .innerJoin(panelMembers, and(eq(panelMembers.panelId, panels.id), eq(panelMembers.userId, userId)))
    .innerJoin(
      assignments,
      and(
        eq(assignments.stage, slots.stage),
        eq(assignments.proposalId, slots.proposalId),
        eq(assignments.userId, userId),
        isNull(assignments.endedAt),
      ),
    )
    .innerJoin(proposals, eq(proposals.id, slots.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(eq(slots.editionId, editionId), notWithheld(judgingWithheldFrom(ctx, editionId))))
    .orderBy(asc(slots.startsAt), asc(panels.name))
    .all();
  return withTimes(ctx, rows);
}

export type PanelView = { id: Id<"panel">; name: string; sessions: number; members: { userId: Id<"user">; name: string }[] };

/** Panels with their people and number of sessions; 404 for whoever may not read the calendar. */
export function listPanels(ctx: Ctx, editionId: EditionId): PanelView[] {
  if (!mayReadSchedule(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const people = ctx.db
    .select({ id: panels.id, name: panels.name, userId: users.id, userName: users.name })
    .from(panels)
    .innerJoin(panelMembers, eq(panelMembers.panelId, panels.id))
    .innerJoin(users, eq(users.id, panelMembers.userId))
    .where(eq(panels.editionId, editionId))
    .orderBy(asc(panels.name), asc(users.name), asc(users.id))
    .all();
  const sessions = countSessions(ctx, editionId);
  const views = new Map<Id<"panel">, PanelView>();
  for (const { id, name, userId, userName } of people) {
    const view = views.get(id) ?? { id, name, sessions: sessions.get(id) ?? 0, members: [] };
    views.set(id, view);
    view.members.push({ userId, name: userName });
  }
  return [...views.values()];
}

function countSessions(ctx: Ctx, editionId: EditionId): Map<Id<"panel">, number> {
  const rows = ctx.db
    .select({ panelId: slots.panelId, n: count() })
    .from(slots)
    .innerJoin(proposals, eq(proposals.id, slots.proposalId))
    .where(and(eq(slots.editionId, editionId), notWithheld(withheldFrom(ctx, editionId))))
    .groupBy(slots.panelId)
    .all();
  return new Map(rows.map((row) => [row.panelId, row.n]));
}

/** Finalists of an edition that have no session yet; for those who may read the calendar. */
export function countUnscheduled(ctx: Ctx, editionId: EditionId): number {
  if (!mayReadSchedule(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const finalist = and(eq(proposals.editionId, editionId), eq(proposals.reach, "finalist"), isNull(slots.id), notWithheld(withheldFrom(ctx, editionId)));
  return (
    ctx.db
      .select({ n: count() })
      .from(proposals)
      .leftJoin(slots, eq(slots.proposalId, proposals.id))
      .where(finalist)
      .get()?.n ?? 0
  );
}
