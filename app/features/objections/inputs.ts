import { z } from "zod";
import { textMaximum, textMinimum } from "#app/features/objections/rules.ts";
import { type Id, parseId } from "#app/lib/ids.ts";

const email = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());

/** An entry chosen from the list; an empty choice means the list as a whole. */
const entry = z
  .string()
  .default("")
  .transform((text, ctx): Id<"proposal"> | null => {
    if (text === "") return null;
    const id = parseId("proposal", text);
    if (!id) ctx.addIssue({ code: "custom", message: "notAChoice" });
    return id;
  });

export const objectionInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email,
  proposalId: entry,
  text: z.string().trim().min(textMinimum).max(textMaximum),
});

export const decisionInput = z.strictObject({
  outcome: z.enum(["upheld", "rejected"]),
  decision: z.string().trim().min(20).max(4_000),
  publicNote: z.string().trim().max(2_000).default(""),
  /** The entry that leaves, where the objection is about the list as a whole; `2026-0417` and `417` mean the same. */
  entryNumber: z
    .string()
    .trim()
    .regex(/^(\d{4}-)?\d{1,7}$|^$/)
    .default("")
    .transform((text) => (text === "" ? null : Number(text.replace(/^\d{4}-/, "")))),
});

export const objectionStates = ["all", "open", "upheld", "rejected"] as const;

export const objectionFilterInput = z.object({
  status: z.enum(objectionStates).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ObjectionFilter = z.output<typeof objectionFilterInput>;
