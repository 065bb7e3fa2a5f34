import { findGreyZone } from "#app/features/ranking/extra-reads/rules.ts";
import type { GreyZone, GreyZoneInput } from "#app/features/ranking/extra-reads/types.ts";
import { explore } from "#app/features/ranking/what-if/rules.ts";
import type { Explored, Exploring } from "#app/features/ranking/what-if/types.ts";

/** Pure work that would hold up everybody else: what goes in and comes out is plain data. */
export const tasks = {
  "ranking.whatIf": (input: Exploring): Explored => explore(input),
  "ranking.greyZone": (input: GreyZoneInput): GreyZone => findGreyZone(input),
};

export type TaskName = keyof typeof tasks;
export type TaskInput<N extends TaskName> = Parameters<(typeof tasks)[N]>[0];
export type TaskOutput<N extends TaskName> = ReturnType<(typeof tasks)[N]>;
