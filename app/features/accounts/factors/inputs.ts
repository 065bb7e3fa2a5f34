import { z } from "zod";

export const firstCodeInput = z.strictObject({ code: z.string().trim().min(1).max(20) });
