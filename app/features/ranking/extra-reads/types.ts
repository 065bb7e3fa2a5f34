import type { CountedStage } from "#app/features/ranking/composition/types.ts";

/** What is asked of the marks so far: one stage, who competes with so many sheets each, the places, and where the draws begin. */
export type GreyZoneInput = { stage: CountedStage; entries: { number: number; reads: number }[]; size: number; seed: number };

/** How unsettled an entry is. */
export type GreyEntry = { number: number; reads: number; pTop: number };

/** `estimable` is false where nothing tells leniency from quality yet: then nothing is proposed. */
export type GreyZone = { estimable: boolean; entries: GreyEntry[] };
