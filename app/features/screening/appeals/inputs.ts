import { z } from "zod";

/** What an agency says against a rejection. */
export const appealInput = z.strictObject({ text: z.string().trim().min(40).max(6_000) });

/** What is said to an appeal: read by the agency. */
export const appealDecisionInput = z.strictObject({
  outcome: z.enum(["upheld", "dismissed"]),
  decision: z.string().trim().min(20).max(6_000),
});

export const appealStates = ["open", "upheld", "dismissed"] as const;
const empty = z.literal("").transform(() => undefined);

export const appealSearch = z.object({
  state: z.enum(appealStates).or(empty).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
