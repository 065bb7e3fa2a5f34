import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { Id } from "#app/lib/ids.ts";
import type { editionStatuses, seatRoles as roleColumn } from "#db/schema/competitions.ts";

export type EditionId = Id<"edition">;
export type SeatId = Id<"seat">;
export type EditionStatus = (typeof editionStatuses)[number];
export type SeatRole = (typeof roleColumn)[number];

/** In the order in which an edition needs them. */
export const seatRoles = [
  "organiser",
  "screener",
  "evaluator",
  "juror",
  "chair",
  "observer",
  "signatory",
  "auditor",
] as const satisfies readonly SeatRole[];

export type Edition = {
  id: EditionId;
  slug: string;
  presetKey: string | null;
  /** Frozen: a change goes through fillGap and the store. */
  definition: Definition;
  status: EditionStatus;
  rehearsal: boolean;
  revision: number;
  tieSeed: number;
  createdAt: number;
  openedAt: number | null;
};

export type Seat = {
  seatId: SeatId;
  userId: Id<"user">;
  name: string;
  email: string;
  role: SeatRole;
  organisation: string;
};

/** A window of an open edition made longer: what it was, what it became, and why. UTC ms. */
export type StageExtension = { stage: string; closedAt: number; closesAt: number; reason: string; extendedAt: number };

/** One edition in a list: enough to name it and say where it is. */
export type EditionCard = Pick<Edition, "id" | "slug" | "status" | "rehearsal" | "createdAt" | "openedAt"> & {
  definition: Definition;
  roles: SeatRole[];
};
