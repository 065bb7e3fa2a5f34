import { addressOf } from "#app/features/accounts/queries.server.ts";
import { agenciesByIds, getAgency, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import { assignReaders } from "#app/features/assignment/operations.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { InterviewRules } from "#app/features/competitions/definition/types.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { editionFacts, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { conflictPairs } from "#app/features/conflicts/queries.server.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { isShown, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { mayConfirmSlot, mayReadSchedule, mayRecordAttendance, mayScheduleInterviews } from "#app/features/interviews/policy.ts";
import { getSlotView } from "#app/features/interviews/queries.server.ts";
import * as rules from "#app/features/interviews/rules.ts";
import * as store from "#app/features/interviews/store.server.ts";
import type { Attendance, PlannedSlot, Slot, SlotId } from "#app/features/interviews/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { getProposal, listEntries } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Entry } from "#app/features/proposals/types.ts";
import { formatInstant } from "#app/i18n/format.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

export type ScheduleInput = {
  editionId: EditionId;
  stage: string;
  /** Number of panels, at the first call; later calls keep the panels that stand and must name their number. */
  panels: number;
  /** Start of every meeting link. */
  meetingBaseUrl: string;
};

const personOf = (ctx: Ctx): Actor["userId"] => (ctx.actor as Actor).userId;

/**
 * Gives every finalist without a session the earliest free one, makes the panels from jurors and chairs at the first call,
 * hands each entry to its panel except conflicted members, and tells the agencies their hour in their own zone. What stands
 * is kept, so it may be called again for later finalists. Returns how many sessions were added. Refuses
 * `interviews.noFinalists`, `.notEnoughJurors`, `.noPanelFree`, `.notEnoughRoom`, `.panelsStand`.
 */
export function scheduleInterviews(ctx: Ctx, input: ScheduleInput): { scheduled: number } {
  return inTransaction(ctx, () => {
    const edition = editionToSchedule(ctx, input.editionId);
    const interview = interviewOf(edition, input.stage);
    const finalists = listEntries(ctx, { editionId: edition.id, reach: ["finalist"] });
    if (finalists.length === 0) throw new DomainError("interviews.noFinalists", { kind: "conflict" });
    const standing = store.loadSlots(ctx, edition.id, input.stage);
    const served = new Set(standing.map((slot) => slot.proposalId));
    const panels = seatPanels(ctx, edition.id, input.panels);
    const forbidden = conflictPairs(ctx, edition.id);
    const waiting = finalists.filter((entry) => !served.has(entry.id));
    const planned = plan(ctx, { edition, interview, stage: input.stage, panels, waiting, standing, forbidden });
    const added = planned.map((slot) => addSlot(ctx, edition, input, slot));
    const heard = [...standing, ...added].filter((slot) => finalists.some((entry) => entry.id === slot.proposalId));
    handToPanels(ctx, { edition, stage: input.stage, panels, slots: heard, forbidden });
    recordAudit(ctx, {
      action: "interviews.schedule",
      subject: { kind: "edition", id: edition.id },
      editionId: edition.id,
      data: { stage: input.stage, panels: panels.length, added: added.length, standing: standing.length },
    });
    announce(ctx, edition, added, waiting);
    return { scheduled: added.length };
  });
}

/** The edition for who schedules it; for whoever may not read its calendar it does not exist. */
function editionToSchedule(ctx: Ctx, id: EditionId): Edition {
  if (!mayReadSchedule(ctx.actor, id)) throw notFound("competitions.editionUnknown");
  authorize(mayScheduleInterviews(ctx.actor, id));
  return getEdition(ctx, id);
}

function interviewOf(edition: Edition, stageKey: string): InterviewRules {
  const { interview } = edition.definition;
  if (stageOf(edition.definition, stageKey).kind !== "interview" || !interview) throw notFound("interviews.noInterviews");
  return interview;
}

/** The panels that stand, brought up to date with the seats: people without a panel join the smallest, former ones leave. */
function seatPanels(ctx: Ctx, editionId: EditionId, wanted: number): store.Panel[] {
  const people = jurorsOf(ctx, editionId);
  const standing = store.loadPanels(ctx, editionId);
  if (standing.length === 0) return newPanels(ctx, editionId, rules.splitOverPanels(people, wanted));
  if (standing.length !== wanted) {
    throw new DomainError("interviews.panelsStand", { kind: "conflict", params: { count: standing.length } });
  }
  for (const panel of standing) dropFormer(ctx, panel, people);
  for (const userId of people) if (!standing.some((panel) => panel.members.includes(userId))) join(ctx, standing, userId);
  return standing;
}

const jurorsOf = (ctx: Ctx, editionId: EditionId): Id<"user">[] => {
  const seats = [...listSeats(ctx, editionId, "chair"), ...listSeats(ctx, editionId, "juror")];
  return [...new Set(seats.map((seat) => seat.userId))];
};

function newPanels(ctx: Ctx, editionId: EditionId, groups: readonly Id<"user">[][]): store.Panel[] {
  return groups.map((members, index) => {
    const panel = { id: ctx.newId("panel"), editionId, name: rules.panelLetter(index) };
    store.insertPanel(ctx, panel);
    for (const userId of members) store.insertPanelMember(ctx, panel.id, userId);
    return { id: panel.id, name: panel.name, members };
  });
}

function dropFormer(ctx: Ctx, panel: store.Panel, people: readonly Id<"user">[]): void {
  for (const userId of panel.members.filter((member) => !people.includes(member))) {
    store.deletePanelMember(ctx, panel.id, userId);
  }
  panel.members = panel.members.filter((member) => people.includes(member));
}

function join(ctx: Ctx, panels: readonly store.Panel[], userId: Id<"user">): void {
  const smallest = panels.reduce((least, panel) => (panel.members.length < least.members.length ? panel : least));
  store.insertPanelMember(ctx, smallest.id, userId);
  smallest.members.push(userId);
}

type Planning = {
  edition: Edition;
  interview: InterviewRules;
  stage: string;
  panels: readonly store.Panel[];
  waiting: readonly Entry[];
  standing: readonly Slot[];
  forbidden: ReadonlySet<string>;
};

function plan(ctx: Ctx, { edition, interview, stage, panels, waiting, standing, forbidden }: Planning): PlannedSlot[] {
  const { opensAt, closesAt } = stageOf(edition.definition, stage);
  if (opensAt === null || closesAt === null) throw new DomainError("interviews.rulesMissing", { kind: "conflict" });
  const { minutes, perDay } = rules.knownFigures(interview);
  return rules.firstFit({
    entries: waiting.map((entry) => ({ proposalId: entry.id, blocked: blockedFor(entry, panels, forbidden) })),
    panels: panels.map((panel) => panel.id),
    // A session that has begun cannot be given out any more.
    window: { opensAt: Math.max(opensAt, ctx.now), closesAt },
    zone: edition.definition.zone,
    hours: interview.hours,
    minutes,
    bufferMinutes: interview.bufferMinutes,
    perDay,
    taken: standing,
  });
}

/** Panels in which nobody may judge the entry. */
const blockedFor = (entry: Entry, panels: readonly store.Panel[], forbidden: ReadonlySet<string>): Set<store.Panel["id"]> =>
  new Set(
    panels
      .filter((panel) => panel.members.every((userId) => forbidden.has(pairKey(userId, entry.id))))
      .map((panel) => panel.id),
  );

function addSlot(ctx: Ctx, edition: Edition, input: ScheduleInput, planned: PlannedSlot): Slot {
  // The room's name is the only key to it: 120 random bits.
  const room = Buffer.from(ctx.randomBytes(15)).toString("base64url");
  const slot: Slot = {
    id: ctx.newId("slot"),
    editionId: edition.id,
    stage: input.stage,
    ...planned,
    meetingUrl: `${input.meetingBaseUrl}/${edition.slug}-${room}`,
    sequence: 0,
    confirmedAt: null,
    confirmedBy: null,
    attendance: null,
  };
  store.insertSlot(ctx, slot);
  return slot;
}

type Handing = Pick<Planning, "edition" | "stage" | "panels" | "forbidden"> & { slots: readonly Slot[] };

function handToPanels(ctx: Ctx, { edition, stage, panels, slots, forbidden }: Handing): void {
  const membersOf = new Map(panels.map((panel) => [panel.id, panel.members]));
  const pairs = slots.flatMap(({ panelId, proposalId }) =>
    (membersOf.get(panelId) ?? [])
      .filter((userId) => !forbidden.has(pairKey(userId, proposalId)))
      .map((userId) => ({ userId, proposalId })),
  );
  assignReaders(ctx, { editionId: edition.id, stage, pairs });
}

function announce(ctx: Ctx, edition: Edition, slots: readonly Slot[], entries: readonly Entry[]): void {
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const agencies = agenciesByIds(ctx, entries.map((entry) => entry.agencyId));
  for (const slot of slots) {
    const entry = entryOf.get(slot.proposalId);
    const agency = entry && agencies.get(entry.agencyId);
    if (entry && agency) tellAdmins(ctx, { edition, slot, entry, agency });
  }
}

type Invitation = { edition: Edition; slot: Slot; entry: Entry; agency: Agency };

function tellAdmins(ctx: Ctx, { edition, slot, entry, agency }: Invitation): void {
  const url = `/proposals/${entry.id}`;
  const hours = edition.definition.interview?.confirmHoursBefore ?? 0;
  for (const userId of listAdminIds(ctx, agency.id)) {
    const reader = addressOf(ctx, userId);
    if (!reader) continue;
    const say = (at: number, zone: string): string => formatInstant(reader.locale, at, zone);
    const facts = {
      ...editionFacts(edition, reader.locale),
      title: entry.title,
      number: numberText(edition.definition.year, entry.number),
      time: say(slot.startsAt, agency.zone),
      editionTime: say(slot.startsAt, edition.definition.zone),
      until: say(rules.confirmUntil(slot.startsAt, hours), agency.zone),
    };
    const instant = (at: number, zone: string) => ({ at, zone, as: "instant" as const });
    const read = {
      edition: edition.definition.name,
      time: instant(slot.startsAt, agency.zone),
      editionTime: instant(slot.startsAt, edition.definition.zone),
      until: instant(rules.confirmUntil(slot.startsAt, hours), agency.zone),
    };
    leaveNotice(ctx, { userId, kind: "interviewScheduled", params: { ...facts, ...read }, url });
    queueMail(ctx, {
      dedupeKey: `interviewScheduled:${slot.id}:${slot.sequence}:${userId}`,
      recipient: reader.email,
      locale: reader.locale,
      template: "interviewScheduled",
      standing: asMember(userId, { agencyId: agency.id }),
      params: { name: reader.name, ...facts, link: `${ctx.baseUrl}${url}` },
    });
  }
}

function getSlot(ctx: Ctx, slotId: SlotId): Slot {
  const slot = store.findSlot(ctx, slotId);
  if (!slot) throw notFound("interviews.slotUnknown");
  return slot;
}

/**
 * The agency's admin confirms the hour, at the latest the edition's number of hours before it: refuses
 * `interviews.confirmTooLate` from that instant on. Confirming twice changes nothing.
 */
export function confirmSlot(ctx: Ctx, input: { slotId: SlotId }): void {
  inTransaction(ctx, () => {
    const slot = getSlot(ctx, input.slotId);
    const agency = getAgency(ctx, getSlotView(ctx, slot.id).agencyId);
    authorize(mayConfirmSlot(ctx.actor, agency.id));
    if (slot.confirmedAt !== null) return;
    const { confirmHours } = rules.knownFigures(interviewOf(getEdition(ctx, slot.editionId), slot.stage));
    rules.checkConfirmation(slot, confirmHours, { now: ctx.now, zone: agency.zone });
    if (store.markConfirmed(ctx, slot.id, personOf(ctx))) record(ctx, slot, "interviews.confirm", { startsAt: slot.startsAt });
  });
}

/** Notes who presented, from the start of the session on (`interviews.notBegun` before). A later note replaces the earlier. */
export function recordAttendance(ctx: Ctx, input: { slotId: SlotId; attendance: Attendance }): void {
  inTransaction(ctx, () => {
    const slot = getSlot(ctx, input.slotId);
    const mayRecord = mayRecordAttendance(ctx.actor, slot, store.listPanelMemberIds(ctx, slot.panelId));
    const isOpen = isShown(withheldFrom(ctx, slot.editionId))({ ...slot, agencyId: getProposal(ctx, slot.proposalId).agencyId });
    // To whoever may not even read it, it is not there (404).
    if (!mayRecord || !isOpen) getSlotView(ctx, slot.id);
    authorize(mayRecord);
    rules.checkAttendance(slot, { now: ctx.now, zone: getEdition(ctx, slot.editionId).definition.zone });
    store.saveAttendance(ctx, slot.id, input.attendance);
    record(ctx, slot, "interviews.recordAttendance", { attendance: input.attendance });
  });
}

function record(ctx: Ctx, slot: Slot, action: string, data: Record<string, string | number>): void {
  recordAudit(ctx, { action, subject: { kind: "slot", id: slot.id }, editionId: slot.editionId, data });
}
