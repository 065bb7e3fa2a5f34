import { z } from "zod";

const text = z.string().max(60).catch("").default("");

/** What the control room can be asked by its address; anything unknown falls back to everything. */
export const figureFilterInput = z.object({
  kind: text,
  group: text,
  category: text,
  province: text,
  days: z.coerce.number().int().min(0).max(400).catch(0).default(0),
});

const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);
const dir = z.enum(["asc", "desc"]).catch("asc").default("asc");

export const draftFilterInput = z.object({
  status: z.enum(["atUnit", "atAgency"]).nullable().catch(null).default(null),
  sort: z.enum(["risk", "agency", "edited"]).catch("risk").default("risk"),
  ...{ dir, page },
});

export const absentFilterInput = z.object({
  state: z.enum(["never", "long"]).catch("never").default("never"),
  sort: z.enum(["name", "place", "since"]).catch("place").default("place"),
  ...{ dir, page },
});

export const clusterInput = z.object({ by: z.enum(["kind", "province", "group", "category"]).catch("kind").default("kind") });
export const earlierInput = z.object({ earlier: text });

/** Ids chosen on a page, at most a page of them; none is none. */
const chosen = z
  .union([z.string().max(64), z.array(z.string().max(64)).max(100)])
  .optional()
  .transform((ids) => (ids === undefined ? [] : [ids].flat()));

export const chosenDraftsInput = z.strictObject({ proposal: chosen });
export const chosenPeopleInput = z.strictObject({ person: chosen });
