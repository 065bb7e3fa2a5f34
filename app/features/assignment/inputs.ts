import { z } from "zod";

export const recusalInput = z.strictObject({ reason: z.string().trim().min(10).max(600) });

export const assignmentInput = z.strictObject({ stage: z.string().min(1).max(60) });
