import { z } from "zod";

const reason = z.string().trim().min(10).max(600);
export const reasonInput = z.strictObject({ reason });

/** What the outbox can be asked by its address; anything unknown falls back to the plain list. */
export const outboxFilterInput = z.object({
  search: z.string().trim().max(100).catch("").default(""),
  status: z.enum(["queued", "sent", "failed", "bounced", "cancelled", "withdrawn"]).nullable().catch(null).default(null),
  template: z.string().max(60).catch("").default(""),
  sort: z.enum(["created", "recipient", "status"]).catch("created").default("created"),
  dir: z.enum(["asc", "desc"]).catch("desc").default("desc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

export const noticePageInput = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) });

const box = z
  .string()
  .optional()
  .transform((value) => value === "yes");
export const preferencesInput = z.strictObject({ reminders: box, announcements: box });

const words = (longest: number) => z.string().trim().max(longest);
export const templateInput = z.strictObject({ subject: words(200).min(3), body: words(8_000).min(10) });
