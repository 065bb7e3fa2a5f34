import { z } from "zod";
import { mostPanels } from "#app/features/interviews/rules.ts";
import { attendances } from "#app/features/interviews/types.ts";
import { parseId } from "#app/lib/ids.ts";

export const scheduleInput = z.strictObject({ panels: z.coerce.number().int("notWhole").min(1).max(mostPanels) });

export const attendanceInput = z.strictObject({
  slotId: z.string().transform((text, ctx) => {
    const id = parseId("slot", text);
    if (id) return id;
    ctx.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  }),
  attendance: z.enum(attendances),
});

export const dayInput = z.object({ day: z.iso.date().nullish().catch(null) });
