import { z } from "zod";
import { rowVerdicts } from "#app/features/competitions/people/types.ts";

/** A row mended by hand: as free as the table was, because what is still wrong is named beside it again. */
export const rowInput = z.strictObject({
  name: z.string().trim().max(200),
  email: z.string().trim().max(300),
  role: z.string().trim().max(100),
  place: z.string().trim().max(300),
});

/** What the preview's address may carry. */
export const previewSearch = z.object({
  verdict: z.enum(rowVerdicts).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
