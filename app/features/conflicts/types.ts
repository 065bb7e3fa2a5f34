import type { Id } from "#app/lib/ids.ts";
import type { conflictKinds as kindColumn, conflictSources, conflictStates } from "#db/schema/conflicts.ts";

export type ConflictId = Id<"conflict">;
export type AgencyObjectionId = Id<"agencyObjection">;

/** `userId proposalId`: this person may not judge this entry. */
export type PairKey = `${Id<"user">} ${Id<"proposal">}`;

/**
 * declared: the person says so before reading; recognised: while reading; agency: the agency objects; detected: the registry,
 * the seats and the entries' writers tell, computed when asked.
 */
export type ConflictSource = (typeof conflictSources)[number];

/** What stands between them, as the person who says it chooses. */
export type ConflictKind = (typeof kindColumn)[number];
/** Kinds a person chooses from; recognising and region have forms of their own. */
export const declaredKinds = ["post", "family", "supervision", "cooperation", "other"] as const satisfies readonly ConflictKind[];
export type DeclaredKind = (typeof declaredKinds)[number];

/** declared: bars at once, nobody has looked yet; confirmed: somebody has; rejected and expired bar nothing any more. */
export type ConflictState = (typeof conflictStates)[number];
export const registerStates = ["declared", "confirmed", "rejected", "expired"] as const satisfies readonly ConflictState[];
/** What the secretariat does with one. */
export type ConflictStep = "confirm" | "reject" | "expire";

/** What one person may not judge: everything of some agencies, and single entries. */
export type Bars = { agencyIds: Id<"agency">[]; proposalIds: Id<"proposal">[] };

/** Why the registry bars a person from an agency's entries; seat: the organisation written on his seat is the agency, or of it. */
export type TieReason = "member" | "formerMember" | "seat" | "hierarchy" | "body" | "region";
