import type { Id } from "#app/lib/ids.ts";
import type { MissingReading, RoundId } from "#app/features/scoring/types.ts";

/** What closing a desk now would leave out. */
export type ClosurePreview = {
  /** Readings that are not locked, by assessor. */
  people: { name: string; missing: number }[];
  missing: MissingReading[];
  /** Entries that will stand on fewer sheets than the edition asks for. */
  thin: { proposalId: Id<"proposal">; number: string; title: string; locked: number }[];
  /** Entries without a single locked sheet: they keep the desk open. */
  unread: number;
  readers: number | null;
  /** What was seen: a closure on the ground of something older is refused. */
  digest: string;
};

export type Round = { id: RoundId; reason: string; missing: number; closedAt: number; reopenedAt: number | null; reopenReason: string | null };
