import { z } from "zod";
import { agencyKinds } from "#app/features/agencies/types.ts";

/** Search string of the results page; anything odd falls back. `sort` names a column of the table. */
export const resultsInput = z.object({
  list: z.string().max(60).catch(""),
  q: z.string().trim().max(100).catch(""),
  kind: z.enum(["", ...agencyKinds]).catch(""),
  province: z.string().max(8).catch(""),
  category: z.string().max(60).catch(""),
  sort: z.enum(["rank", "title", "agency", "score"]).catch("rank"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type ResultsInput = z.infer<typeof resultsInput>;
