import { z } from "zod";

export const erasureInput = z.strictObject({ reason: z.string().trim().min(1).max(600) });
