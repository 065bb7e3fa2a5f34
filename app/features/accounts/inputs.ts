import { z } from "zod";
import { newPassword } from "#app/features/accounts/passwords/inputs.ts";

export const acceptInput = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  password: newPassword,
});
export const profileInput = z.strictObject({ name: z.string().trim().min(1).max(120), locale: z.enum(["id", "en"]) });
