import { z } from "zod";
import { startingConflicts, startingReading } from "#app/features/competitions/definition/judging/rules.ts";

export const conflictRules = z
  .strictObject({
    sameRegion: z.boolean(),
    formerPostYears: z.int().min(0).max(60),
    byAgency: z.enum(["no", "confirmed", "atOnce"]),
  })
  .default(startingConflicts);

export const readingRules = z
  .strictObject({
    othersMarks: z.enum(["never", "afterOwn"]),
    divergence: z.int().min(1).nullable(),
    thirdReader: z.enum(["atOnce", "previewed"]).default("atOnce"),
    agreedValue: z.enum(["none", "beside", "counts"]),
  })
  .default(startingReading);
