import { z } from "zod";

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most).optional().catch(undefined);
/** Points with at most two decimals, written with a comma or a point. */
const points = z
  .string()
  .transform((text) => Number(text.trim().replace(",", ".")))
  .pipe(z.number().min(0).max(100))
  .optional()
  .catch(undefined);

/** The numbers an address asks to plan with; what does not fit falls back to those of the stage. */
export const planningSearch = z.object({
  stage: z.string().max(60).optional().catch(undefined),
  tried: z.literal("1").optional().catch(undefined),
  entries: whole(10, 100_000),
  assessors: whole(2, 5_000),
  places: whole(1, 50_000),
  quality: points,
  severity: points,
  noise: points,
});
