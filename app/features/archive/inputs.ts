import { z } from "zod";

/** Search string of the archive; anything odd falls back to everything. */
export const archiveFilterInput = z.object({
  q: z.string().trim().max(100).catch(""),
  competition: z.string().max(40).catch(""),
  year: z.coerce.number().int().min(1990).max(2100).nullable().catch(null),
  tier: z.string().max(80).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type ArchiveFilter = z.infer<typeof archiveFilterInput>;
