import type { Quantity } from "#app/features/competitions/definition/types.ts";
import type { ListInput } from "#app/features/ranking/computing/types.ts";

/** What is tried instead of the rules; numbers of assessors who are left out. */
export type Change = { size: number; quantity: Quantity; weights: Record<string, number>; without: number[] };

/** A list as it stands, and what is to be tried on it. `given` names who gave which sheet of an entry, by stage, in its order. */
export type Exploring = { input: ListInput; readers: Record<string, Record<number, number[]>>; change: Change };

export type ExploredRow = { number: number; rank: number; value: number; listed: boolean };

/** What would be; `unread` are entries that nobody else has read. */
export type Explored = { rows: ExploredRow[]; unread: number[] };
