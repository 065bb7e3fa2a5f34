import type { CutAxis, Minimum, Shares } from "#app/features/competitions/definition/types.ts";

/** How a list is cut: its places, the next in line, the least mark (hundredths of a point), shares and minima. */
export type Cut = { size: number; reserve: number; passMark: number | null; shares?: Shares | null; minima?: readonly Minimum[]; nominees?: number };

/** To which part an entry belongs on each axis. */
export type PartsOf = Readonly<Record<CutAxis, string>>;
