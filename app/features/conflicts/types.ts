import type { Id } from "#app/lib/ids.ts";

export type ConflictId = Id<"conflict">;

/** `userId proposalId`: this person may not judge this entry. */
export type PairKey = `${Id<"user">} ${Id<"proposal">}`;

/** Declared by the person, or detected from the registry of agency members. */
export type ConflictSource = "declared" | "detected";

export type AssessorTies = { userId: Id<"user">; agencyIds: readonly Id<"agency">[] };

export type EntryOfAgency = { id: Id<"proposal">; agencyId: Id<"agency"> };
