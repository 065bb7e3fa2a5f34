import { z } from "zod";

const reason = z.string().trim().min(10).max(600);

/** `scope` is the id of a proposal, or `agency` for every proposal of the agency. */
export const extensionGrantInput = z.strictObject({
  agencyId: z.string().min(1).max(64),
  scope: z.string().min(1).max(64),
  closesAt: z.string().trim().min(1).max(40),
  reason,
});

export const revocationInput = z.strictObject({ reason });

export const extensionFilterInput = z.object({
  search: z.string().trim().max(100).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
