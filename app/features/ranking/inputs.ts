import { z } from "zod";

const line = z.string().trim().min(1).max(120);

export const minutesInput = z.strictObject({ minutesNumber: line, minutes: z.string().trim().min(20).max(20_000) });

export const decreeInput = z.strictObject({ decreeNumber: line, decreeDate: z.iso.date() });

export const waiverInput = z.strictObject({ reason: z.string().trim().min(10).max(2_000) });

const percent = z.coerce.number().min(0).max(100).transform((value) => Math.round(value * 100));

/** What is tried on a list, from the address: weights in per cent by stage, numbers of assessors left out. */
export const whatIfInput = z.object({
  tried: z.literal("1").optional(),
  size: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
  quantity: z.enum(["raw", "calibrated", "quality"]).optional().catch(undefined),
  weights: z.record(z.string(), percent).catch({}),
  without: z.array(z.coerce.number().int()).max(400).catch([]),
});

export const remarksInput = z.strictObject({ text: z.string().trim().min(1).max(8_000), isChecked: z.literal("yes").optional().transform((said) => said === "yes") });

/** The preview that was accepted: entries that get one more reading, its seed and its digest. */
export const extraReadsInput = z.strictObject({
  proposals: z.string().max(20_000).transform((text) => text.split(" ")).pipe(z.array(z.string().regex(/^prop_[0-9A-Za-z]{1,40}$/)).min(1).max(200)),
  seed: z.coerce.number().int().min(0).max(0xffffffff),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export const listParts = ["all", "listed", "reserve", "outside"] as const;

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** What the table of a list is asked for in its address; anything else falls back to the first page by rank. */
export const listTableInput = z.object({
  q: z.string().trim().max(120).catch(""),
  part: z.enum(listParts).catch("all"),
  sort: z.enum(["rank", "number", "title", "agency"]).catch("rank"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: pageNumber,
});
export type ListTableInput = z.output<typeof listTableInput>;
