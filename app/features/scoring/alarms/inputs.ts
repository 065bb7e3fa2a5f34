import { z } from "zod";
import { alarmSteps } from "#app/features/scoring/signals/types.ts";

export const alarmAnswerInput = z.strictObject({
  step: z.enum(alarmSteps),
  reason: z.string().trim().min(10).max(600),
});
