import { z } from "zod";

const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What one looks for in the list of accounts; anything unknown is left out. */
export const accountSearch = z.object({
  q: z.string().trim().max(120).catch(""),
  role: z.enum(["organiser", "operator", "auditor", "none"]).nullable().catch(null).default(null),
  state: z.enum(["active", "invited", "locked", "erased"]).nullable().catch(null).default(null),
  page: page.default(1),
});

export const reasonInput = z.strictObject({ reason: z.string().trim().min(1).max(600) });
export const roleInput = z.strictObject({ role: z.enum(["none", "organiser", "operator", "auditor"]) });
