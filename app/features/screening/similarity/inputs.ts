import { z } from "zod";
import { pairKinds, pairStates, pairVerdicts } from "#app/features/screening/similarity/types.ts";

export const verdictInput = z.strictObject({
  verdict: z.enum(pairVerdicts),
  note: z.string().trim().max(1_000).default(""),
  /** When the comparison that was looked at was made, UTC ms. */
  foundAt: z.coerce.number().int().min(0),
});

const empty = z.literal("").transform(() => undefined);

/** The list's address; what does not fit falls back instead of failing a bookmark. */
export const pairSearch = z.object({
  state: z.enum(pairStates).or(empty).optional().catch(undefined),
  kind: z.enum(pairKinds).or(empty).optional().catch(undefined),
  sort: z.enum(["share", "foundAt"]).catch("share"),
  dir: z.enum(["asc", "desc"]).catch("desc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
