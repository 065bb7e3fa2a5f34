import { z } from "zod";

const version = z.coerce.number().int().min(1).max(100_000).nullable().catch(null).default(null);

/** Which two versions are compared, by the address; anything unknown falls back to the last two. */
export const comparisonInput = z.object({ from: version, to: version });

/** What stands on a receipt, as somebody types it off the paper; whatever it is, it is answered and never refused. */
export const receiptSearch = z.object({
  number: z.string().trim().max(40).catch("").default(""),
  sha256: z.string().trim().max(200).catch("").default(""),
});
