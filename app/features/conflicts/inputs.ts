import { z } from "zod";
import { declaredKinds, registerStates } from "#app/features/conflicts/types.ts";

/** Why a person may not judge: a sentence, read by the organiser. */
export const reasonField = z.string().trim().min(10).max(600);

const optionalDay = z
  .union([z.literal(""), z.iso.date()])
  .default("")
  .transform((day) => (day === "" ? null : day));

export const agencyConflictInput = z.strictObject({
  agencyCode: z.string().trim().min(1).max(20),
  kind: z.enum(declaredKinds).default("other"),
  /** Last day of a post that has ended; empty where it is still held or there was none. */
  endedOn: optionalDay,
  reason: reasonField,
});

/** A province by its two digits. */
export const homeRegionInput = z.strictObject({ regionCode: z.string().regex(/^\d{2}$/) });

export const agencyObjectionInput = z.strictObject({
  about: z.enum(["person", "organisation"]),
  name: z.string().trim().min(5).max(160),
  reason: reasonField,
});

/** What the secretariat says to a conflict; `endsOn` is the last day of one that is to end later. */
export const conflictDecisionInput = z.strictObject({
  step: z.enum(["confirm", "reject", "expire"]),
  endsOn: optionalDay,
  meantUserId: z.string().max(64).default(""),
  reason: reasonField,
});

/** The address of the register; what does not fit falls back instead of failing a bookmark. */
export const registerSearch = z.object({
  state: z.enum(registerStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
