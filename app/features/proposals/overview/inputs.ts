import { z } from "zod";

/** What the agency's list can be asked by its address; anything unknown falls back to the plain list. `unit` null = by the reader's role. */
export const overviewFilterInput = z.object({
  search: z.string().trim().max(100).catch("").default(""),
  position: z.enum(["atUnit", "atAgency", "submitted", "withdrawn"]).nullable().catch(null).default(null),
  unit: z.enum(["own", "all"]).nullable().catch(null).default(null),
  /** A unit of the agency's tree; empty = all. */
  place: z.string().max(64).catch("").default(""),
  sort: z.enum(["title", "position", "number", "updated"]).catch("updated").default("updated"),
  dir: z.enum(["asc", "desc"]).catch("desc").default("desc"),
});

export type OverviewFilter = z.infer<typeof overviewFilterInput>;
