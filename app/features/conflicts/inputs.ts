import { z } from "zod";

/** Why a person may not judge: a sentence, read by the organiser. */
export const reasonField = z.string().trim().min(10).max(600);

export const agencyConflictInput = z.strictObject({ agencyCode: z.string().trim().min(1).max(20), reason: reasonField });
