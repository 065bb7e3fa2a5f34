import { z } from "zod";
import { parseId } from "#app/lib/ids.ts";

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,6}$/.test(text), "notWhole")
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const reason = z.string().trim().min(10).max(600);
const person = z.string().transform((text, issue) => {
  const id = parseId("user", text);
  if (id) return id;
  issue.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});
const entries = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given, issue) => {
    const ids = [given].flat().flatMap((text) => parseId("proposal", text) ?? []);
    if (ids.length > 0) return ids;
    issue.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  });
const rules = { least: whole(0, 100_000), most: whole(0, 100_000), expertPerEntry: z.literal("yes").optional(), oneSeatPerOrganisation: z.literal("yes").optional(), reason };

/** What is asked for, one shape a kind of change. */
export const planInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fill"), ...rules }),
  z.strictObject({ kind: z.literal("afresh"), ...rules }),
  z.strictObject({ kind: z.literal("replace"), person, reason }),
  z.strictObject({ kind: z.literal("join"), person, share: whole(1, 10_000), reason }),
  z.strictObject({ kind: z.literal("stage"), readers: whole(1, 20), reason }),
  z.strictObject({ kind: z.literal("readers"), number: z.string().trim().min(1).max(60), readers: whole(0, 20), reason }),
  z.strictObject({ kind: z.literal("diverging"), entry: entries, reason }),
]);

export const planKinds = ["fill", "afresh", "replace", "join", "stage", "readers", "diverging"] as const;

/** The address of the form; what does not fit falls back. */
export const planSearch = z.object({ stage: z.string().max(60).optional().catch(undefined), kind: z.enum(planKinds).catch("fill") });

export const planPageSearch = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const applicationInput = z.strictObject({ digest: z.string().length(64) });
