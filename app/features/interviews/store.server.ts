import { and, asc, eq, isNull } from "drizzle-orm";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Attendance, PanelId, Slot, SlotId } from "#app/features/interviews/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { panelMembers, panels, slots } from "#db/schema/interviews.ts";

type Reach = Pick<Ctx, "db">;
export type Panel = { id: PanelId; name: string; members: Id<"user">[] };

/** Panels of an edition by letter, with their members. */
export function loadPanels(ctx: Reach, editionId: EditionId): Panel[] {
  const rows = ctx.db
    .select({ id: panels.id, name: panels.name, userId: panelMembers.userId })
    .from(panels)
    .leftJoin(panelMembers, eq(panelMembers.panelId, panels.id))
    .where(eq(panels.editionId, editionId))
    .orderBy(asc(panels.name), asc(panelMembers.userId))
    .all();
  const byId = new Map<PanelId, Panel>();
  for (const { id, name, userId } of rows) {
    const panel = byId.get(id) ?? { id, name, members: [] };
    byId.set(id, panel);
    if (userId) panel.members.push(userId);
  }
  return [...byId.values()];
}

export function insertPanel(ctx: Ctx, panel: { id: PanelId; editionId: EditionId; name: string }): void {
  ctx.db.insert(panels).values({ ...panel, createdAt: ctx.now }).run();
}

export function insertPanelMember(ctx: Reach, panelId: PanelId, userId: Id<"user">): void {
  ctx.db.insert(panelMembers).values({ panelId, userId }).run();
}

export function deletePanelMember(ctx: Reach, panelId: PanelId, userId: Id<"user">): void {
  ctx.db.delete(panelMembers).where(and(eq(panelMembers.panelId, panelId), eq(panelMembers.userId, userId))).run();
}

export const loadSlots = (ctx: Reach, editionId: EditionId, stage: string): Slot[] =>
  ctx.db
    .select()
    .from(slots)
    .where(and(eq(slots.editionId, editionId), eq(slots.stage, stage)))
    .orderBy(asc(slots.startsAt), asc(slots.panelId))
    .all();

export const findSlot = (ctx: Reach, slotId: SlotId): Slot | undefined =>
  ctx.db.select().from(slots).where(eq(slots.id, slotId)).get();

export function insertSlot(ctx: Reach, slot: Slot): void {
  ctx.db.insert(slots).values(slot).run();
}

/** True when this call confirmed it; false when it was confirmed before. */
export function markConfirmed(ctx: Ctx, slotId: SlotId, userId: Id<"user">): boolean {
  const open = and(eq(slots.id, slotId), isNull(slots.confirmedAt));
  return ctx.db.update(slots).set({ confirmedAt: ctx.now, confirmedBy: userId }).where(open).run().changes === 1;
}

export function saveAttendance(ctx: Reach, slotId: SlotId, attendance: Attendance): void {
  ctx.db.update(slots).set({ attendance }).where(eq(slots.id, slotId)).run();
}

export const listPanelMemberIds = (ctx: Reach, panelId: PanelId): Id<"user">[] =>
  ctx.db
    .select({ userId: panelMembers.userId })
    .from(panelMembers)
    .where(eq(panelMembers.panelId, panelId))
    .orderBy(asc(panelMembers.userId))
    .all()
    .map((row) => row.userId);
