import type { AgencyId, AgencyZone, UnitId } from "#app/features/agencies/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type PanelId = Id<"panel">;
export type SlotId = Id<"slot">;

/** Who presented: head of the agency, a deputy, the unit; or nobody came. */
export type Attendance = "head" | "deputy" | "unit" | "absent";
export const attendances = ["head", "deputy", "unit", "absent"] as const satisfies readonly Attendance[];

/** Interview [startsAt, endsAt) of one entry before one panel. */
export type Slot = {
  id: SlotId;
  editionId: EditionId;
  stage: string;
  panelId: PanelId;
  proposalId: ProposalId;
  startsAt: number;
  endsAt: number;
  meetingUrl: string;
  sequence: number;
  confirmedAt: number | null;
  confirmedBy: Id<"user"> | null;
  attendance: Attendance | null;
};

/** A slot as screens show it: the entry, the agency's zone and the last instant to confirm. */
export type SlotView = {
  id: SlotId;
  editionId: EditionId;
  stage: string;
  /** Letter of the panel. */
  panel: string;
  proposalId: ProposalId;
  unitId: UnitId | null;
  number: number;
  title: string;
  agencyId: AgencyId;
  agencyName: string;
  agencyZone: AgencyZone;
  editionZone: string;
  startsAt: number;
  endsAt: number;
  /** First instant at which it can no longer be confirmed. */
  confirmUntil: number;
  meetingUrl: string;
  confirmedAt: number | null;
  attendance: Attendance | null;
};

/** What the scheduler is asked: who, before whom, when. */
export type ScheduleRequest = {
  /** In the order in which they are served. `blocked` holds panels that may not hear the entry. */
  entries: readonly { proposalId: ProposalId; blocked: ReadonlySet<PanelId> }[];
  panels: readonly PanelId[];
  /** Half-open, UTC ms; nothing starts before `opensAt` or ends after `closesAt`. */
  window: { opensAt: number; closesAt: number };
  zone: string;
  hours: readonly (readonly [string, string])[];
  minutes: number;
  bufferMinutes: number;
  /** Most sessions of one panel on one day. */
  perDay: number;
  /** Sessions that stand already. */
  taken: readonly { panelId: PanelId; startsAt: number; endsAt: number }[];
};

export type PlannedSlot = { proposalId: ProposalId; panelId: PanelId; startsAt: number; endsAt: number };
