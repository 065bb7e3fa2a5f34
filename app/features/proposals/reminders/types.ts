import type { Reminder } from "#app/features/competitions/definition/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** One reminder of the rules before one end: an extension makes another run of it. UTC ms. */
export type ReminderRun = { stage: string; to: Reminder["to"]; hoursBefore: number; closesAt: number };

/** What one person has not finished: how many, of which agency where it has one, and a few titles. */
export type Unfinished = {
  userId: Id<"user">;
  count: number;
  titles: string[];
  agency: { id: Id<"agency">; name: string; zone: string } | null;
  /** The one unit of the agency that all of it belongs to; null where there is none. */
  unitId: Id<"unit"> | null;
};
