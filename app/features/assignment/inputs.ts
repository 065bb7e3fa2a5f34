import { z } from "zod";

export const recusalInput = z.strictObject({ reason: z.string().trim().min(10).max(600) });

export const assignmentInput = z.strictObject({ stage: z.string().min(1).max(60) });

/** The page's address; what does not fit falls back instead of failing a bookmark. */
export const assignmentSearch = z.object({
  stage: z.string().max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  sort: z.enum(["name", "load", "conflicts"]).catch("name"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  people: z.coerce.number().int().min(1).max(10_000).catch(1),
});
