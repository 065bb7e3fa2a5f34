import { z } from "zod";

/** What was typed or chosen; an empty field is missing and no zero. */
const typed = z.string().trim().min(1).transform(Number);
const entry = typed.pipe(z.number().int().min(1).max(9_999_999));
const votes = typed.pipe(z.number().int().min(0).max(200));

/** A move across the line as it was decided: entries by number, who was there, and how they voted. */
export const moveInput = z.strictObject({
  entering: entry,
  leaving: entry,
  reason: z.string().trim().min(20).max(4_000),
  place: z.string().trim().min(1).max(120),
  heldOn: z.iso.date(),
  present: z.preprocess((named) => (typeof named === "string" ? [named] : named), z.array(z.string().regex(/^usr_[0-9A-Za-z]{1,40}$/)).min(1).max(200)),
  ...{ inFavour: votes, against: votes, abstained: votes },
});
