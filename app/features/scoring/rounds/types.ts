import type { Id } from "#app/lib/ids.ts";
import type { MissingReading, RoundId } from "#app/features/scoring/types.ts";

/** What closing a desk now leaves out. */
export type Closure = {
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

/** The same before it is done: how many readings, not which, and no entry withheld from whoever looks. */
export type ClosurePreview = Omit<Closure, "missing"> & { missing: number };

export type Round = { id: RoundId; reason: string; missing: number; closedAt: number; reopenedAt: number | null; reopenReason: string | null };
