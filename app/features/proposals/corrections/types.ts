import type { Id } from "#app/lib/ids.ts";

export type CorrectionId = Id<"correction">;

/** The part of a proposal that is no question of the form: title, group, category, unit, innovator, starting day. */
export const identityPart = "identity";

/** A submitted entry given back to its agency until `dueAt` (UTC ms, half-open); `fields` empty = everything may be changed. */
export type Correction = {
  id: CorrectionId;
  editionId: Id<"edition">;
  proposalId: Id<"proposal">;
  number: number;
  fields: string[];
  reasonKeys: string[];
  note: string;
  requestedBy: Id<"user">;
  requestedAt: number;
  dueAt: number;
  extensions: { by: string; at: number; from: number; to: number; reason: string }[];
  outcome: "answered" | "lapsed" | null;
  closedAt: number | null;
  version: number | null;
};
