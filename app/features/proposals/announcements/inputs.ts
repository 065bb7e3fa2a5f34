import { z } from "zod";
import { audienceKinds } from "#app/features/proposals/announcements/types.ts";

const line = z.string().trim().min(3).max(160);
const text = z.string().trim().min(10).max(6_000);
/** A box alone comes as text, several as a list, none not at all. */
const many = z.union([z.array(z.string().max(40)).max(60), z.string().max(40).transform((one) => [one])]).default([]);
const box = z
  .string()
  .optional()
  .transform((value) => value === "yes");

export const announcementInput = z.strictObject({
  titleId: line,
  titleEn: line,
  bodyId: text,
  bodyEn: text,
  to: z.enum(audienceKinds),
  kinds: many,
  provinces: many,
  reaches: many.pipe(z.array(z.enum(["submitted", "failed", "passed", "finalist", "winner"]))),
  published: box,
  byMail: box,
});

/** Empty: now. */
export const releaseInput = z.strictObject({ dueAt: z.string().trim().max(40).default("") });
export const retractionInput = z.strictObject({ reason: z.string().trim().min(10).max(600) });
