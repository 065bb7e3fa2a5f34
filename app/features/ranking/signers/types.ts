import type { Id } from "#app/lib/ids.ts";

export type SignerId = Id<"signer">;

/** How a member of the panel stands under minutes. */
export const presences = ["signed", "absent", "abstained"] as const;
export type Presence = (typeof presences)[number];

/** Whoever has a say in the minutes of an edition's lists: its chairs and jurors. */
export type PanelSeat = { userId: Id<"user">; name: string; isChair: boolean };

/** One line of what somebody read off a scan; a reason where the member was absent, else an empty one. */
export type SignerLine = { userId: Id<"user">; presence: Presence; reason: string };

/** One reading of a scan. */
export type Reading = { reading: number; statedBy: Id<"user">; statedAt: number; lines: SignerLine[] };

/** A signature given here. */
export type SignedHere = { userId: Id<"user">; statedAt: number };
