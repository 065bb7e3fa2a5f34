import { z } from "zod";

const text = z.string().trim().min(2).max(2_000);

export const commentInput = z.strictObject({ part: z.string().max(60), text });
export const commentAnswerInput = z.strictObject({ text });

/** What the page of comments can be asked by its address; anything unknown falls back to the open ones of all parts. */
export const commentFilterInput = z.object({
  state: z.enum(["open", "resolved", "all"]).catch("open").default("open"),
  part: z.string().max(60).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type CommentFilter = z.infer<typeof commentFilterInput>;
