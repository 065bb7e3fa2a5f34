import { z } from "zod";

/** Who signs too: what people call it, and its key as `name+id+base64`. */
export const witnessInput = z.strictObject({ title: z.string().trim().min(3).max(120), key: z.string().trim().min(1).max(400) });

/** A checkpoint with further signatures below ours. */
export const cosignedInput = z.strictObject({ note: z.string().min(1).max(20_000) });
