import type { Id } from "#app/lib/ids.ts";

export type MoveId = Id<"move">;

/** A member of the panel who was there and voted, by the name they had then. */
export type Present = { userId: Id<"user">; name: string };

/** Votes of the members present; together as many as they are. */
export type Votes = { inFavour: number; against: number; abstained: number };

export type MoveOutcome = "carried" | "rejected";
